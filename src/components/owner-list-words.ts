import { screenTexts } from '#src/lib/messages/context.tsx'
import { ownerListTexts } from '#src/lib/messages/en-owner-list.ts'

/** The texts of looking at another person’s list. */
export const useOwnerListTexts = screenTexts(ownerListTexts)
