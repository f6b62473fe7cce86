import { styled } from '@mui/material/styles'
import type { ApprovalItem, WorkItem } from '#contract/work-item.ts'
import { VerbText, VerbTile, verbWord } from '#src/components/VerbMark.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { approvalItemLabels, verbOfOperation } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { ApprovalDecision } from './ApprovalDecision.tsx'
import { DataTable } from './DataTable.tsx'
import type { Choice, ItemDecisions } from './use-item-decisions.ts'

const VerbCell = styled('span')(({ theme }) => ({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(2) }))

const Change = styled('span')(({ theme }) => ({
  display: 'block',
  '& > small': { display: 'block', fontSize: '0.75rem', lineHeight: '16px', color: theme.vars.palette.text.secondary },
  '& b': { fontWeight: 560 },
  '& svg': { display: 'inline-block', verticalAlign: '-2px', margin: theme.spacing(0, 1) },
}))

interface Props {
  readonly item: WorkItem
  readonly decisions: ItemDecisions
  readonly canDecide: boolean
  readonly onChoose: (choice: Choice) => void
}

/** The approval items: what happens to which account where, and the decision on each. Cards where there is no room for columns. */
export function ApprovalTable({ item, decisions, canDecide, onChoose }: Props) {
  const messages = useMessages()
  const { approvals } = messages
  const labels = approvalItemLabels(item.approvalItems, (verb) => verbWord(messages, verb))
  return (
    <DataTable
      caption={approvals.title}
      columns={[approvals.action, approvals.change, approvals.account, approvals.source, approvals.decision]}
    >
      {item.approvalItems.map((approval) => {
        const verb = verbOfOperation(approval.operation)
        return (
          <tr key={approval.id}>
            <td>
              <VerbCell>
                <VerbTile kind={verb.kind} />
                <VerbText verb={verb} />
              </VerbCell>
            </td>
            <td>
              <ChangeText approval={approval} />
            </td>
            <td data-label={approvals.account}>
              {approval.account === null ? approvals.noAccount : visibleText(approval.account)}
            </td>
            <td data-label={approvals.source}>
              {approval.application === null ? messages.item.notStated : visibleText(approval.application)}
            </td>
            <td>
              <ApprovalDecision
                approval={approval}
                label={visibleText(labels.get(approval.id) ?? approval.id)}
                entry={decisions.entryOf(approval.id)}
                isDisabled={!canDecide || decisions.isHandingOver || decisions.wholeEntry !== null}
                canDecide={canDecide}
                onChoose={(verdict) => onChoose({ verdict, approvalItemId: approval.id })}
              />
            </td>
          </tr>
        )
      })}
    </DataTable>
  )
}

/** Before → after as far as it is known: the tenant gives the operation and the value, never the value before. */
function ChangeText({ approval }: { readonly approval: ApprovalItem }) {
  const { approvals } = useMessages()
  const verb = verbOfOperation(approval.operation)
  const attribute = approval.attribute === null ? null : visibleText(approval.attribute)
  if (approval.value === null) return <Change>{attribute ?? approvals.wholeAccount}</Change>
  const value = <b>{visibleText(approval.value)}</b>
  return (
    <Change>
      {verb.kind === 'change' ? (
        <>
          <span title={approvals.before}>
            <span aria-hidden="true">…</span>
            <VisuallyHidden>
              {approvals.before}, {approvals.becomes}{' '}
            </VisuallyHidden>
          </span>
          <Icon name="arrow" size={12} />
          {value}
        </>
      ) : (
        value
      )}
      {attribute !== null && <small>{attribute}</small>}
    </Change>
  )
}
