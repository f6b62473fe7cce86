import { illegalState, notFound } from '../http/errors.ts'
import type { Act } from '../store/effects.ts'
import { recordEffects } from '../store/effects.ts'
import type { SandboxTransaction } from '../store/open.ts'
import { finishingState } from './rules.ts'
import type { RuledWorkItem, Verdict } from './rules.ts'
import type { StoredWorkItem } from './store.ts'
import { findWorkItem } from './store.ts'

/** What the rules look at. */
export const ruled = (item: StoredWorkItem): RuledWorkItem => ({
  isOpen: item.is_open === 1,
  ownerId: item.owner_id,
  approvalItems: item.approvals.map(({ id, state }) => ({ id, state })),
  form: item.form === null ? null : JSON.parse(item.form),
})

/** Reads the item again after a change, in the same transaction. */
async function reread(trx: SandboxTransaction, id: string): Promise<StoredWorkItem> {
  const item = await findWorkItem(trx, id)
  if (!item) throw notFound('The work item')
  return item
}

/**
 * Writes one verdict on the given approval items, each only while nobody else has (C1: check and act are one statement), with its
 * effect, and finishes the work item when nothing is left to decide. Raises the tenant's 400 when one of them was decided meanwhile.
 */
export async function decide(
  trx: SandboxTransaction,
  workItemId: string,
  approvalItemIds: readonly string[],
  verdict: Verdict,
  act: Act,
): Promise<StoredWorkItem> {
  for (const id of approvalItemIds) {
    const changed = await trx
      .updateTable('approval_item')
      .set({ state: verdict })
      .where('id', '=', id)
      .$if(!act.isNaive, (update) =>
        update.where((where) => where.or([where('state', '=', 'Pending'), where('state', 'is', null)])),
      )
      .executeTakeFirst()
    if (changed.numUpdatedRows !== 1n) throw illegalState('The approval item was already decided.')
    await recordEffects(trx, act, [{ workItemId, approvalItemId: id }])
  }
  const item = await reread(trx, workItemId)
  const state = finishingState(item.approvals.map((approval) => approval.state))
  await trx
    .updateTable('work_item')
    .set(state === null ? { modified: act.at } : { modified: act.at, state, is_open: 0, completed: act.at })
    .where('id', '=', workItemId)
    .execute()
  return reread(trx, workItemId)
}

/** Finishes an open work item as a whole, with its effect; `accountSelection` is kept where there was a form. */
export async function finish(
  trx: SandboxTransaction,
  workItemId: string,
  act: Act,
  accountSelection: ReadonlyMap<string, unknown> | null,
): Promise<StoredWorkItem> {
  const changed = await trx
    .updateTable('work_item')
    .set({
      state: 'Finished',
      is_open: 0,
      completed: act.at,
      modified: act.at,
      account_selection: accountSelection && JSON.stringify(Object.fromEntries(accountSelection)),
    })
    .where('id', '=', workItemId)
    .$if(!act.isNaive, (update) => update.where('is_open', '=', 1))
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw illegalState('The work item is no longer open.')
  await recordEffects(trx, act, [{ workItemId }])
  return reread(trx, workItemId)
}

/** Gives an open work item to another owner, with its effect and the comment. */
export async function forward(
  trx: SandboxTransaction,
  item: StoredWorkItem,
  to: { id: string; name: string },
  request: { comment: string; sendNotifications: boolean },
  act: Act,
): Promise<void> {
  const changed = await trx
    .updateTable('work_item')
    .set({ owner_id: to.id, owner_name: to.name, modified: act.at })
    .where('id', '=', item.id)
    .$if(!act.isNaive, (update) => update.where('is_open', '=', 1))
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw illegalState('The work item is no longer open.')
  await trx
    .insertInto('forward')
    .values({
      at: act.at,
      work_item_id: item.id,
      from_id: item.owner_id,
      to_id: to.id,
      by_id: act.by,
      comment: request.comment,
      send_notifications: request.sendNotifications ? 1 : 0,
    })
    .execute()
  await recordEffects(trx, act, [{ workItemId: item.id, identityId: to.id }])
}
