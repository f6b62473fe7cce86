import { screenTexts } from '#src/lib/messages/context.tsx'
import { personTexts } from '#src/lib/messages/en-person.ts'

export type PersonTexts = ReturnType<typeof personTexts>

/** The texts around one person. */
export const usePersonTexts = screenTexts(personTexts)
