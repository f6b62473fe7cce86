import { screenTexts } from '#src/lib/messages/context.tsx'
import { filterTexts } from '#src/lib/messages/en-filter.ts'

/** The texts of the panels that narrow a list down and arrange it. */
export const useFilterTexts = screenTexts(filterTexts)
