import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link } from 'react-router'
import type { WorkItem } from '#contract/work-item.ts'
import { workItemQueries } from '#src/api/work-items.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { similarDecisions } from '#src/lib/similar-decisions.ts'
import type { SimilarDecisions } from '#src/lib/similar-decisions.ts'
import { readableName } from '#src/lib/triage.ts'
import { visibleOrNull, visibleText } from '#src/lib/visible-text.ts'
import { useNow } from '#src/ui/use-now.ts'
import { useRested } from '#src/ui/use-rested.ts'
import { Section } from '#src/ui/Section.tsx'
import { useListOwner } from './use-list-owner.ts'
import { useWorkItemTexts } from './work-item-words.ts'

const Frame = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  overflowWrap: 'anywhere',
  '& > p': { ...theme.typography.caption, margin: theme.spacing(0, 0, 2), color: theme.vars.palette.text.secondary },
  '& summary': { cursor: 'pointer', padding: theme.spacing(1, 0), '@media (pointer: coarse)': { padding: theme.spacing(3, 0) } },
  '& summary b': { fontWeight: 560 },
  '& ul': { listStyle: 'none', margin: theme.spacing(0, 0, 2), paddingLeft: theme.spacing(4) },
  '& li': { padding: theme.spacing(0.5, 0), color: theme.vars.palette.text.secondary },
  '& li a': { color: theme.vars.palette.text.primary },
}))

const none: readonly WorkItem[] = []
/** The completed items are read for this only once somebody stays, ms. */
const stays = 1200
const mostListed = 10

/** What became of the same change before: counts, and behind them the work items. */
export function Similar({ item }: { readonly item: WorkItem }) {
  const { similar: words } = useWorkItemTexts()
  const { data } = useQuery({
    ...workItemQueries.list('completed', useListOwner(item)),
    enabled: useRested(stays),
    staleTime: 5 * 60_000,
  })
  const completed = data?.items ?? none
  const groups = useMemo(() => similarDecisions(item, completed), [item, completed])
  if (groups.length === 0) return null
  return (
    <Section title={words.title}>
      <Frame>
        <p>{words.note}</p>
        {groups.map((group) => (
          <Group key={`${group.application ?? ''} ${group.value}`} group={group} />
        ))}
      </Frame>
    </Section>
  )
}

function Group({ group: { value, application, decisions } }: { readonly group: SimilarDecisions }) {
  const { unnamed, age } = useMessages()
  const { similar: words, siblings } = useWorkItemTexts()
  const now = useNow(60_000)
  const approved = decisions.filter(({ verdict }) => verdict === 'approved').length
  return (
    <details>
      <summary>
        <b>{words.of(visibleText(readableName(value)), visibleOrNull(application))}</b>:{' '}
        {words.counts(approved, decisions.length - approved)}
      </summary>
      <ul>
        {decisions.slice(0, mostListed).map(({ item, verdict }) => (
          <li key={item.id}>
            {words.verdicts[verdict]}
            {item.completed === null ? '' : ` ${age.moment(item.completed, now)}`}:{' '}
            <Link to={paths.completedItem(item.id)}>{visibleText(item.name ?? unnamed)}</Link>
          </li>
        ))}
        {decisions.length > mostListed && <li>{siblings.more(decisions.length - mostListed)}</li>}
      </ul>
    </details>
  )
}
