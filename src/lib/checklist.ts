/** What somebody has to do by hand in another system before a work item is complete. */
import type { WorkItem } from '#contract/work-item.ts'
import { verbOfOperation } from './triage.ts'
import type { Verb } from './triage.ts'

export interface Step {
  /** Stays the same while the work item does; what a tick is kept under. */
  readonly key: string
  readonly verb: Verb
  readonly value: string | null
  readonly attribute: string | null
  readonly account: string | null
  readonly application: string | null
  /** Whom it is about, where the work item says so. */
  readonly person: string | null
}

/** One step per approval item that was not rejected and per remediation item, in their order. None for questions and reviews. */
export function checklistOf(item: WorkItem): Step[] {
  const approvals = item.approvalItems
    .filter(({ state }) => state?.known !== 'Rejected' && state?.known !== 'Canceled')
    .map((each) => ({ ...each, key: each.id, verb: verbOfOperation(each.operation), person: null }))
  const remediations = item.remediationItems.map((each, index) => ({
    ...each,
    key: each.id ?? `remediation-${index}`,
    verb: verbOfOperation(each.operation ?? 'remove'),
    account: each.nativeIdentity,
    person: each.target.displayName ?? each.target.name,
  }))
  return [...approvals, ...remediations].map(({ key, verb, value, attribute, account, application, person }) => ({
    key,
    verb,
    value,
    attribute,
    account,
    application,
    person,
  }))
}

/** Whether the work of an item is done by hand, so that the list of steps helps. */
export const isManualWork = ({ type, form, isOpen }: WorkItem): boolean =>
  isOpen && form === null && (type.known === 'ManualAction' || type.known === 'Remediation')

/** The list as text to paste elsewhere: a heading, a box per step, and where it comes from. */
export function checklistText(
  heading: string,
  steps: readonly { readonly text: string; readonly isDone: boolean }[],
  link: string,
): string {
  return [heading, ...steps.map(({ text, isDone }) => `[${isDone ? 'x' : ' '}] ${text}`), link].join('\n')
}
