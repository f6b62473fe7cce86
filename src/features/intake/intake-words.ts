import { screenTexts } from '#src/lib/messages/context.tsx'
import { intakeTexts } from '#src/lib/messages/en-intake.ts'

export type IntakeTexts = ReturnType<typeof intakeTexts>

/** The texts of inviting and processing. */
export const useIntakeTexts = screenTexts(intakeTexts)
