import type { components } from '#contract/generated/work-items.ts'
import { isoTime } from '../text.ts'
import type { StoredWorkItem } from './store.ts'

type WorkItem = components['schemas']['WorkItem']

const optionalTime = (ms: number | null): string | null => (ms === null ? null : isoTime(ms))

/** JSON text from our own store, written by us in the contract's shape. */
function parsed<Value>(json: string, isValue: (value: unknown) => value is Value): Value {
  const value: unknown = JSON.parse(json)
  if (!isValue(value)) throw new TypeError('A stored work item does not have the shape it was stored with.')
  return value
}

const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string')
const isRemediation = (value: unknown): value is NonNullable<WorkItem['remediationItems']> => Array.isArray(value)
const isForm = (value: unknown): value is NonNullable<WorkItem['form']> => typeof value === 'object' && value !== null

/** A stored work item as the contract writes it. */
export function answerOf(item: StoredWorkItem): WorkItem {
  return {
    id: item.id,
    requesterId: item.requester_id,
    requesterDisplayName: item.requester_name,
    ownerId: item.owner_id,
    ownerName: item.owner_name,
    created: isoTime(item.created),
    modified: optionalTime(item.modified),
    description: item.description,
    state: item.state,
    type: item.type,
    remediationItems: item.remediation_items === null ? null : parsed(item.remediation_items, isRemediation),
    approvalItems:
      item.has_approval_items === 0
        ? null
        : item.approvals.map(({ id, account, application, name, operation, value, state }) => ({
            id,
            account,
            application,
            name,
            operation,
            value,
            state,
          })),
    name: item.name,
    completed: optionalTime(item.completed),
    numItems: item.num_items,
    errors: parsed(item.errors, isTextList),
    form: item.form === null ? null : parsed(item.form, isForm),
  }
}
