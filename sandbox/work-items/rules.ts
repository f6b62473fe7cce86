import type { Ruling } from '../rulings.ts'
import { refuse } from '../rulings.ts'

/** What a rule needs to know of a work item. */
export interface RuledWorkItem {
  isOpen: boolean
  ownerId: string | null
  approvalItems: ReadonlyArray<{ id: string; state: string | null }>
  form: unknown
}

/** What a rule needs to know of the identity a work item is forwarded to. */
export interface ForwardTarget {
  id: string
  status: string
}

export type Verdict = 'Finished' | 'Rejected'

/** Tenants have been seen to answer null for what nobody decided yet. */
const isUndecided = (state: string | null): boolean => state === null || state === 'Pending'

/** Promise A1: the current owner, or an administrator. */
export function mayAct(
  caller: { identityId: string; authorities: readonly string[] },
  item: { ownerId: string | null },
): boolean {
  return item.ownerId === caller.identityId || caller.authorities.includes('ORG_ADMIN')
}

/** One approval item of an open work item, once. */
export function ruleDecideOne(item: RuledWorkItem, approvalItemId: string): Ruling<{ approvalItemIds: string[] }> {
  const approval = item.approvalItems.find(({ id }) => id === approvalItemId)
  if (!approval) throw new RangeError('The approval item is looked up before the rule is asked.')
  if (!isUndecided(approval.state)) return refuse(`The approval item was already decided: ${approval.state}.`)
  if (!item.isOpen) return refuse('The work item is no longer open.')
  return { approvalItemIds: [approvalItemId] }
}

/** All approval items nobody decided yet; those decided before keep their verdict. */
export function ruleDecideAll(item: RuledWorkItem): Ruling<{ approvalItemIds: string[] }> {
  if (!item.isOpen) return refuse('The work item is no longer open.')
  const approvalItemIds = item.approvalItems.filter(({ state }) => isUndecided(state)).map(({ id }) => id)
  return approvalItemIds.length > 0 ? { approvalItemIds } : refuse('The work item has no approval item left to decide.')
}

/** The naive tenant's reading (test mode): what is still pending, or everything again when nothing is. */
export function decideAllAgain(item: RuledWorkItem): string[] {
  const pending = item.approvalItems.filter(({ state }) => isUndecided(state))
  return (pending.length > 0 ? pending : item.approvalItems).map(({ id }) => id)
}

/** The naive tenant's view of an item (test mode): never finished, never owned by whom it goes to. */
export const withoutStateGuard = (item: RuledWorkItem): RuledWorkItem => ({ ...item, isOpen: true, ownerId: null })

/** The state a work item finishes with once no approval item is undecided: refused as a whole only when every one was. Null while open. */
export function finishingState(states: ReadonlyArray<string | null>): Verdict | null {
  if (states.length === 0 || states.some(isUndecided)) return null
  return states.every((state) => state === 'Rejected') ? 'Rejected' : 'Finished'
}

/** Completing must not skip a decision or a question (the stricter reading). */
export function ruleComplete(item: RuledWorkItem): Ruling<{ state: 'Finished' }> {
  if (!item.isOpen) return refuse('The work item is no longer open.')
  if (item.approvalItems.some(({ state }) => isUndecided(state)))
    return refuse('The work item has approval items that are not decided yet.')
  if (item.form !== null) return refuse('The work item has a form that must be submitted instead.')
  return { state: 'Finished' }
}

const INACTIVE = new Set(['DISABLED', 'DEACTIVATED', 'TERMINATED', 'LOCKED', 'ERROR'])

/** An open item goes to somebody else who exists and is active, with a comment. `target` is undefined when nobody has that id. */
export function ruleForward(
  item: RuledWorkItem,
  target: ForwardTarget | undefined,
  request: { comment: string },
): Ruling<{ ownerId: string }> {
  if (!item.isOpen) return refuse('The work item is no longer open.')
  if (request.comment.trim() === '') return refuse('comment must not be blank.')
  if (!target) return refuse('targetOwnerId names no identity.')
  if (target.id === item.ownerId) return refuse('targetOwnerId already owns the work item.')
  if (INACTIVE.has(target.status)) return refuse(`targetOwnerId names an identity that cannot act: ${target.status}.`)
  return { ownerId: target.id }
}
