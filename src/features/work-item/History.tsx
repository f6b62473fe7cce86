import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { entryKey, hasEnded, runQueries } from '#src/api/runs.ts'
import { pressedText } from '#src/components/decision-draft.ts'
import { EntryExplanation } from '#src/components/EntryExplanation.tsx'
import { EntryStatus } from '#src/components/EntryStatus.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { useNow } from '#src/ui/use-now.ts'
import { useRested } from '#src/ui/use-rested.ts'
import { Section } from '#src/ui/Section.tsx'
import { ForwardedTo } from './ForwardedTo.tsx'
import { useWorkItemTexts } from './work-item-words.ts'

const List = styled('ul')(({ theme }) => ({
  ...theme.typography.body2,
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& > li': { padding: theme.spacing(2, 0), borderTop: `1px solid ${theme.vars.palette.divider}` },
  '& > li:first-of-type': { borderTop: 0, paddingTop: 0 },
  '& b': { fontWeight: 560, display: 'block' },
  '& time': { float: 'right', fontWeight: 400, color: theme.vars.palette.text.secondary },
  '& p': { margin: 0, color: theme.vars.palette.text.secondary },
}))

/** Read only once somebody stays, ms. */
const stays = 250

/** What this person decided on this work item through Countersign, with the outcome of each. Nothing when there is nothing. */
export function History({ workItemId }: { readonly workItemId: string }) {
  const messages = useMessages()
  const { history: words } = useWorkItemTexts()
  const { data } = useQuery({ ...runQueries.ofWorkItem(workItemId), enabled: useRested(stays) })
  const ended = (data ?? []).filter(hasEnded)
  if (ended.length === 0) return null
  return (
    <Section title={words.title}>
      <List>
        {ended.map((entry) => (
          <li key={entryKey(entry)}>
            <b>
              {pressedText(messages, entry)}
              <Pressed at={entry.createdAt} />
            </b>
            <EntryStatus entry={entry} />
            {entry.operation === 'forwardWorkItem' && <ForwardedTo entry={entry} />}
            {entry.note !== null && <p>{words.note(visibleText(entry.note))}</p>}
            <EntryExplanation entry={entry} />
          </li>
        ))}
      </List>
    </Section>
  )
}

/** When it was pressed. */
function Pressed({ at }: { readonly at: string }) {
  const { age } = useMessages()
  return (
    <time dateTime={at} title={age.exact(at)}>
      {age.moment(at, useNow(60_000))}
    </time>
  )
}
