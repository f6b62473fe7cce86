import { mostEntries } from '#src/lib/most-entries.ts'
import type { Errand, Verdict } from '#src/lib/intake/verdicts.ts'
import type { Messages } from '#src/lib/messages/en.ts'
import { statusWords } from '#src/lib/person.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import type { IntakeTexts } from './intake-words.ts'

type Named = { readonly id: string; readonly name: string | null; readonly alias: string | null }

/** What somebody is called. */
export const nameOf = ({ person }: Messages, { id, name, alias }: Named): string => visibleText(name ?? alias ?? person.byId(id))

/** What becomes of a row, in words; also what stands beside it in the file of what was left over. */
export function verdictText(messages: Messages, words: IntakeTexts, errand: Errand, verdict: Verdict): string {
  const { verdict: texts } = words
  switch (verdict.kind) {
    case 'ready':
      return texts.ready[errand]
    case 'several':
      return texts.several(verdict.people.length)
    case 'differs':
      return texts.differs(verdict.key)
    case 'duplicate':
      return verdict.person === null ? texts.sameText(verdict.ofLine) : texts.duplicate(verdict.ofLine)
    case 'inactive':
      return texts.inactive(statusWords(visibleText(verdict.person.status?.raw ?? '')))
    case 'shared':
      return texts.shared(nameOf(messages, verdict.first), verdict.ofLine)
    default:
      return texts[verdict.kind]
  }
}

/** The reason of rows beyond those that are looked at in one go. */
export const beyondText = ({ verdict }: IntakeTexts): string => verdict.beyond(mostEntries)
