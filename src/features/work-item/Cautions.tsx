import type { WorkItem } from '#contract/work-item.ts'
import { PersonCaution } from '#src/components/PersonLine.tsx'
import { usePersonTexts } from '#src/components/person-words.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { personWarningOf, standingOf } from '#src/lib/person.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { usePeopleOf } from './use-people-of.ts'

/** Says beside the decision that somebody it is about is not active. */
export function Cautions({ item }: { readonly item: WorkItem }) {
  const { unnamedPerson } = useMessages()
  const { identity: words } = usePersonTexts()
  const { requester, target } = usePeopleOf(item)
  const people = [requester, requester?.id === target?.id ? null : target].filter((person) => person !== null)
  return people
    .filter((person) => personWarningOf(person) === 'inactive')
    .map((person) => (
      <PersonCaution
        key={person.id}
        text={words.inactive(visibleText(person.name ?? unnamedPerson), visibleText(standingOf(person)))}
      />
    ))
}
