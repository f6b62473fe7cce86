import type { SandboxTransaction } from './open.ts'

/** Who does what, when: the part all effect rows of one act have in common. */
export interface Act {
  operation: string
  by: string
  /** ms */
  at: number
  /** Test mode: without the state guard, so the effect may not be the first of its kind. */
  isNaive: boolean
}

/** What an act took effect on. */
export interface EffectTarget {
  workItemId?: string
  approvalItemId?: string
  identityId?: string
  taskId?: string
}

/** Rows per statement: below SQLite's 32,766 parameters. */
const CHUNK = 1_000

/** Logs one effect per target, in the transaction of the effect. */
export async function recordEffects(trx: SandboxTransaction, act: Act, targets: readonly EffectTarget[]): Promise<void> {
  for (let start = 0; start < targets.length; start += CHUNK) {
    await trx
      .insertInto('effect')
      .values(
        targets.slice(start, start + CHUNK).map((target) => ({
          at: act.at,
          operation: act.operation,
          by: act.by,
          work_item_id: target.workItemId ?? null,
          approval_item_id: target.approvalItemId ?? null,
          identity_id: target.identityId ?? null,
          task_id: target.taskId ?? null,
          naive: act.isNaive ? 1 : 0,
        })),
      )
      .execute()
  }
}
