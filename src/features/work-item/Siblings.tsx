import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link } from 'react-router'
import type { WorkItem } from '#contract/work-item.ts'
import { workItemQueries } from '#src/api/work-items.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { siblingsOf } from '#src/lib/siblings.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { NoticeLine } from './NoticeLine.tsx'
import { useListOwner } from './use-list-owner.ts'
import { useWorkItemTexts } from './work-item-words.ts'

const none: readonly WorkItem[] = []
const mostShown = 4

/** Other open work items that ask for the same or for the opposite, among those the page has loaded. */
export function Siblings({ item }: { readonly item: WorkItem }) {
  const { siblings: words } = useWorkItemTexts()
  // The list beside the work item reads it; nothing is asked for here.
  const { data } = useQuery({ ...workItemQueries.list('open', useListOwner(item)), enabled: false })
  const openItems = data?.items ?? none
  const { duplicates, contradictions } = useMemo(() => siblingsOf(item, openItems), [item, openItems])
  return (
    <>
      {contradictions.length > 0 && (
        <NoticeLine data-tone="remove">
          <Icon name="alert" size={15} />
          <Listed text={words.contradictions(contradictions.length)} items={contradictions} />
        </NoticeLine>
      )}
      {duplicates.length > 0 && (
        <NoticeLine data-tone="unknown">
          <Icon name="copies" size={15} />
          <Listed text={words.duplicates(duplicates.length)} items={duplicates} />
        </NoticeLine>
      )}
    </>
  )
}

function Listed({ text, items }: { readonly text: string; readonly items: readonly WorkItem[] }) {
  const { unnamed } = useMessages()
  const { siblings: words } = useWorkItemTexts()
  return (
    <div>
      <p>{text}</p>
      <ul>
        {items.slice(0, mostShown).map(({ id, name }) => (
          <li key={id}>
            <Link to={paths.inboxItem(id)}>{visibleText(name ?? unnamed)}</Link>
          </li>
        ))}
        {items.length > mostShown && <li>{words.more(items.length - mostShown)}</li>}
      </ul>
    </div>
  )
}
