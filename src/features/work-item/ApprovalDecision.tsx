import { Button } from '#src/ui/Button.tsx'
import { styled } from '#src/ui/styled.ts'
import type { ApprovalItem } from '#contract/work-item.ts'
import type { Entry } from '#src/api/runs.ts'
import { EntryActions } from '#src/components/EntryActions.tsx'
import { EntryExplanation } from '#src/components/EntryExplanation.tsx'
import { EntryStatus } from '#src/components/EntryStatus.tsx'
import { StateLabel } from '#src/components/StateLabel.tsx'
import { useFocusFollows } from '#src/ui/use-focus-follows.ts'
import type { Verdict } from './use-item-decisions.ts'
import { useWorkItemTexts } from './work-item-words.ts'

const Cell = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1, 1.5),
  minHeight: 30,
  '& > [data-status]': { flexBasis: '100%' },
  '@container (min-width: 541px)': { width: 'max-content', maxWidth: 260 },
}))

interface Props {
  readonly approval: ApprovalItem
  /** The approval item's short name, for the buttons' accessible names. */
  readonly label: string
  readonly entry: Entry | null
  /** Something else on this work item is on its way. */
  readonly isDisabled: boolean
  readonly canDecide: boolean
  readonly onChoose: (verdict: Verdict) => void
}

/** The two verdicts; or where the decision stands; or what was decided. */
export function ApprovalDecision({ approval, label, entry, isDisabled, canDecide, onChoose }: Props) {
  const { approvals } = useWorkItemTexts()
  const { frame, pressed } = useFocusFollows<HTMLDivElement>(entry?.runId)
  const choose = (verdict: Verdict) => {
    pressed()
    onChoose(verdict)
  }
  if (entry)
    return (
      <Cell ref={frame}>
        <span data-status="">
          <EntryStatus entry={entry} />
        </span>
        <EntryActions entry={entry} />
        <EntryExplanation entry={entry} />
      </Cell>
    )
  if (!approval.isOpen || !canDecide)
    return (
      <Cell>
        <StateLabel state={approval.state} of="approvalStates" />
      </Cell>
    )
  return (
    <Cell ref={frame}>
      <Button
        variant="outlined"
        disabled={isDisabled}
        aria-label={approvals.approveItem(label)}
        onClick={() => choose('approve')}
      >
        {approvals.approve}
      </Button>
      <Button variant="text" disabled={isDisabled} aria-label={approvals.rejectItem(label)} onClick={() => choose('reject')}>
        {approvals.reject}
      </Button>
    </Cell>
  )
}
