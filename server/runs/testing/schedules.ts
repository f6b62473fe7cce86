/**
 * Histories of runs under random faults, take-backs and restarts, judged by what the tenant did (promise D14); test support. The tenant
 * applies every write again that reaches it where it is naive, so it is the protocol that is tested and not the tenant's own guard.
 */
import { randomUUID } from 'node:crypto'
import * as fc from 'fast-check'
import { alwaysSignedIn, draft, me, modelFetch, openDatabase, openDesk } from './desk.ts'
import { FAULTS, NOT_EXECUTED, suffer } from './history.ts'
import type { Kit } from './history.ts'
import { TenantModel } from './tenant-model.ts'
import { VirtualClock } from './virtual-clock.ts'

export const anyHistory = fc.record({
  naive: fc.boolean(),
  entries: fc.array(fc.nat(5), { minLength: 1, maxLength: 10 }),
  faults: fc.array(fc.constantFrom(...FAULTS), { minLength: 10, maxLength: 40, size: 'max' }),
  // What happens while the run goes: the milliseconds before it, and what it is.
  incidents: fc.array(
    fc.tuple(fc.nat(6_000), fc.constantFrom('restart' as const, 'take-back' as const, 'check-again' as const)),
    { maxLength: 5 },
  ),
})

type History = typeof anyHistory extends fc.Arbitrary<infer Value> ? Value : never

/** What is wrong after that history; nothing, if all is well. */
export async function wrongWith(kit: Kit, { naive, entries, faults, incidents }: History): Promise<string[]> {
  const clock = new VirtualClock()
  const model = new TenantModel()
  model.naive = naive
  const drafts = entries.map((kind, index) => kit.entry(model, kind, index))
  const wrong: string[] = []
  const mayHaveRun = new Map<string, number>()
  let next = 0
  let healed = false
  let generation = 0
  const db = await openDatabase()
  const fetch = modelFetch(model, clock, (request, act) => {
    const drawn = healed ? 'none' : (faults[next] ?? 'none')
    const fault = kit.isLie(request, drawn) ? 'none' : drawn
    next += 1
    const name = kit.nameIn(request)
    if (request.method !== 'GET' && !NOT_EXECUTED.has(fault)) mayHaveRun.set(name, (mayHaveRun.get(name) ?? 0) + 1)
    return suffer(fault, act, clock)
  })
  let tokens = 0
  const start = async () => {
    const mine = (generation += 1)
    const desk = await openDesk({
      clock,
      fetch,
      db,
      tokens: {
        ...alwaysSignedIn,
        tokenFor: () => Promise.resolve(`t${tokens}`),
        replace: () => Promise.resolve(`t${(tokens += 1)}`),
      },
      // After a kill -9 the old process neither learns nor stores anything any more.
      wrapStore: (store) =>
        new Proxy(store, {
          get: (target, name) => (mine === generation ? Reflect.get(target, name) : () => Promise.reject(new Error('killed'))),
        }),
    })
    await desk.runner.start()
    return desk
  }
  let desk = await start()
  const runId = randomUUID()
  await desk.service.put(me, runId, draft(drafts, 1_000))
  for (const [ms, what] of incidents) {
    await clock.advance(ms)
    if (what === 'take-back') await desk.service.takeBack(me, runId)
    if (what === 'check-again') await desk.service.settle(me, runId, 'check-again')
    if (what === 'restart') desk = await start()
  }
  // The person signs in again now and then: two refused tokens in a row end a session.
  for (let minute = 0; minute < 5; minute += 1) {
    tokens += 1
    healed = minute > 0
    await clock.advance(60_000)
    const { totals } = await desk.service.get(me, runId)
    if (healed && totals.held + totals.queued + totals.sending + totals.verifying === 0) break
  }
  wrong.push(...kit.violations(await desk.service.get(me, runId), model, mayHaveRun))
  await db.destroy()
  return wrong
}
