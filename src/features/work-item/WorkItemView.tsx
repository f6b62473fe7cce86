import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { WorkItem } from '#contract/work-item.ts'
import { useNeighbours } from '#src/components/neighbours.ts'
import { useSession } from '#src/components/session-context.ts'
import { useSettings } from '#src/components/settings.tsx'
import { verbWord } from '#src/components/VerbMark.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { approvalItemLabels } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { ApprovalTable } from './ApprovalTable.tsx'
import { DecisionBar } from './DecisionBar.tsx'
import { FormQuestions } from './FormQuestions.tsx'
import { History } from './History.tsx'
import { Notices } from './Notices.tsx'
import { People } from './People.tsx'
import { keepRejectDraft, readRejectDraft } from './reject-draft.ts'
import type { RejectDraft } from './reject-draft.ts'
import { RejectDialog } from './RejectDialog.tsx'
import { RemediationTable } from './RemediationTable.tsx'
import { Section } from './Section.tsx'
import { useItemDecisions } from './use-item-decisions.ts'
import type { Choice } from './use-item-decisions.ts'
import { WorkItemHeader } from './WorkItemHeader.tsx'

interface Props {
  readonly item: WorkItem
  /** When the page read it, ms. */
  readonly readAt: number
}

/** A work item with everything a decision needs, and the decision. */
export function WorkItemView({ item, readAt }: Props) {
  const messages = useMessages()
  const { user } = useSession()
  const decisions = useItemDecisions(item, readAt)
  const leave = useLeaveAfterDecision(item.id)
  const [rejecting, setRejecting] = useState(() => (item.isOpen ? readRejectDraft(user.id, item.id) : null))
  const keep = (draft: RejectDraft | null) => keepRejectDraft(user.id, draft)

  const finish = async (choice: Choice, note?: string) => {
    const left = choice.approvalItemId === null ? 0 : decisions.leftAfter(choice.approvalItemId).length
    if ((await decisions.decide(choice, note)) && left === 0) leave()
  }
  const choose = (choice: Choice) => {
    if (choice.verdict === 'approve') return void finish(choice)
    const draft = { workItemId: item.id, approvalItemId: choice.approvalItemId, note: '' }
    setRejecting(draft)
    keep(draft)
    return undefined
  }
  const complete = async () => {
    if (await decisions.complete()) leave()
  }
  const closeDialog = () => {
    setRejecting(null)
    keep(null)
  }
  const canDecide = item.isOpen && item.form === null

  return (
    <>
      <WorkItemHeader item={item} />
      <Section title={messages.item.details} isTitleHidden>
        <People item={item} />
      </Section>
      <Notices item={item} />
      {canDecide && <DecisionBar item={item} decisions={decisions} onChoose={choose} onComplete={() => void complete()} />}
      {item.approvalItems.length > 0 && (
        <Section title={messages.approvals.title}>
          <ApprovalTable item={item} decisions={decisions} canDecide={canDecide} onChoose={choose} />
        </Section>
      )}
      {item.remediationItems.length > 0 && (
        <Section title={messages.remediation.title}>
          <RemediationTable item={item} />
        </Section>
      )}
      {item.form && (
        <Section title={messages.form.title}>
          <FormQuestions form={item.form} isOpen={item.isOpen} />
        </Section>
      )}
      <History workItemId={item.id} />
      {rejecting && (
        <RejectDialog
          title={rejectTitle(messages, item, rejecting.approvalItemId)}
          initialNote={rejecting.note}
          onNote={(note) => keep({ ...rejecting, note })}
          onCancel={closeDialog}
          onReject={(note) => {
            closeDialog()
            void finish({ verdict: 'reject', approvalItemId: rejecting.approvalItemId }, note)
          }}
        />
      )}
    </>
  )
}

function rejectTitle(messages: ReturnType<typeof useMessages>, item: WorkItem, approvalItemId: string | null): string {
  if (approvalItemId === null) return messages.reject.titleAll(item.approvalItems.filter(({ isOpen }) => isOpen).length)
  const label = approvalItemLabels(item.approvalItems, (verb) => verbWord(messages, verb)).get(approvalItemId)
  return messages.reject.titleItem(visibleText(label ?? ''))
}

/** Goes to the next work item, if the person wants that and is still looking at this one. */
function useLeaveAfterDecision(id: string): () => void {
  const { settings } = useSettings()
  const navigate = useNavigate()
  const { nextAfter, list } = useNeighbours()
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => {
      isHere.current = false
    }
  }, [])
  return () => {
    if (settings.afterDecision === 'next' && isHere.current) void navigate(nextAfter(id) ?? list)
  }
}
