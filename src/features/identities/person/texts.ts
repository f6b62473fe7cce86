import { screenTexts } from '#src/lib/messages/context.tsx'
import { identityTexts } from '#src/lib/messages/en-identity.ts'

/** The texts of one person's page, which travel with it. */
export const useIdentityTexts = screenTexts(identityTexts)
