import type { WorkItem } from '#contract/work-item.ts'
import { verbOfWorkItem } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { NoticeLine } from './NoticeLine.tsx'
import { useWorkItemTexts } from './work-item-words.ts'

/** What to know before deciding: access that goes away, words we do not know, parts we could not read, errors the tenant reports. */
export function Notices({ item }: { readonly item: WorkItem }) {
  const { item: words } = useWorkItemTexts()
  const verb = verbOfWorkItem(item)
  const risk = verb.kind === 'remove' || verb.kind === 'unknown' ? verb.kind : null
  return (
    <>
      {item.isOpen && risk !== null && (
        <NoticeLine data-tone={risk}>
          <Icon name="alert" size={15} />
          <p>{risk === 'unknown' ? words.risk.unknown : verb.word === 'mixed' ? words.risk.mixed : words.risk.remove}</p>
        </NoticeLine>
      )}
      {item.unreadableItems > 0 && (
        <NoticeLine data-tone="unknown">
          <Icon name="question" size={15} />
          <p>{words.unreadable(item.unreadableItems)}</p>
        </NoticeLine>
      )}
      {item.errors.length > 0 && (
        <NoticeLine data-tone="remove">
          <Icon name="alert" size={15} />
          <div>
            <p>{words.problems}:</p>
            <ul>
              {[...new Set(item.errors)].map((error) => (
                <li key={error}>{visibleText(error)}</li>
              ))}
            </ul>
          </div>
        </NoticeLine>
      )}
    </>
  )
}
