import type { Step } from '#src/lib/checklist.ts'
import type { Messages } from '#src/lib/messages/en.ts'
import { visibleOrNull } from '#src/lib/visible-text.ts'
import { verbWord } from './VerbMark.tsx'
import type { ChecklistTexts } from './checklist-words.ts'

/** One change of a work item in words: "Remove GL-Posting (groups) from p.nadar on Ledger". */
export function stepText(messages: Messages, words: ChecklistTexts, step: Step): string {
  return words.step(verbWord(messages, step.verb), step.verb.kind, {
    value: visibleOrNull(step.value),
    attribute: visibleOrNull(step.attribute),
    account: visibleOrNull(step.account),
    application: visibleOrNull(step.application),
    person: visibleOrNull(step.person),
  })
}
