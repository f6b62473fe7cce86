import type { operations as WorkItemOperations } from '#contract/generated/work-items.ts'
import type { SandboxDeps } from '../deps.ts'
import { forbidden, illegalState, notFound } from '../http/errors.ts'
import type { Caller, Handlers } from '../http/handlers.ts'
import type { SandboxTransaction } from '../store/open.ts'
import { ruleAccountSelection } from './account-selection.ts'
import { answerOf } from './answer.ts'
import { decide, finish, forward, ruled } from './decisions.ts'
import { isRefusal, mayAct, ruleComplete, ruleDecideAll, ruleDecideOne, ruleForward } from './rules.ts'
import type { Refusal, Verdict } from './rules.ts'
import type { StoredWorkItem } from './store.ts'
import { countOf, findWorkItem, listCompleted, listOpen } from './store.ts'

const MAX_PAGE = 250

/** The tenant's 400 for a rule's refusal, else what the rule granted. */
function granted<Granted extends object>(ruling: Granted | Refusal): Granted {
  if (isRefusal(ruling)) throw illegalState(ruling.refused)
  return ruling
}

/** Whose items a list is about; naming somebody else needs an administrator. */
function ownerOf(query: { ownerId?: string }, caller: Caller): string {
  const ownerId = query.ownerId ?? caller.identityId
  if (ownerId !== caller.identityId && !caller.authorities.includes('ORG_ADMIN')) throw forbidden()
  return ownerId
}

const pageOf = (query: { limit?: number; offset?: number }) => ({ limit: query.limit ?? MAX_PAGE, offset: query.offset ?? 0 })

/** The 13 work item operations. Every decision checks and acts in one transaction. */
export function workItemHandlers({ store, clock }: Pick<SandboxDeps, 'store' | 'clock'>): Handlers<WorkItemOperations> {
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
    change: (
      trx: SandboxTransaction,
      item: StoredWorkItem,
      act: { operation: string; by: string; at: number },
    ) => Promise<Answer>,
  ): Promise<Answer> =>
    store.transaction().execute(async (trx) => {
      const item = await find(trx, id, caller)
      return change(trx, item, { operation, by: caller.identityId, at: clock() })
    })

  async function decideOne(
    operation: keyof WorkItemOperations,
    verdict: Verdict,
    path: { id: string; approvalItemId: string },
    caller: Caller,
  ) {
    const item = await act(operation, path.id, caller, async (trx, found, by) => {
      if (!found.approvals.some(({ id }) => id === path.approvalItemId)) throw notFound('The approval item')
      const { approvalItemIds } = granted(ruleDecideOne(ruled(found), path.approvalItemId))
      return decide(trx, found.id, approvalItemIds, verdict, by)
    })
    return { body: answerOf(item) }
  }

  async function decideAll(operation: keyof WorkItemOperations, verdict: Verdict, id: string, caller: Caller) {
    const item = await act(operation, id, caller, async (trx, found, by) => {
      const { approvalItemIds } = granted(ruleDecideAll(ruled(found)))
      return decide(trx, found.id, approvalItemIds, verdict, by)
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
        granted(ruleComplete(ruled(found)))
        return finish(trx, found.id, by, null)
      })
      return { body: answerOf(item) }
    },
    submitAccountSelection: async ({ path, body, caller }) => {
      const answers = new Map(Object.entries(body))
      const item = await act('submitAccountSelection', path.id, caller, async (trx, found, by) => {
        granted(ruleAccountSelection(ruled(found), answers))
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
        granted(ruleForward(ruled(found), target, body))
        if (!target) throw notFound('The identity')
        const sendNotifications = body.sendNotifications ?? true
        await forward(trx, found, target, { comment: body.comment, sendNotifications }, by)
      })
      return { body: undefined }
    },
  }
}
