import { memo } from 'react'
import type { ReactNode } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import type { Entry } from '#src/api/runs.ts'
import { EntryOnItsWay } from '#src/components/EntryOnItsWay.tsx'
import { StateLabel } from '#src/components/StateLabel.tsx'
import { typeName, verbWord } from '#src/components/VerbMark.tsx'
import { factsOf } from '#src/lib/item-facts.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import type { Messages } from '#src/lib/messages/en.ts'
import { ageBand } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { GoneNote } from './GoneNote.tsx'

interface Props {
  readonly item: WorkItem
  readonly to: string
  /** How far down it lies when it is apart from the others, px; null among them. */
  readonly apartAt: number | null
  /** Its place in the whole list, from 1; undefined where there are groups. */
  readonly position: number | undefined
  readonly listSize: number | undefined
  readonly isGone: boolean
  readonly isOpened: boolean
  readonly isChosen: boolean
  /** The one row of the list that Tab reaches. */
  readonly isTabStop: boolean
  /** ISO 8601; until when it is set aside, in the list of those. */
  readonly snoozedUntil: string | undefined
  /** A decision on this item that is on its way. */
  readonly entry: Entry | undefined
  readonly now: number
  readonly onChoose: (id: string, isRange: boolean) => void
}

/** One work item in 44 px: verb, what, for whom, where, who asks, how long it waits; and the box that selects it. */
export const WorkItemRow = memo(function WorkItemRow(props: Props) {
  const { item, to, apartAt, isGone, isOpened, isChosen, isTabStop, snoozedUntil, entry, now, onChoose } = props
  const messages = useMessages()
  const { verb } = factsOf(item)
  const name = visibleText(item.name ?? item.description ?? messages.unnamed)
  const tabIndex = isTabStop ? 0 : -1
  return (
    <li
      className="slot"
      data-id={item.id}
      data-chosen={isChosen ? '' : undefined}
      aria-setsize={props.listSize}
      aria-posinset={props.position}
      data-apart={apartAt === null ? undefined : ''}
      style={apartAt === null ? undefined : { top: apartAt }}
    >
      <a
        className={`row sign-${verb.kind}`}
        href={to}
        aria-current={isOpened ? 'true' : undefined}
        tabIndex={tabIndex}
        data-gone={isGone ? '' : undefined}
        draggable={false}
      >
        <span className="lines">
          <span className="name">{name}</span>
          <br />
          {entry ? (
            <EntryOnItsWay entry={entry} />
          ) : isGone ? (
            <GoneNote item={item} now={now} />
          ) : (
            <>
              {verb.word === 'task' ? (
                typeName(messages, item)
              ) : (
                <span className={`verb-${verb.kind}`}>{verbWord(messages, verb)}</span>
              )}
              {facts(item, messages)}
            </>
          )}
        </span>
        <span className="side">
          {isGone
            ? null
            : snoozedUntil !== undefined
              ? setAside(snoozedUntil, messages)
              : item.isOpen
                ? waiting(item, now, messages)
                : ended(item, now, messages)}
        </span>
      </a>
      <label className="pick">
        <input
          type="checkbox"
          aria-label={messages.choosing.row(name)}
          checked={isChosen}
          tabIndex={tabIndex}
          onChange={({ nativeEvent }) => onChoose(item.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        />
      </label>
    </li>
  )
})

/** For whom, where, who asks, each behind a dot. */
function facts(item: WorkItem, { list: words }: Messages): string {
  const { target, sources } = factsOf(item)
  const parts: string[] = []
  if (target) parts.push(target.kind === 'one' ? words.rowTarget(visibleText(target.name)) : words.severalTargets(target.count))
  if (sources.length > 0) {
    const more = sources.length > 2 ? ` +${sources.length - 2}` : ''
    parts.push(`${sources.slice(0, 2).map(visibleText).join(', ')}${more}`)
  }
  if (item.requester?.name) parts.push(words.rowRequester(visibleText(item.requester.name)))
  return parts.map((part) => ` · ${part}`).join('')
}

/** Until when one is set aside. */
function setAside(until: string, { age, snooze }: Messages): ReactNode {
  return (
    <time dateTime={until} title={age.exact(until)}>
      {snooze.until(until)}
    </time>
  )
}

/** How another one ended: when, and as what. */
function ended({ completed, state }: WorkItem, now: number, { age }: Messages): ReactNode {
  return (
    <>
      {completed !== null && (
        <>
          <time dateTime={completed} title={age.exact(completed)}>
            {age.moment(completed, now)}
          </time>
          <br />
        </>
      )}
      <StateLabel state={state} of="states" />
    </>
  )
}

/** How long an open one waits, "12 days", the exact time on hover and for screen readers; and how much of it is decided. */
function waiting({ created, approvalItems }: WorkItem, now: number, { age, list }: Messages): ReactNode {
  const total = approvalItems.length
  const waited = created === null ? 0 : now - Date.parse(created)
  const exact = created === null ? '' : age.exact(created)
  const words = age.short(waited)
  return (
    <>
      {created !== null && (
        <time className={`age-${ageBand(waited)}`} dateTime={created} title={exact} aria-label={`${words}, ${exact}`}>
          {words}
        </time>
      )}
      {created !== null && total > 1 && <br />}
      {total > 1 && decided(approvalItems, list)}
    </>
  )
}

function decided(
  changes: WorkItem['approvalItems'],
  { decidedOf, decidedOfSpoken, changes: changeCount }: Messages['list'],
): ReactNode {
  const count = changes.filter(({ isOpen }) => !isOpen).length
  if (count === 0) return changeCount(changes.length)
  return (
    <>
      <span aria-hidden="true">{decidedOf(count, changes.length)}</span>
      <VisuallyHidden>{decidedOfSpoken(count, changes.length)}</VisuallyHidden>
    </>
  )
}
