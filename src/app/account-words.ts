import { screenTexts } from '#src/lib/messages/context.tsx'
import { accountTexts } from '#src/lib/messages/en-account.ts'

/** The texts of the account menu, and of signing out. */
export const useAccountTexts = screenTexts(accountTexts)
