import type { RemediationItem, WorkItem } from '#contract/work-item.ts'
import { VerbText, VerbTile } from '#src/components/VerbMark.tsx'
import { readableName, verbOfOperation } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { DataTable } from '#src/ui/DataTable.tsx'
import { TwoLines, VerbCell } from './cells.tsx'
import { useWorkItemTexts } from './work-item-words.ts'

/** What a review took away and somebody has to remove by hand; read-only, the whole work item is completed at once. */
export function RemediationTable({ item }: { readonly item: WorkItem }) {
  const { remediation, approvals, item: words } = useWorkItemTexts()
  const text = (value: string | null) => (value === null ? words.notStated : visibleText(value))
  return (
    <DataTable
      caption={remediation.title}
      columns={[approvals.action, remediation.access, approvals.account, remediation.person]}
    >
      {item.remediationItems.map((each, index) => {
        const verb = verbOfOperation(each.operation)
        return (
          <tr key={each.id ?? index}>
            <td data-tight="">
              <VerbCell>
                <VerbTile kind={verb.kind} />
                <VerbText verb={verb} />
              </VerbCell>
            </td>
            <td data-label={remediation.access}>
              <TwoLines>
                <b>{text(each.value ?? each.attribute)}</b>
                {each.value !== null && each.attribute !== null && <small>{visibleText(each.attribute)}</small>}
              </TwoLines>
            </td>
            <td data-label={approvals.account}>
              <TwoLines>
                {each.nativeIdentity === null ? words.notStated : visibleText(readableName(each.nativeIdentity))}
                <small>{placeOf(each, words.notStated)}</small>
              </TwoLines>
            </td>
            <td data-label={remediation.person}>{text(each.target.displayName ?? each.target.name)}</td>
          </tr>
        )
      })}
    </DataTable>
  )
}

/** The source, and the whole account name where only its telling part stands above. */
function placeOf({ application, nativeIdentity }: RemediationItem, notStated: string): string {
  const isShortened = nativeIdentity !== null && readableName(nativeIdentity) !== nativeIdentity
  return [application ?? notStated, ...(isShortened ? [nativeIdentity] : [])].map(visibleText).join(' · ')
}
