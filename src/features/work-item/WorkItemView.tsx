import { Suspense, lazy, memo, useCallback, useDeferredValue, useEffect, useState } from 'react'
import type { ComponentProps } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import { readForwardDraft } from '#src/components/forward-draft.ts'
import { useSession } from '#src/components/session-context.ts'
import { verbWord } from '#src/components/VerbMark.tsx'
import { canAnswer } from '#src/lib/account-selection.ts'
import { checklistOf, isManualWork } from '#src/lib/checklist.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { approvalItemLabels, targetOf } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { forgetSelectionDraft } from '#src/components/selection-draft-key.ts'
import { Section } from '#src/ui/Section.tsx'
import { useOnScreen } from '#src/ui/use-on-screen.ts'
import { useRested } from '#src/ui/use-rested.ts'
import { ApprovalTable } from './ApprovalTable.tsx'
import { ChangedNotice } from './ChangedNotice.tsx'
import { Checklist } from './Checklist.tsx'
import { DecisionBar } from './DecisionBar.tsx'
import { FormQuestions } from './FormQuestions.tsx'
import { History } from './History.tsx'
import { CompleteDialog, ForwardDialog, useDialogsAtHand } from './item-dialogs.ts'
import { KindHint } from './KindHint.tsx'
import { Notices } from './Notices.tsx'
import { People } from './People.tsx'
import { PeopleCards } from './PeopleCards.tsx'
import { keepRejectDraft, readRejectDraft } from './reject-draft.ts'
import type { RejectDraft } from './reject-draft.ts'
import { RejectDialog } from './RejectDialog.tsx'
import { RemediationTable } from './RemediationTable.tsx'
import { Siblings } from './Siblings.tsx'
import { Similar } from './Similar.tsx'
import { useItemDecisions } from './use-item-decisions.ts'
import type { Choice } from './use-item-decisions.ts'
import { useLeaveAfterDecision } from './use-leave-after-decision.ts'
import { useReading } from './use-reading.ts'
import { useTargetIdentity } from './use-target-identity.ts'
import { useTicks } from './use-ticks.ts'
import { WorkItemHeader } from './WorkItemHeader.tsx'
import type { Messages } from '#src/lib/messages/en.ts'
import { useWorkItemTexts } from './work-item-words.ts'
import type { WorkItemTexts } from './work-item-words.ts'

const AccountSelection = lazy(async () => ({ default: (await import('./selection/AccountSelection.tsx')).AccountSelection }))

interface Props {
  readonly item: WorkItem
  /** When the page read it, ms. */
  readonly readAt: number
}

/** A work item with everything a decision needs, and the decision. What it is shows at once, the rest right after that was painted. */
export const WorkItemView = memo(function WorkItemView(props: Props) {
  const isRestDue = useDeferredValue(true, false)
  return (
    <>
      <WorkItemHeader item={props.item} />
      {isRestDue && <Rest {...props} />}
    </>
  )
})

function Rest({ item, readAt }: Props) {
  const messages = useMessages()
  const words = useWorkItemTexts()
  const { user } = useSession()
  const decisions = useItemDecisions(item, readAt)
  const leave = useLeaveAfterDecision(item.id)
  const [rejecting, setRejecting] = useState<RejectDraft | null>(null)
  const [isForwarding, setIsForwarding] = useState(false)
  const [isCompleting, setIsCompleting] = useState(false)
  // What was begun before is read when the work item comes on screen, not when it is drawn ahead: much may have happened to it since.
  const takeUp = useCallback(() => {
    if (!item.isOpen) return
    const draft = readRejectDraft(user.id, item.id)
    if (draft !== null) setRejecting(draft)
    if (readForwardDraft(user.id, [item.id]) !== null) setIsForwarding(true)
  }, [user.id, item.id, item.isOpen])
  useOnScreen(takeUp)
  const ticks = useTicks(item)
  const steps = isManualWork(item) ? checklistOf(item) : []
  const { changed, accept } = useReading(item)
  useDialogsAtHand()
  useEffect(() => {
    if (!item.isOpen) forgetSelectionDraft(user.id, item.id)
  }, [user.id, item.id, item.isOpen])
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
    setIsCompleting(false)
    if (await decisions.complete()) leave()
  }
  const submit = async (selection: Record<string, unknown>) => {
    if (await decisions.submit(selection)) leave()
  }
  const closeDialog = () => {
    setRejecting(null)
    keep(null)
  }
  const canDecide = item.isOpen && item.form === null
  // A dialog about what has changed waits until the change has been read.
  const isRead = changed === null

  return (
    <>
      <Section title={words.item.details} isTitleHidden>
        <People item={item} />
      </Section>
      {changed && <ChangedNotice changed={changed} />}
      <Notices item={item} />
      {item.isOpen && <Siblings item={item} />}
      {item.isOpen && (
        <DecisionBar
          item={item}
          decisions={decisions}
          onAccept={changed && accept}
          onChoose={choose}
          onComplete={() => setIsCompleting(true)}
          onForward={() => setIsForwarding(true)}
        />
      )}
      <KindHint item={item} />
      {item.approvalItems.length > 0 && (
        <Section title={words.approvals.title}>
          <ApprovalTable item={item} decisions={decisions} canDecide={canDecide} isRead={isRead} onChoose={choose} />
        </Section>
      )}
      {item.remediationItems.length > 0 && (
        <Section title={words.remediation.title}>
          <RemediationTable item={item} />
        </Section>
      )}
      {item.form && (
        <Section title={words.form.title}>
          {item.isOpen && canAnswer(item.form) ? (
            <Questions
              item={item}
              form={item.form}
              isDisabled={decisions.isBusy || !isRead}
              onSubmit={(selection) => void submit(selection)}
            />
          ) : (
            <FormQuestions form={item.form} isOpen={item.isOpen} />
          )}
        </Section>
      )}
      {steps.length > 0 && <Checklist item={item} ticks={ticks} />}
      <PeopleCards item={item} />
      {item.isOpen && <Similar item={item} />}
      <History workItemId={item.id} />
      {rejecting && isRead && (
        <RejectDialog
          title={rejectTitle(messages, words.reject, item, rejecting.approvalItemId)}
          initialNote={readRejectDraft(user.id, item.id)?.note ?? rejecting.note}
          onNote={(note) => keep({ ...rejecting, note })}
          onCancel={closeDialog}
          onReject={(note) => {
            closeDialog()
            void finish({ verdict: 'reject', approvalItemId: rejecting.approvalItemId }, note)
          }}
        />
      )}
      <Suspense>
        {isForwarding && <ForwardDialog items={[item]} onClose={() => setIsForwarding(false)} onForwarded={leave} />}
        {isCompleting && isRead && (
          <CompleteDialog
            left={steps.filter(({ key }) => !ticks.isTicked(key)).length}
            onComplete={() => void complete()}
            onCancel={() => setIsCompleting(false)}
          />
        )}
      </Suspense>
    </>
  )
}

/** The questions with whom they are about, who may still have to be looked up. Drawn on screen only: they begin with the answers kept so far. */
function Questions(props: Omit<ComponentProps<typeof AccountSelection>, 'who'>) {
  const { name } = useTargetIdentity(props.item)
  const isOnScreen = useRested(0)
  return <Suspense>{isOnScreen && <AccountSelection {...props} who={whoOf(props.item, name)} />}</Suspense>
}

/** Whom an answer is for: the identity's name beside what the form calls them. */
function whoOf(item: WorkItem, identityName: string | null): string | null {
  const target = targetOf(item)
  if (target?.kind !== 'one') return null
  return identityName === null || identityName === target.name ? target.name : `${identityName} (${target.name})`
}

function rejectTitle(messages: Messages, words: WorkItemTexts['reject'], item: WorkItem, approvalItemId: string | null): string {
  if (approvalItemId === null) return words.titleAll(item.approvalItems.filter(({ isOpen }) => isOpen).length)
  const label = approvalItemLabels(item.approvalItems, (verb) => verbWord(messages, verb)).get(approvalItemId)
  return words.titleItem(visibleText(label ?? ''))
}
