import type { ApprovalItem, WorkItem } from '#contract/work-item.ts'
import { VerbText, VerbTile, verbWord } from '#src/components/VerbMark.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { approvalItemLabels, readableName, verbOfOperation } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { DataTable } from '#src/ui/DataTable.tsx'
import { ApprovalDecision } from './ApprovalDecision.tsx'
import { TwoLines, VerbCell } from './cells.tsx'
import type { Choice, ItemDecisions } from './use-item-decisions.ts'
import { useWorkItemTexts } from './work-item-words.ts'

interface Props {
  readonly item: WorkItem
  readonly decisions: ItemDecisions
  readonly canDecide: boolean
  /** Somebody has read it as it is now. */
  readonly isRead: boolean
  readonly onChoose: (choice: Choice) => void
}

/** The approval items: what happens to which account where, and the decision on each. Cards where there is no room for columns. */
export function ApprovalTable({ item, decisions, canDecide, isRead, onChoose }: Props) {
  const messages = useMessages()
  const { approvals } = useWorkItemTexts()
  const labels = approvalItemLabels(item.approvalItems, (verb) => verbWord(messages, verb))
  return (
    <DataTable caption={approvals.title} columns={[approvals.action, approvals.change, approvals.account, approvals.decision]}>
      {item.approvalItems.map((approval) => {
        const verb = verbOfOperation(approval.operation)
        return (
          <tr key={approval.id}>
            <td data-tight="">
              <VerbCell>
                <VerbTile kind={verb.kind} />
                <VerbText verb={verb} />
              </VerbCell>
            </td>
            <td data-wide="">
              <ChangeText approval={approval} />
            </td>
            <td data-wide="">
              <AccountText approval={approval} />
            </td>
            <td data-tight="">
              <ApprovalDecision
                approval={approval}
                label={visibleText(labels.get(approval.id) ?? approval.id)}
                // The only approval item is decided in the bar above.
                entry={decisions.single ? null : decisions.entryOf(approval.id)}
                isDisabled={!isRead || decisions.isHandingOver || decisions.wholeEntry !== null}
                canDecide={canDecide && decisions.single === null}
                onChoose={(verdict) => onChoose({ verdict, approvalItemId: approval.id })}
              />
            </td>
          </tr>
        )
      })}
    </DataTable>
  )
}

/** The whole text where the first line shows only the telling part of a directory name. */
const rest = (text: string): readonly string[] => (readableName(text) === text ? [] : [visibleText(text)])

/** Before → after as far as it is known: the tenant gives the operation and the value, never the value before. */
function ChangeText({ approval }: { readonly approval: ApprovalItem }) {
  const { approvals } = useWorkItemTexts()
  const isSet = verbOfOperation(approval.operation).kind === 'change'
  const attribute = approval.attribute === null ? null : visibleText(approval.attribute)
  if (approval.value === null) return <TwoLines>{attribute ?? approvals.wholeAccount}</TwoLines>
  const details = [...(attribute === null ? [] : [attribute]), ...rest(approval.value)]
  return (
    <TwoLines>
      {isSet && (
        <span title={approvals.before}>
          <span aria-hidden="true">?</span>
          <VisuallyHidden>
            {approvals.before}, {approvals.becomes}{' '}
          </VisuallyHidden>
          <Icon name="arrow" size={12} />
        </span>
      )}
      <b>{visibleText(readableName(approval.value))}</b>
      {details.length > 0 && <small>{details.join(' · ')}</small>}
    </TwoLines>
  )
}

function AccountText({ approval: { account, application } }: { readonly approval: ApprovalItem }) {
  const { approvals, item } = useWorkItemTexts()
  const details = [application === null ? item.notStated : visibleText(application), ...(account === null ? [] : rest(account))]
  return (
    <TwoLines>
      {account === null ? approvals.noAccount : visibleText(readableName(account))}
      <small>{details.join(' · ')}</small>
    </TwoLines>
  )
}
