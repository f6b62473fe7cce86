import type { WorkItem } from '#contract/work-item.ts'
import { VerbText } from '#src/components/VerbMark.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { verbOfOperation } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { DataTable } from './DataTable.tsx'

/** What a review took away and somebody has to remove by hand; read-only, the whole work item is completed at once. */
export function RemediationTable({ item }: { readonly item: WorkItem }) {
  const { remediation, approvals, item: words } = useMessages()
  const text = (value: string | null) => (value === null ? words.notStated : visibleText(value))
  return (
    <DataTable
      caption={remediation.title}
      columns={[approvals.action, remediation.access, remediation.person, remediation.account, remediation.source]}
    >
      {item.remediationItems.map((each, index) => (
        <tr key={each.id ?? index}>
          <td>
            <VerbText verb={verbOfOperation(each.operation)} />
          </td>
          <td data-label={remediation.access}>
            {[each.attribute, each.value].flatMap((part) => (part === null ? [] : visibleText(part))).join(': ')}
          </td>
          <td data-label={remediation.person}>{text(each.target.displayName ?? each.target.name)}</td>
          <td data-label={remediation.account}>{text(each.nativeIdentity)}</td>
          <td data-label={remediation.source}>{text(each.application)}</td>
        </tr>
      ))}
    </DataTable>
  )
}
