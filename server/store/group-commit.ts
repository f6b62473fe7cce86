/**
 * Commits together what is asked for in the same turn of the event loop: a commit costs the disk the same for one change as for twenty, and
 * a run stores three changes for each decision. Each is answered only when the commit it is part of is durable, as if it had been alone.
 */
import type { Kysely, Transaction } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * Carries `work` out in a transaction, after everything that was asked for before it, and resolves with what it gives once that is
 * committed. Rejects when the work, or the commit, fails; then nothing of it is stored. A work is carried out a second time, by itself, when
 * another of its group fails, so it changes nothing but what it stores.
 */
export type GroupCommit = <Value>(work: (trx: Transaction<Schema>) => Promise<Value>) => Promise<Value>

/** Runs `act` when what this turn of the event loop brought has been taken in. */
export type NextTurn = (act: () => void) => void

/** A longer line is committed in several groups, so that the event loop is not kept for long. */
const MOST = 100

interface Asked {
  /** Does the work; what it gives tells whoever asked, and is to be called once it is durable. */
  readonly work: (trx: Transaction<Schema>) => Promise<() => void>
  readonly fail: (error: unknown) => void
}

export function createGroupCommit(db: Kysely<Schema>, nextTurn: NextTurn = setImmediate): GroupCommit {
  const line: Asked[] = []
  let isDue = false

  const whenDue = () => {
    if (isDue || line.length === 0) return
    isDue = true
    nextTurn(() => {
      void commit(db, line.splice(0, MOST)).then(() => {
        isDue = false
        whenDue()
      })
    })
  }

  return (work) =>
    new Promise((resolve, reject) => {
      line.push({
        work: async (trx) => {
          const value = await work(trx)
          return () => resolve(value)
        },
        fail: reject,
      })
      whenDue()
    })
}

/** Everybody is told of their end; never rejects. */
async function commit(db: Kysely<Schema>, group: readonly Asked[]): Promise<void> {
  let isSomebodys = false
  try {
    const tell = await db.transaction().execute(async (trx) => {
      const done: (() => void)[] = []
      isSomebodys = true
      for (const { work } of group) done.push(await work(trx))
      isSomebodys = false
      return done
    })
    for (const one of tell) one()
  } catch (error) {
    // One of them failed and nothing is stored: each by itself, so that it fails alone. What fails at the commit itself fails for all.
    if (isSomebodys && group.length > 1) for (const one of group) await commit(db, [one])
    else for (const { fail } of group) fail(error)
  }
}
