import { screenTexts } from '#src/lib/messages/context.tsx'
import { keyTexts } from '#src/lib/messages/en-keys.ts'

/** The texts of the keys. */
export const useKeyTexts = screenTexts(keyTexts)
