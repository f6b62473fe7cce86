import { styled } from '@mui/material/styles'
import { memo } from 'react'
import { Link } from 'react-router'
import type { WorkItem } from '#contract/work-item.ts'
import type { Entry } from '#src/api/runs.ts'
import { Age } from '#src/components/Age.tsx'
import { EntryStatus } from '#src/components/EntryStatus.tsx'
import { StateLabel } from '#src/components/StateLabel.tsx'
import { VerbText, VerbTile, typeName } from '#src/components/VerbMark.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { sourcesOf, targetOf, verbOfWorkItem } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { GoneNote } from './GoneNote.tsx'

/** One styled element for the whole row: with thousands of rows to scroll through, each further one is felt. */
const Frame = styled(Link)(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '22px minmax(0, 1fr) auto',
  alignItems: 'center',
  columnGap: theme.spacing(3),
  height: '100%',
  padding: theme.spacing(0, 4),
  color: theme.vars.palette.text.secondary,
  fontSize: '0.75rem',
  lineHeight: '16px',
  textDecoration: 'none',
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '&:hover': { background: theme.vars.palette.surface.hover },
  '&[aria-current]': { background: theme.vars.palette.surface.selected },
  '&:focus-visible': { outlineOffset: -2, borderRadius: 0 },
  '& [data-lines]': { minWidth: 0 },
  '& [data-lines] > span': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& [data-lines] > [data-name]': {
    fontSize: '0.8125rem',
    lineHeight: '18px',
    fontWeight: 540,
    color: theme.vars.palette.text.primary,
  },
  '& [data-side]': { display: 'grid', justifyItems: 'end' },
  '&[data-gone] [data-lines] > [data-name]': {
    color: theme.vars.palette.text.secondary,
    textDecoration: 'line-through',
    textDecorationColor: theme.vars.palette.text.disabled,
  },
  '&[data-gone] > :first-of-type': { filter: 'grayscale(1)' },
  // The box to select the row stands there.
  '[data-id]:focus-within > & > :first-of-type, [data-selecting] & > :first-of-type': { visibility: 'hidden' },
  '@media (hover: hover)': { '[data-id]:hover > & > :first-of-type': { visibility: 'hidden' } },
}))

interface Props {
  readonly item: WorkItem
  readonly to: string
  readonly isGone: boolean
  readonly isSelected: boolean
  /** The one row of the list that Tab reaches. */
  readonly isTabStop: boolean
  /** ISO 8601; until when it is set aside, in the list of those. */
  readonly snoozedUntil: string | undefined
  /** A decision on this item that is on its way. */
  readonly entry: Entry | undefined
  readonly now: number
}

/** One work item in 44 px: verb, what, for whom, where, who asks, how long it waits. */
export const WorkItemRow = memo(function WorkItemRow({
  item,
  to,
  isGone,
  isSelected,
  isTabStop,
  snoozedUntil,
  entry,
  now,
}: Props) {
  const messages = useMessages()
  const { list } = messages
  const verb = verbOfWorkItem(item)
  const decided = item.approvalItems.filter(({ isOpen }) => !isOpen).length
  const total = item.approvalItems.length
  const facts = factsOf(item, list)
  return (
    <Frame
      to={to}
      aria-current={isSelected ? 'true' : undefined}
      tabIndex={isTabStop ? 0 : -1}
      data-gone={isGone ? '' : undefined}
      draggable={false}
    >
      <VerbTile kind={verb.kind} />
      <span data-lines="">
        <span data-name="">{visibleText(item.name ?? item.description ?? messages.unnamed)}</span>
        <span>
          {entry ? (
            <EntryStatus entry={entry} />
          ) : isGone ? (
            <GoneNote item={item} now={now} />
          ) : (
            <>
              {verb.word === 'task' ? <span>{typeName(messages, item)}</span> : <VerbText verb={verb} />}
              {facts.map((fact) => ` · ${fact}`)}
              {snoozedUntil !== undefined && ` · ${messages.snooze.until(snoozedUntil)}`}
            </>
          )}
        </span>
      </span>
      <span data-side="">
        {item.isOpen && !isGone && item.created !== null && <Age since={item.created} now={now} wording="row" />}
        {!item.isOpen && !isGone && item.completed !== null && (
          <time dateTime={item.completed} title={messages.age.exact(item.completed)}>
            {messages.age.moment(item.completed, now)}
          </time>
        )}
        {!item.isOpen && !isGone && <StateLabel state={item.state} of="states" />}
        {item.isOpen && !isGone && total > 1 && (
          <span>
            {decided > 0 ? (
              <>
                <span aria-hidden="true">{list.decidedOf(decided, total)}</span>
                <VisuallyHidden>{list.decidedOfSpoken(decided, total)}</VisuallyHidden>
              </>
            ) : (
              list.changes(total)
            )}
          </span>
        )}
      </span>
    </Frame>
  )
})

function factsOf(item: WorkItem, words: ReturnType<typeof useMessages>['list']): string[] {
  const target = targetOf(item)
  const sources = sourcesOf(item)
  const whom =
    target === null
      ? null
      : target.kind === 'one'
        ? words.rowTarget(visibleText(target.name))
        : words.severalTargets(target.count)
  const requester = item.requester?.name ? words.rowRequester(visibleText(item.requester.name)) : null
  const more = sources.length > 2 ? ` +${sources.length - 2}` : ''
  const where = sources.length === 0 ? null : `${sources.slice(0, 2).map(visibleText).join(', ')}${more}`
  return [whom, where, requester].flatMap((fact) => fact ?? [])
}
