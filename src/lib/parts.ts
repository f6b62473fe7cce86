/** The parts of a work item: each change that it asks for, whichever of the two lists it stands in. */
import type { WorkItem } from '#contract/work-item.ts'

export const partFields = ['operation', 'attribute', 'value', 'account', 'application', 'person'] as const
export type PartField = (typeof partFields)[number]

export interface Part extends Readonly<Record<PartField, string | null>> {
  /** Parts both readings of a work item; one without an id goes by its place. */
  readonly key: string
}

/** All parts of a work item that could be read, without what was decided on them. */
export const partsOf = (item: WorkItem): Part[] => [
  ...item.approvalItems.map((each) => ({
    key: `approval ${each.id}`,
    operation: each.operation,
    attribute: each.attribute,
    value: each.value,
    account: each.account,
    application: each.application,
    person: null,
  })),
  ...item.remediationItems.map((each, index) => ({
    key: `remediation ${each.id ?? index}`,
    operation: each.operation,
    attribute: each.attribute,
    value: each.value,
    account: each.nativeIdentity,
    application: each.application,
    person: each.target.displayName ?? each.target.name,
  })),
]
