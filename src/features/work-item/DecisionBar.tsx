import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import type { WorkItem } from '#contract/work-item.ts'
import { EntryActions } from '#src/components/EntryActions.tsx'
import { EntryExplanation, EntryStatus } from '#src/components/EntryStatus.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import type { Choice, ItemDecisions } from './use-item-decisions.ts'

const Bar = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  position: 'sticky',
  top: 0,
  zIndex: 2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(2),
  minHeight: 48,
  padding: theme.spacing(2, 6),
  borderBlock: `1px solid ${theme.vars.palette.divider}`,
  background: theme.vars.palette.background.default,
  '& > [data-words]': { marginRight: 'auto', color: theme.vars.palette.text.secondary },
  // On a phone the bar stands at the bottom edge, where the thumb is.
  [theme.breakpoints.down('sm')]: {
    order: 9,
    top: 'auto',
    bottom: 0,
    marginTop: 'auto',
    padding: theme.spacing(2, 4),
    borderBottom: 0,
    '& > [data-words]': { flexBasis: '100%' },
    '& > button': { flex: 1 },
  },
}))

interface Props {
  readonly item: WorkItem
  readonly decisions: ItemDecisions
  readonly onChoose: (choice: Choice) => void
  readonly onComplete: () => void
}

/** What can be done with the whole work item, and how far it is. */
export function DecisionBar({ item, decisions, onChoose, onComplete }: Props) {
  const { approvals, entry: entryWords } = useMessages()
  const { openItems, wholeEntry, isBusy, isHandingOver } = decisions
  const total = item.approvalItems.length
  if (wholeEntry)
    return (
      <Bar>
        <span data-words="">
          <EntryStatus entry={wholeEntry} />
        </span>
        <EntryActions entry={wholeEntry} />
        <EntryExplanation entry={wholeEntry} />
      </Bar>
    )
  if (openItems.length === 0)
    return (
      <Bar>
        <span data-words="">{total > 0 ? approvals.progress(total, total) : approvals.completeHint}</span>
        <Button variant="contained" disabled={isBusy} onClick={onComplete}>
          {approvals.complete}
        </Button>
      </Bar>
    )
  const words = isHandingOver ? entryWords.handingOver : isBusy ? approvals.busy : null
  return (
    <Bar>
      <span data-words="">
        {approvals.progress(total - openItems.length, total)}
        {words !== null && `. ${words}`}
      </span>
      <Button variant="outlined" disabled={isBusy} onClick={() => onChoose({ verdict: 'reject', approvalItemId: null })}>
        {approvals.rejectAll(openItems.length, total)}
      </Button>
      <Button variant="contained" disabled={isBusy} onClick={() => onChoose({ verdict: 'approve', approvalItemId: null })}>
        {approvals.approveAll(openItems.length, total)}
      </Button>
    </Bar>
  )
}
