import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useEffect, useRef } from 'react'
import type { ApprovalItem } from '#contract/work-item.ts'
import type { Entry } from '#src/api/runs.ts'
import { EntryActions } from '#src/components/EntryActions.tsx'
import { EntryExplanation, EntryStatus } from '#src/components/EntryStatus.tsx'
import { StateLabel } from '#src/components/StateLabel.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import type { Verdict } from './use-item-decisions.ts'

const Cell = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1, 1.5),
  minHeight: 30,
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
  const { approvals } = useMessages()
  const cell = useRef<HTMLDivElement>(null)
  const wasPressed = useRef(false)
  const entryRun = entry?.runId
  useEffect(() => {
    // The pressed button gives way to "Take back"; so does the focus, or the keyboard would start again at the top.
    if (entryRun !== undefined && wasPressed.current) cell.current?.querySelector('button')?.focus()
    wasPressed.current = false
  }, [entryRun])
  const choose = (verdict: Verdict) => {
    wasPressed.current = true
    onChoose(verdict)
  }
  if (entry)
    return (
      <Cell ref={cell}>
        <EntryStatus entry={entry} />
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
    <Cell ref={cell}>
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
