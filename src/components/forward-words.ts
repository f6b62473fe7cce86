import { screenTexts } from '#src/lib/messages/context.tsx'
import { forwardTexts } from '#src/lib/messages/en-forward.ts'

/** The texts of forwarding. */
export const useForwardTexts = screenTexts(forwardTexts)
