/**
 * Histories of runs under random faults, take-backs and restarts, judged by what the tenant did (RELIABILITY D14). The tenant applies
 * every write again that reaches it, so it is the protocol that is tested and not the tenant's own guard.
 */
import * as fc from 'fast-check'
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { EntryDraft } from './decision.ts'
import { alwaysSignedIn, approve, draft, forward, me, modelFetch, openDatabase, openDesk, whole } from './testing/desk.ts'
import { TenantModel } from './testing/tenant-model.ts'
import type { ModelAnswer, ModelItem } from './testing/tenant-model.ts'
import { VirtualClock } from './testing/virtual-clock.ts'

const FAULTS = [
  'none',
  'refused-connection',
  'drop-before',
  'drop-after',
  '500-before',
  '500-after',
  'late-effect',
  'garbled-after',
  'silent-before',
  'silent-after',
  '429',
  '401',
  '403',
  '404',
] as const
type FaultName = (typeof FAULTS)[number]

const broken = (code: string, syscall: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code, syscall }) })
const silence = () => new Promise<Response>(() => undefined)
const dto = { detailCode: '4', trackingId: 't', messages: [], causes: [] }

/** What certainly was not carried out, by the tenant's word or for want of a connection. */
const NOT_EXECUTED: ReadonlySet<FaultName> = new Set(['refused-connection', '429', '401'])

function suffer(fault: FaultName, act: () => ModelAnswer, clock: VirtualClock): ModelAnswer | Response | Promise<Response> {
  switch (fault) {
    case 'none':
      return act()
    case 'refused-connection':
      throw broken('ECONNREFUSED', 'connect')
    case 'drop-after':
      act()
      throw broken('ECONNRESET', 'read')
    case 'drop-before':
      throw broken('ECONNRESET', 'read')
    case '500-after':
      act()
      return { status: 500, body: dto }
    case '500-before':
      return { status: 500, body: dto }
    case 'late-effect':
      clock.after(20_000, () => void act())
      return { status: 502, body: dto }
    case 'garbled-after':
      act()
      return new Response('{"id":', { status: 200, headers: { 'content-type': 'application/json' } })
    case 'silent-after':
      act()
      return silence()
    case 'silent-before':
      return silence()
    case '429':
      return { status: 429, body: { message: 'slow' }, headers: { 'retry-after': '3' } }
    default:
      return { status: Number(fault), body: dto }
  }
}

const acts: readonly ((item: ModelItem) => EntryDraft)[] = [
  (item) => approve(item),
  (item) => ({ ...approve(item), operation: 'rejectApprovalItem' }),
  (item) => whole(item, 'approveApprovalItemsInBulk'),
  (item) => whole(item, 'rejectApprovalItemsInBulk'),
  (item) => whole(item, 'completeWorkItem'),
  (item) => forward(item),
]

const anyHistory = fc.record({
  entries: fc.array(fc.nat(acts.length - 1), { minLength: 1, maxLength: 10 }),
  faults: fc.array(fc.constantFrom(...FAULTS), { minLength: 10, maxLength: 40, size: 'max' }),
  // What happens while the run goes: the milliseconds before it, and what it is.
  incidents: fc.array(
    fc.tuple(fc.nat(6_000), fc.constantFrom('restart' as const, 'take-back' as const, 'check-again' as const)),
    { maxLength: 5 },
  ),
})

type History = typeof anyHistory extends fc.Arbitrary<infer Value> ? Value : never

async function wrongWith({ entries, faults, incidents }: History): Promise<string[]> {
  const clock = new VirtualClock()
  const model = new TenantModel()
  model.naive = true
  const items = entries.map((_, index) => model.add(`w${index}`))
  const wrong: string[] = []
  const mayHaveRun = new Map<string, number>()
  let next = 0
  let healed = false
  let generation = 0
  const db = await openDatabase()
  const fetch = modelFetch(model, clock, ({ method, path }, act) => {
    const fault = healed ? 'none' : (faults[next] ?? 'none')
    next += 1
    const id = path.split('/').find((part) => /^w\d+$/.test(part)) ?? ''
    if (method === 'POST' && !NOT_EXECUTED.has(fault)) mayHaveRun.set(id, (mayHaveRun.get(id) ?? 0) + 1)
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
  await desk.service.put(
    me,
    runId,
    draft(
      items.map((item, index) => acts[entries[index] ?? 0]?.(item) ?? approve(item)),
      1_000,
    ),
  )
  for (const [ms, what] of incidents) {
    await clock.advance(ms)
    if (what === 'take-back') await desk.service.takeBack(me, runId)
    if (what === 'check-again') await desk.service.settle(me, runId, 'check-again')
    if (what === 'restart') desk = await start()
  }
  // The person signs in again now and then: two refused tokens in a row end a session.
  for (let minute = 0; minute < 5; minute += 1) {
    tokens += 1
    healed = minute > 1
    await clock.advance(60_000)
  }
  const run = await desk.service.get(me, runId)
  for (const entry of run.entries) {
    const { state, sent, workItemId } = entry
    const effects = model.effectsOn(workItemId)
    const perObject = effects.map(({ approvalItemId }) => approvalItemId)
    const say = (what: string) => wrong.push(`${entry.operation} ${state}/${sent}: ${what}`)
    if (!['done', 'refused', 'conflict', 'cancelled', 'needs-you'].includes(state)) say('has not come to rest')
    if (new Set(perObject).size !== perObject.length) say('took effect twice')
    if ((mayHaveRun.get(workItemId) ?? 0) > 1) say('left twice')
    if (state === 'done' && effects.length === 0) say('is done without an effect')
    if (sent === 'no' && effects.length > 0) say('took effect though not sent')
    if (['cancelled', 'refused'].includes(state) && effects.length > 0) say('took effect')
    if (state === 'needs-you' && effects.length > 0 && entry.operation !== 'forwardWorkItem')
      say('was carried out, and a reading shows it')
  }
  await db.destroy()
  return wrong
}

test('D14 whatever fails: at most one effect, no success without one, nothing lost', async () => {
  const safe = fc.asyncProperty(anyHistory, async (history) => {
    expect(await wrongWith(history)).toEqual([])
  })
  await fc.assert(safe, { numRuns: 60 })
}, 120_000)
