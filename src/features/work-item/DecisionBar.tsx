import { Button } from '#src/ui/Button.tsx'
import { styled } from '#src/ui/styled.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { EntryActions } from '#src/components/EntryActions.tsx'
import { EntryExplanation } from '#src/components/EntryExplanation.tsx'
import { EntryStatus } from '#src/components/EntryStatus.tsx'
import { useSession } from '#src/components/session-context.ts'
import { verbWord } from '#src/components/VerbMark.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { approvalItemLabels } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { useFocusFollows } from '#src/ui/use-focus-follows.ts'
import { Cautions } from './Cautions.tsx'
import { SnoozeButton, useSnoozedUntil } from './SnoozeButton.tsx'
import type { Choice, ItemDecisions, Verdict } from './use-item-decisions.ts'
import { useForwardTexts } from '#src/components/forward-words.ts'
import { useOutboxTexts } from '#src/components/outbox-words.ts'
import { useSelectionTexts } from './selection/selection-words.ts'
import { useWorkItemTexts } from './work-item-words.ts'

const Bar = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  position: 'sticky',
  top: 0,
  zIndex: 2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: theme.spacing(2),
  minHeight: 48,
  padding: theme.spacing(2, 6),
  borderBlock: `1px solid ${theme.vars.palette.divider}`,
  background: theme.vars.palette.background.default,
  // The words wrap before a button does.
  '& > [data-words]': { flex: '1 1 90px', color: theme.vars.palette.text.secondary },
  '& > hr': { display: 'none' },
  // On a phone the bar stands at the bottom edge, where the thumb is.
  [theme.breakpoints.down('sm')]: {
    order: 9,
    top: 'auto',
    bottom: 0,
    marginTop: 'auto',
    padding: theme.spacing(2, 4),
    borderBottom: 0,
    // The verdicts have the width of the phone to themselves, below the words and what else can be done.
    '& > [data-words]': { flexBasis: 0 },
    '& > [data-words=whole-line]': { flexBasis: '100%' },
    '& > hr': { display: 'block', flexBasis: '100%', height: 0, margin: 0, border: 0 },
    '& > hr ~ button, & > [data-words=whole-line] ~ button': { flex: 1 },
  },
}))

interface Props {
  readonly item: WorkItem
  readonly decisions: ItemDecisions
  /** Where it has changed under the reader's eyes: the change has been read. */
  readonly onAccept: (() => void) | null
  readonly onChoose: (choice: Choice) => void
  readonly onComplete: () => void
  readonly onForward: () => void
}

/** What can be done with the whole work item, and how far it is. */
export function DecisionBar({ item, decisions, onAccept, onChoose, onComplete, onForward }: Props) {
  const messages = useMessages()
  const { user } = useSession()
  const { approvals, changed, snooze } = useWorkItemTexts()
  const selection = useSelectionTexts()
  const forwardWords = useForwardTexts()
  const { handingOver } = useOutboxTexts()
  const { openItems, wholeEntry, single, isBusy, isHandingOver } = decisions
  const snoozedUntil = useSnoozedUntil(item)
  const total = item.approvalItems.length
  const owner = item.owner
  const actsFor =
    owner === null || owner.id === user.id ? null : approvals.actsFor(visibleText(owner.name ?? messages.unnamedPerson))
  const entry = wholeEntry ?? (single && decisions.entryOf(single.id))
  const { frame, pressed } = useFocusFollows<HTMLDivElement>(onAccept ? 'changed' : (entry?.runId ?? 'open'))
  if (entry)
    return (
      <Bar ref={frame}>
        <span data-words="">
          <EntryStatus entry={entry} />
        </span>
        <EntryActions entry={entry} />
        <EntryExplanation entry={entry} />
      </Bar>
    )
  if (onAccept)
    return (
      <Bar ref={frame}>
        <span data-words="">{changed.inBar}</span>
        <Button
          variant="contained"
          onClick={() => {
            pressed()
            onAccept()
          }}
        >
          {changed.accept}
        </Button>
      </Bar>
    )
  const words = (...texts: readonly (string | null)[]) => (
    <>
      {[...texts, snoozedUntil === null ? null : snooze.until(snoozedUntil)].filter((text) => text !== null).join(' · ')}
      <Cautions item={item} />
    </>
  )
  const asides = (
    <>
      <SnoozeButton item={item} isSnoozed={snoozedUntil !== null} />
      <Button variant="outlined" disabled={isBusy} onClick={onForward}>
        {forwardWords.open}
      </Button>
    </>
  )
  if (item.form)
    return (
      <Bar ref={frame}>
        <span data-words="whole-line">{words(isHandingOver ? handingOver : selection.inBar, actsFor)}</span>
        {asides}
      </Bar>
    )
  if (openItems.length === 0)
    return (
      <Bar ref={frame}>
        <span data-words="whole-line">
          {words(total > 0 ? approvals.progress(total, total) : approvals.completeHint, actsFor)}
        </span>
        {asides}
        <Button variant="contained" disabled={isBusy} onClick={onComplete}>
          {approvals.complete}
        </Button>
      </Bar>
    )
  const label = single && visibleText(approvalItemLabels([single], (verb) => verbWord(messages, verb)).get(single.id) ?? '')
  const verdict = (verdict: Verdict, variant: 'contained' | 'outlined') => {
    const isApproval = verdict === 'approve'
    const ofItem = isApproval ? approvals.approveItem : approvals.rejectItem
    const ofAll = isApproval ? approvals.approveAll : approvals.rejectAll
    const short = isApproval ? approvals.approve : approvals.reject
    return (
      <Button
        variant={variant}
        disabled={isBusy}
        aria-label={label === null ? undefined : ofItem(label)}
        onClick={() => {
          pressed()
          onChoose({ verdict, approvalItemId: single?.id ?? null })
        }}
      >
        {single ? short : ofAll(openItems.length, total)}
      </Button>
    )
  }
  const progress = single ? null : approvals.progress(total - openItems.length, total)
  return (
    <Bar ref={frame}>
      <span data-words="">{words(progress, isHandingOver ? handingOver : isBusy ? approvals.busy : actsFor)}</span>
      {asides}
      {(single !== null || openItems.length > 1) && (
        <>
          <hr />
          {verdict('reject', 'outlined')}
          {verdict('approve', 'contained')}
        </>
      )}
    </Bar>
  )
}
