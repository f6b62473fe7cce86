import { screenTexts } from '#src/lib/messages/context.tsx'
import { checklistTexts } from '#src/lib/messages/en-checklist.ts'

export type ChecklistTexts = ReturnType<typeof checklistTexts>

/** The texts of what is to be done by hand. */
export const useChecklistTexts = screenTexts(checklistTexts)
