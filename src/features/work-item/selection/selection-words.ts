import { screenTexts } from '#src/lib/messages/context.tsx'
import { accountSelectionTexts } from '#src/lib/messages/en-account-selection.ts'

/** The texts of choosing accounts. */
export const useSelectionTexts = screenTexts(accountSelectionTexts)
