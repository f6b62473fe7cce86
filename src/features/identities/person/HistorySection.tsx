import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { identityDetails } from '#src/api/identity-details.ts'
import { entryKey } from '#src/api/runs.ts'
import { pressedText } from '#src/components/decision-draft.ts'
import { EntryActions } from '#src/components/EntryActions.tsx'
import { EntryExplanation } from '#src/components/EntryExplanation.tsx'
import { EntryStatus } from '#src/components/EntryStatus.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { useNow } from '#src/ui/use-now.ts'
import { Section } from '#src/ui/Section.tsx'
import { TaskLine } from '#src/components/TaskLine.tsx'
import { useIdentityTexts } from './texts.ts'

const List = styled('ul')(({ theme }) => ({
  ...theme.typography.body2,
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& > li': {
    display: 'grid',
    gap: theme.spacing(0.5),
    padding: theme.spacing(2, 0),
    borderTop: `1px solid ${theme.vars.palette.divider}`,
  },
  '& > li:first-of-type': { borderTop: 0, paddingTop: 0 },
  '& b': { fontWeight: 560, display: 'flex', justifyContent: 'space-between', gap: theme.spacing(2) },
  '& time': { fontWeight: 400, color: theme.vars.palette.text.secondary },
  '& p': { margin: 0, color: theme.vars.palette.text.secondary, overflowWrap: 'anywhere' },
  '& [data-acts]': { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}))

/** What the signed-in person did about somebody here, with live progress. Nothing when there is nothing. */
export function HistorySection({ id }: { readonly id: string }) {
  const messages = useMessages()
  const { history: words } = useIdentityTexts()
  const { data } = useQuery(identityDetails.entries(id))
  const now = useNow(60_000)
  if (!data || data.length === 0) return null
  return (
    <Section title={words.title}>
      <List>
        {data.map((entry) => (
          <li key={entryKey(entry)}>
            <b>
              {pressedText(messages, entry)}
              <time dateTime={entry.createdAt} title={messages.age.exact(entry.createdAt)}>
                {messages.age.moment(entry.createdAt, now)}
              </time>
            </b>
            <EntryStatus entry={entry} />
            <div data-acts="">
              <EntryActions entry={entry} />
            </div>
            {entry.task && <TaskLine task={entry.task} />}
            {entry.seen.people.length > 1 && <p>{words.many(entry.seen.people.length - 1)}</p>}
            {entry.guard && <p>{words.ticket(visibleText(entry.guard.ticket), visibleText(entry.guard.reason))}</p>}
            {entry.note !== null && <p>{words.note(visibleText(entry.note))}</p>}
            <EntryExplanation entry={entry} />
          </li>
        ))}
      </List>
    </Section>
  )
}
