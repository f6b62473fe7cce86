import { screenTexts } from '#src/lib/messages/context.tsx'
import { outcomeTexts } from '#src/lib/messages/en-outcome.ts'

export type OutcomeTexts = ReturnType<typeof outcomeTexts>

/** The texts of how a decision or an action ended. */
export const useOutcomeTexts = screenTexts(outcomeTexts)
