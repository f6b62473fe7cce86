import { screenTexts } from '#src/lib/messages/context.tsx'
import { paletteTexts } from '#src/lib/messages/en-palette.ts'

/** The texts of the command palette. */
export const usePaletteTexts = screenTexts(paletteTexts)
