import type { Identity } from '#contract/identity.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { IdentityCard } from '#src/components/IdentityCard.tsx'
import { usePersonTexts } from '#src/components/person-words.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { Section } from '#src/ui/Section.tsx'
import { Fact, Facts } from './Facts.tsx'
import { usePeopleOf } from './use-people-of.ts'
import { useWorkItemTexts } from './work-item-words.ts'

/**
 * What the tenant says about who asks and for whom. It comes after the work item, so it stands below everything that can be pressed; nothing
 * at all where nobody may be read.
 */
export function PeopleCards({ item }: { readonly item: WorkItem }) {
  const { item: words } = useWorkItemTexts()
  const { match: matches } = usePersonTexts()
  const { requester, target, match } = usePeopleOf(item)
  const isSame = requester !== null && requester.id === target?.id
  if (requester === null && target === null && match !== 'several') return null
  return (
    <Section title={words.aboutPeople}>
      <Facts>
        {requester && <Person role={isSame ? words.requesterAndTarget : words.requester} identity={requester} matched={false} />}
        {target && !isSame && <Person role={words.target} identity={target} matched={match === 'looked-up'} />}
        {match === 'several' && <Fact name={words.target}>{matches.several}</Fact>}
      </Facts>
    </Section>
  )
}

function Person({ role, identity, matched }: { readonly role: string; readonly identity: Identity; readonly matched: boolean }) {
  const { unnamedPerson } = useMessages()
  return (
    <Fact name={role}>
      {visibleText(identity.name ?? unnamedPerson)}
      <IdentityCard identity={identity} matched={matched} />
    </Fact>
  )
}
