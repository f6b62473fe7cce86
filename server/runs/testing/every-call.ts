/** Promise D15: each fault at the n-th upstream call, for every n of a run of 50 entries, judged by what the tenant did (D14); test support. */
import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import type { Schema } from '../../store/schema.ts'
import { draft, me, modelFetch, openDatabase, openDesk } from './desk.ts'
import { NOT_EXECUTED, suffer } from './history.ts'
import type { FaultName, Kit } from './history.ts'
import { TenantModel } from './tenant-model.ts'
import { VirtualClock } from './virtual-clock.ts'

interface Runs {
  readonly kit: Kit
  /** How many entries. */
  readonly size: number
}

/** As D15 lists them, in one process: a truncated body and invalid JSON are one, so are a drop and a reset after the effect. */
const faults: readonly FaultName[] = [
  'drop-before',
  'drop-after',
  'garbled-after',
  '500-before',
  '500-after',
  'silent-after',
  '429',
  '401',
  '403',
  '404',
]

/** A run of `size` writes of all kinds with `fault` at the n-th call (0: at none): how many calls were made, and what went wrong. */
async function runWith(
  { kit, size }: Runs,
  db: Kysely<Schema>,
  fault: FaultName,
  n: number,
  naive: boolean,
): Promise<{ calls: number; wrong: string[] }> {
  for (const table of ['receipt', 'entry_event', 'task', 'entry_person', 'entry', 'run'] as const)
    await db.deleteFrom(table).execute()
  const clock = new VirtualClock()
  const model = new TenantModel()
  model.naive = naive
  const mayHaveRun = new Map<string, number>()
  let calls = 0
  let tokens = 0
  const fetch = modelFetch(model, clock, (request, act) => {
    calls += 1
    const suffered = calls === n ? fault : 'none'
    const name = kit.nameIn(request)
    if (request.method !== 'GET' && !NOT_EXECUTED.has(suffered)) mayHaveRun.set(name, (mayHaveRun.get(name) ?? 0) + 1)
    return suffer(suffered, act, clock)
  })
  const desk = await openDesk({
    clock,
    fetch,
    db,
    tokens: { tokenFor: () => Promise.resolve(`t${tokens}`), replace: () => Promise.resolve(`t${(tokens += 1)}`) },
  })
  await desk.runner.start()
  const runId = randomUUID()
  const entries = Array.from({ length: size }, (_, index) => kit.entry(model, index % kit.kinds, index))
  await desk.service.put(me, runId, draft(entries))
  await clock.advance(80_000)
  const run = await desk.service.get(me, runId)
  await desk.runner.stop()
  const open = run.entries.filter(({ state }) => ['held', 'queued', 'sending', 'verifying'].includes(state))
  const wrong = kit.violations(run, model, mayHaveRun)
  if (open.length > 0) wrong.push(`${open.length} have not come to rest`)
  if (run.totals.done < size - 1) wrong.push(`${run.totals.done} done: one fault spoilt others`)
  return { calls, wrong }
}

/** The tests of one kind of tenant: every fault at every call. Two files share them, so that they run at the same time. */
export function testEveryCall(runs: Runs, naive: boolean): void {
  test.each(faults)(
    `D15 %s at every call of a run of ${runs.size}`,
    async (fault) => {
      const db = await openDatabase()
      onTestFinished(() => db.destroy())
      const { calls, wrong } = await runWith(runs, db, fault, 0, naive)
      expect(wrong).toEqual([])
      expect(calls).toBeGreaterThanOrEqual(runs.size)
      for (let n = 1; n <= calls; n += 1) expect([n, (await runWith(runs, db, fault, n, naive)).wrong]).toEqual([n, []])
    },
    120_000,
  )
}
