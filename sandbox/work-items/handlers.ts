import type { operations as WorkItemOperations } from '#contract/generated/work-items.ts'
import type { TenantDeps } from '../deps.ts'
import { forbidden, notFound } from '../http/errors.ts'
import type { Caller, Handlers } from '../http/handlers.ts'
import { granted } from '../rulings.ts'
import type { Act } from '../store/effects.ts'
import type { SandboxTransaction } from '../store/open.ts'
import { ruleAccountSelection } from './account-selection.ts'
import { answerOf } from './answer.ts'
import { decide, finish, forward, ruled } from './decisions.ts'
import { decideAllAgain, mayAct, ruleComplete, ruleDecideAll, ruleDecideOne, ruleForward, withoutStateGuard } from './rules.ts'
import type { RuledWorkItem, Verdict } from './rules.ts'
import type { StoredWorkItem } from './store.ts'
import { countOf, findWorkItem, listCompleted, listOpen } from './store.ts'

const MAX_PAGE = 250

/** Whose items a list is about; naming somebody else needs an administrator. */
function ownerOf(query: { ownerId?: string }, caller: Caller): string {
  const ownerId = query.ownerId ?? caller.identityId
  if (ownerId !== caller.identityId && !caller.authorities.includes('ORG_ADMIN')) throw forbidden()
  return ownerId
}

const pageOf = (query: { limit?: number; offset?: number }) => ({ limit: query.limit ?? MAX_PAGE, offset: query.offset ?? 0 })

/** The item as the rules are to see it: in test mode's naive reading it always is still to be done. */
const guarded = (item: StoredWorkItem, act: Act): RuledWorkItem => (act.isNaive ? withoutStateGuard(ruled(item)) : ruled(item))

/** The 13 work item operations. Every decision checks and acts in one transaction. */
export function workItemHandlers({
  store,
  clock,
  isNaive,
}: Pick<TenantDeps, 'store' | 'clock' | 'isNaive'>): Handlers<WorkItemOperations> {
  async function find(db: typeof store | SandboxTransaction, id: string, caller: Caller): Promise<StoredWorkItem> {
    const item = await findWorkItem(db, id)
    if (!item) throw notFound('The work item')
    if (!mayAct(caller, { ownerId: item.owner_id })) throw forbidden()
    return item
  }

  /** Opens the transaction of a decision, reads the item in it and holds the caller against it. */
  const act = <Answer>(
    operation: keyof WorkItemOperations,
    id: string,
    caller: Caller,
    change: (trx: SandboxTransaction, item: StoredWorkItem, act: Act) => Promise<Answer>,
  ): Promise<Answer> =>
    store.transaction().execute(async (trx) => {
      const item = await find(trx, id, caller)
      return change(trx, item, { operation, by: caller.identityId, at: clock(), isNaive: isNaive() })
    })

  async function decideOne(
    operation: keyof WorkItemOperations,
    verdict: Verdict,
    path: { id: string; approvalItemId: string },
    caller: Caller,
  ) {
    const item = await act(operation, path.id, caller, async (trx, found, by) => {
      if (!found.approvals.some(({ id }) => id === path.approvalItemId)) throw notFound('The approval item')
      if (!by.isNaive) granted(ruleDecideOne(ruled(found), path.approvalItemId))
      return decide(trx, found.id, [path.approvalItemId], verdict, by)
    })
    return { body: answerOf(item) }
  }

  async function decideAll(operation: keyof WorkItemOperations, verdict: Verdict, id: string, caller: Caller) {
    const item = await act(operation, id, caller, async (trx, found, by) => {
      const ids = by.isNaive ? decideAllAgain(ruled(found)) : granted(ruleDecideAll(ruled(found))).approvalItemIds
      return decide(trx, found.id, ids, verdict, by)
    })
    return { body: answerOf(item) }
  }

  return {
    listWorkItems: async ({ query, caller }) => {
      const ownerId = ownerOf(query, caller)
      const items = await listOpen(store, ownerId, pageOf(query))
      const body = items.map(answerOf)
      return query.count === true ? { body, total: (await countOf(store, ownerId)).open } : { body }
    },
    getCompletedWorkItems: async ({ query, caller }) => {
      const ownerId = ownerOf(query, caller)
      const items = await listCompleted(store, ownerId, pageOf(query))
      const body = items.map(answerOf)
      return query.count === true ? { body, total: (await countOf(store, ownerId)).completed } : { body }
    },
    getCountWorkItems: async ({ query, caller }) => {
      const { open } = await countOf(store, ownerOf(query, caller))
      return { body: { count: open } }
    },
    getCountCompletedWorkItems: async ({ query, caller }) => {
      const { completed } = await countOf(store, ownerOf(query, caller))
      return { body: { count: completed } }
    },
    getWorkItemsSummary: async ({ query, caller }) => {
      const { open, completed } = await countOf(store, ownerOf(query, caller))
      return { body: { open, completed, total: open + completed } }
    },
    getWorkItem: async ({ path, caller }) => ({ body: answerOf(await find(store, path.id, caller)) }),

    approveApprovalItem: ({ path, caller }) => decideOne('approveApprovalItem', 'Finished', path, caller),
    rejectApprovalItem: ({ path, caller }) => decideOne('rejectApprovalItem', 'Rejected', path, caller),
    approveApprovalItemsInBulk: ({ path, caller }) => decideAll('approveApprovalItemsInBulk', 'Finished', path.id, caller),
    rejectApprovalItemsInBulk: ({ path, caller }) => decideAll('rejectApprovalItemsInBulk', 'Rejected', path.id, caller),

    completeWorkItem: async ({ path, caller }) => {
      const item = await act('completeWorkItem', path.id, caller, async (trx, found, by) => {
        granted(ruleComplete(guarded(found, by)))
        return finish(trx, found.id, by, null)
      })
      return { body: answerOf(item) }
    },
    submitAccountSelection: async ({ path, body, caller }) => {
      const answers = new Map(Object.entries(body))
      const item = await act('submitAccountSelection', path.id, caller, async (trx, found, by) => {
        granted(ruleAccountSelection(guarded(found, by), answers))
        return finish(trx, found.id, by, answers)
      })
      return { body: answerOf(item) }
    },
    forwardWorkItem: async ({ path, body, caller }) => {
      await act('forwardWorkItem', path.id, caller, async (trx, found, by) => {
        const target = await trx
          .selectFrom('identity')
          .select(['id', 'name', 'status'])
          .where('id', '=', body.targetOwnerId)
          .executeTakeFirst()
        granted(ruleForward(guarded(found, by), target, body))
        if (!target) throw notFound('The identity')
        const sendNotifications = body.sendNotifications ?? true
        await forward(trx, found, target, { comment: body.comment, sendNotifications }, by)
      })
      return { body: undefined }
    },
  }
}
