import { screenTexts } from '#src/lib/messages/context.tsx'
import { viewTexts } from '#src/lib/messages/en-views.ts'

/** The texts of keeping views. */
export const useViewTexts = screenTexts(viewTexts)
