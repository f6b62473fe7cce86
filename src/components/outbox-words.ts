import { screenTexts } from '#src/lib/messages/context.tsx'
import { outboxTexts } from '#src/lib/messages/en-outbox.ts'

export type OutboxTexts = ReturnType<typeof outboxTexts>

/** The texts of decisions on their way. */
export const useOutboxTexts = screenTexts(outboxTexts)
