/** Decision safety (contract/promises.md) on a clock that only moves when told to. D2 and D3 need more: see the system tests. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { components } from '#contract/generated/desk.ts'
import { isRecord } from '#contract/json.ts'
import type { RunStore } from '../store/runs.ts'
import type { TokenSource } from '../tenant/token-source.ts'
import type { DecisionDraft, EntryDraft, RunDraft } from './decision.ts'
import { alwaysSignedIn, approve, draft, forward, me, whole } from './testing/desk.ts'
import type { Desk } from './testing/desk.ts'
import { stage } from './testing/stage.ts'
import type { Plan } from './testing/stage.ts'
import type { ModelAnswer } from './testing/tenant-model.ts'
import { VirtualClock, settled } from './testing/virtual-clock.ts'

type Run = components['schemas']['Run']

const put = (desk: Desk, runId: string, body: unknown, user = 'me') =>
  desk.app.request(`/desk/runs/${runId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-test-user': user },
    body: JSON.stringify(body),
  })
const failure = async (response: Response): Promise<unknown[]> => {
  const body: unknown = await response.json()
  return [response.status, ...(isRecord(body) ? [body['code'], body['runId']] : [])]
}
const isRun = (body: unknown): body is Run => isRecord(body) && Array.isArray(body['entries'])
async function runIn(response: Response): Promise<Run> {
  const body: unknown = await response.json()
  if (!isRun(body)) throw new Error(`${response.status} is no run`)
  return body
}
const stateOf = async (desk: Desk, runId: string, position = 0) => (await desk.service.get(me, runId)).entries[position]

async function handedOver() {
  const { clock, model, desk } = await stage()
  const [one, two] = [model.add('w1'), model.add('w2')]
  const runId = randomUUID()
  const first = draft([approve(one), approve(one, 1), whole(two, 'completeWorkItem')], 5_000)
  expect((await put(desk, runId, first)).status).toBe(200)
  return { clock, model, desk, runId, first, one, two }
}
const changed = (run: RunDraft, change: Partial<RunDraft>): RunDraft => ({ ...run, ...change })
const decided = (entry: EntryDraft, change: Partial<DecisionDraft>): EntryDraft =>
  'workItemId' in entry ? { ...entry, ...change } : entry
const rejected = (entry: EntryDraft) =>
  entry.operation === 'approveApprovalItem' ? decided(entry, { operation: 'rejectApprovalItem' }) : entry
const ofAnother = (entry: EntryDraft) =>
  entry.operation === 'completeWorkItem' ? decided(entry, { workItemId: 'another' }) : entry
const seenOtherwise = (entry: EntryDraft) =>
  'workItemId' in entry ? decided(entry, { seen: { ...entry.seen, modified: '2026-01-01T00:00:00Z' } }) : entry

describe('D1 a run is put, not posted', () => {
  test('D1 the same id and content answers the stored run', async () => {
    const { desk, runId, first } = await handedOver()
    const again = await runIn(await put(desk, runId, first))
    expect(again.entries.map(({ state }) => state)).toEqual(['held', 'held', 'held'])
    expect(await desk.service.countOpen(me)).toBe(3)
  })

  test('D1 the order of keys and an absent note are not content', async () => {
    const { desk, runId, first } = await handedOver()
    expect((await put(desk, runId, { entries: first.entries, holdMs: first.holdMs })).status).toBe(200)
  })

  test('D1 the same id and decisions, looked at longer ago, is the same run: a second try comes later than the first', async () => {
    const { desk, runId, first, one, two, clock } = await handedOver()
    await clock.advance(2_000)
    const later = draft([approve(one, 0, 63_000), approve(one, 1, 63_000), whole(two, 'completeWorkItem')], 5_000)
    const again = await runIn(await put(desk, runId, later))
    expect(again.entries.map(({ seen }) => seen.ageMs)).toEqual(first.entries.map(({ seen }) => seen.ageMs))
    expect(await desk.service.countOpen(me)).toBe(3)
  })

  test('D1 the same id and content after its end answers how it ended', async () => {
    const { desk, runId, first, clock } = await handedOver()
    await clock.advance(6_000)
    const again = await runIn(await put(desk, runId, first))
    expect([again.open, again.totals.done]).toEqual([false, 3])
    await clock.advance(60_000)
    expect((await stateOf(desk, runId))?.attempt).toBe(1)
  })

  test.each<[string, (run: RunDraft) => RunDraft]>([
    ['another hold', (run) => changed(run, { holdMs: 0 })],
    ['another note', (run) => changed(run, { note: 'x' })],
    ['an entry less', (run) => changed(run, { entries: run.entries.slice(1) })],
    ['another order', (run) => changed(run, { entries: run.entries.toReversed() })],
    ['another verdict', (run) => changed(run, { entries: run.entries.map(rejected) })],
    ['another item', (run) => changed(run, { entries: run.entries.map(ofAnother) })],
    ['something else seen', (run) => changed(run, { entries: run.entries.map(seenOtherwise) })],
  ])('D1 the same id with %s → 422', async (_, change) => {
    const { desk, runId, first } = await handedOver()
    expect(await failure(await put(desk, runId, change(first)))).toEqual([422, 'id_reused', undefined])
  })

  test("D1 another user's id → 404, for the same content too", async () => {
    const { desk, runId, first } = await handedOver()
    expect(await failure(await put(desk, runId, first, 'you'))).toEqual([404, 'not_found', undefined])
  })

  test('D1 an object of an open entry → 409 naming its run, and nothing is stored', async () => {
    const { desk, runId, one, two, clock, model } = await handedOver()
    const other = randomUUID()
    const three = model.add('w3')
    const bodies = [[approve(one)], [whole(one, 'approveApprovalItemsInBulk')], [approve(three), approve(two)], [forward(two)]]
    for (const entries of bodies) {
      expect(await failure(await put(desk, other, draft(entries)))).toEqual([409, 'already_in_run', runId])
      expect(await failure(await put(desk, other, draft(entries), 'you'))).toEqual([409, 'already_in_run', runId])
    }
    expect((await put(desk, other, draft([approve(three), whole(three, 'completeWorkItem')]))).status).toBe(409)
    expect((await desk.service.list(me, { limit: 50, offset: 0 })).map(({ id }) => id)).toEqual([runId])
    await clock.advance(6_000)
    expect((await put(desk, other, draft([approve(three)]))).status).toBe(200)
  })

  test('D1 200 at the same time → one run, each entry sent once', async () => {
    const { clock, model, desk } = await stage()
    const entries = Array.from({ length: 10 }, (_, index) => approve(model.add(`w${index}`)))
    const runId = randomUUID()
    const answers: Promise<Response>[] = []
    for (let time = 0; time < 200; time += 1) answers.push(Promise.resolve(put(desk, runId, draft(entries, 100))))
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(200).fill(200))
    await clock.advance(30_000)
    expect(model.requests).toHaveLength(10)
    expect(new Set(model.effects.map(({ itemId }) => itemId)).size).toBe(10)
    expect((await desk.service.get(me, runId)).totals.done).toBe(10)
  }, 60_000)
})

const dto = { detailCode: '400.1 Bad', trackingId: 't-1', messages: [{ text: 'No.' }], causes: [] }
const system = (code: string, syscall: string) => () => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code, syscall }) })
}
const html = (status: number) => () => new Response('<h1>Bad gateway</h1>', { status, headers: { 'content-type': 'text/html' } })
const json =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  (): ModelAnswer => ({ status, body, headers })
const text = (body: string) => () => new Response(body, { status: 200, headers: { 'content-type': 'application/json' } })

describe('D5 every failed write says whether it was sent', () => {
  test.each<[string, () => ModelAnswer | Response | Promise<Response>, string, string, string | undefined]>([
    ['connection refused', system('ECONNREFUSED', 'connect'), 'queued', 'no', undefined],
    ['name not found', system('ENOTFOUND', 'getaddrinfo'), 'queued', 'no', undefined],
    ['429', json(429, { message: 'slow' }, { 'retry-after': '1' }), 'queued', 'no', undefined],
    ['401', json(401, { error: 'JWT expired' }), 'queued', 'no', undefined],
    ['reset', system('ECONNRESET', 'read'), 'needs-you', 'unknown', 'reset'],
    ['closed', system('UND_ERR_SOCKET', ''), 'needs-you', 'unknown', 'reset'],
    ['timeout', () => new Promise<Response>(() => undefined), 'needs-you', 'unknown', 'timeout'],
    ['500', json(500, dto), 'needs-you', 'unknown', 'server_error'],
    ['502 as a web page', html(502), 'needs-you', 'unknown', 'unreadable'],
    ['503, empty', () => new Response(null, { status: 503 }), 'needs-you', 'unknown', 'server_error'],
    ['200, cut off', text('{"id":"w1"'), 'needs-you', 'unknown', 'unreadable'],
    ['200 as a web page', html(200), 'needs-you', 'unknown', 'unreadable'],
    ['200, empty', text(''), 'needs-you', 'unknown', 'unexpected_answer'],
    ['200, another work item', json(200, { id: 'w2' }), 'needs-you', 'unknown', 'unexpected_answer'],
    [
      '200, still pending',
      json(200, { id: 'w1', state: 'Pending', approvalItems: [] }),
      'needs-you',
      'unknown',
      'unexpected_answer',
    ],
    ['404 of a proxy', html(404), 'needs-you', 'unknown', 'unreadable'],
    ['400', json(400, dto), 'refused', 'yes', 'refused'],
    ['403', json(403, dto), 'refused', 'yes', 'refused'],
    ['404', json(404, dto), 'refused', 'yes', 'refused'],
    ['409', json(409, dto), 'refused', 'yes', 'refused'],
    ['422', json(422, dto), 'refused', 'yes', 'refused'],
  ])('D5 %s', async (_, fault, state, sent, code) => {
    const plan: Plan = (request, answer) => (request.method === 'POST' ? fault() : answer())
    const { clock, model, desk } = await stage({ plan })
    const runId = randomUUID()
    await desk.service.put(me, runId, draft([approve(model.add('w1'))]))
    await clock.advance(70_000)
    const entry = await stateOf(desk, runId)
    expect([entry?.state, entry?.sent, entry?.problem?.code]).toEqual([state, sent, code])
    expect(entry?.waiting === null).toBe(state !== 'queued')
    // What the tenant itself said is kept for the person and for its support.
    const said = sent === 'yes' ? { detailCode: '400.1 Bad', trackingId: 't-1', message: 'No.' } : {}
    expect(entry?.problem ?? {}).toMatchObject(said)
  })

  test.each(['put', 'moveChosen'] as const)('D5 the ledger cannot be written (%s) → 503 not_sent', async (method) => {
    let full = false
    const { clock, model, desk } = await stage({ wrapStore: (store) => failing(store, method, () => full) })
    const runId = randomUUID()
    const body = draft([approve(model.add('w1'))], 5_000)
    if (method === 'moveChosen') await desk.service.put(me, runId, body)
    full = true
    const answer =
      method === 'put'
        ? await put(desk, runId, body)
        : await desk.app.request(`/desk/runs/${runId}/take-back`, { method: 'POST', body: '{}' })
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ code: 'not_sent', sent: 'no' })
    await clock.advance(60_000)
    expect(model.requests).toEqual([])
  })
})

const refuse = () => Promise.reject(new Error('disk full'))

/** A store that cannot do one thing while `broken` says so. */
function failing(store: RunStore, method: 'put' | 'moveChosen' | 'move', broken: () => boolean): RunStore {
  return {
    ...store,
    put: (...given) => (method === 'put' && broken() ? refuse() : store.put(...given)),
    moveChosen: (...given) => (method === 'moveChosen' && broken() ? refuse() : store.moveChosen(...given)),
    move: (...given) => (method === 'move' && broken() ? refuse() : store.move(...given)),
  }
}

test('D2 while the intent cannot be stored nothing is sent, and afterwards it is sent once', async () => {
  let full = true
  const { clock, model, desk } = await stage({ wrapStore: (store) => failing(store, 'move', () => full) })
  const runId = randomUUID()
  await desk.service.put(me, runId, draft([approve(model.add('w1'))]))
  await clock.advance(60_000)
  expect(model.requests).toEqual([])
  expect(await stateOf(desk, runId)).toMatchObject({ state: 'queued', sent: 'no' })
  full = false
  await clock.advance(70_000)
  expect(await stateOf(desk, runId)).toMatchObject({ state: 'done', attempt: 1 })
  expect(model.writesTo('w1')).toBe(1)
})

test('D2 an outcome that cannot be stored at first is stored as soon as it can', async () => {
  let full = false
  const plan: Plan = (_, answer) => {
    full = true
    return answer()
  }
  const { clock, model, desk } = await stage({ plan, wrapStore: (store) => failing(store, 'move', () => full) })
  const runId = randomUUID()
  await desk.service.put(me, runId, draft([approve(model.add('w1'))]))
  await clock.advance(20_000)
  expect(await stateOf(desk, runId)).toMatchObject({ state: 'sending', sent: 'unknown' })
  full = false
  await clock.advance(60_000)
  expect(await stateOf(desk, runId)).toMatchObject({ state: 'done', confirmedByReading: false })
  expect(model.writesTo('w1')).toBe(1)
})

test('D6 while the tenant has not answered, nothing says that it is done', async () => {
  const clock = new VirtualClock()
  const plan: Plan = async (request, answer) => {
    const effect = answer()
    if (request.method === 'POST') await new Promise<void>((resolve) => clock.after(10_000, resolve))
    return effect
  }
  const { model, desk } = await stage({ clock, plan })
  const runId = randomUUID()
  const first = await desk.service.put(me, runId, draft([approve(model.add('w1'))], 2_000))
  const shown = [first.entries[0]?.state]
  for (let ms = 0; ms < 12_000; ms += 250) {
    shown.push((await stateOf(desk, runId))?.state)
    await clock.advance(250)
  }
  expect(model.effects).toHaveLength(1)
  expect([...new Set(shown)]).toEqual(['held', 'sending'])
  expect(shown.filter((state) => state === 'sending')).toHaveLength(40)
  expect(await stateOf(desk, runId)).toMatchObject({ state: 'done', sent: 'yes' })
})

test('D7 200 take-backs raced against the end of the hold: cancelled without an effect, or sent once, and the answer says which', async () => {
  const { clock, model, desk } = await stage()
  const seen = { cancelled: 0, sent: 0 }
  for (let round = 0; round < 200; round += 1) {
    const item = model.add(`w${round}`)
    const runId = randomUUID()
    await desk.service.put(me, runId, draft([approve(item)], 1_000))
    // The last turns of the event loop before and after the hold ends, in ever other order.
    await clock.advance(999)
    const passing = clock.advance(1)
    for (let turn = 0; turn < 3 + (round % 5); turn += 1) await new Promise((resolve) => setImmediate(resolve))
    for (let turn = 0; turn < Math.floor(round / 5); turn += 1) await Promise.resolve()
    const answer = (await desk.service.takeBack(me, runId)).entries[0]?.state
    await passing
    await clock.advance(11_000)
    const final = (await stateOf(desk, runId))?.state
    const effects = model.effectsOn(item.id).length
    const taken = answer === 'cancelled'
    expect([final, effects, model.writesTo(item.id)]).toEqual(taken ? ['cancelled', 0, 0] : ['done', 1, 1])
    seen[taken ? 'cancelled' : 'sent'] += 1
  }
  expect(seen.cancelled).toBeGreaterThan(0)
  expect(seen.sent).toBeGreaterThan(0)
}, 60_000)

const slowed: Plan = (request, answer) =>
  request.path.includes('w0') && request.method === 'POST'
    ? { status: 429, body: { message: 'slow' }, headers: { 'retry-after': '30' } }
    : answer()

test('D7 what is taken back while it waits for the rate limit is never sent', async () => {
  const { clock, model, desk } = await stage({ plan: slowed })
  await desk.service.put(me, randomUUID(), draft([approve(model.add('w0'))]))
  await clock.advance(100)
  const runId = randomUUID()
  await desk.service.put(me, runId, draft([approve(model.add('w1'))]))
  await clock.advance(5_000)
  expect(await stateOf(desk, runId)).toMatchObject({ state: 'queued', waiting: 'rate', canTakeBack: true })
  await desk.service.takeBack(me, runId)
  await clock.advance(60_000)
  expect(await stateOf(desk, runId)).toMatchObject({ state: 'cancelled', sent: 'no' })
  expect(model.writesTo('w1')).toBe(0)
})

test('D9 an entry is sent only with a live session of its user, looked at when the request leaves', async () => {
  let live = true
  const tokens: TokenSource = { ...alwaysSignedIn, tokenFor: (user) => Promise.resolve(live ? `token of ${user.userId}` : null) }
  const { clock, model, desk } = await stage({ tokens })
  const runId = randomUUID()
  await desk.service.put(me, runId, draft([approve(model.add('w1'))], 1_000))
  live = false
  await clock.advance(60_000)
  expect(await stateOf(desk, runId)).toMatchObject({ state: 'queued', waiting: 'sign-in', canTakeBack: true })
  live = true
  desk.runner.wake()
  await settled()
  expect(await stateOf(desk, runId)).toMatchObject({ state: 'done', waiting: null })
})

test('D9 after 12 h without a sign-in the person is asked once more', async () => {
  let live = false
  const tokens: TokenSource = { ...alwaysSignedIn, tokenFor: (user) => Promise.resolve(live ? `token of ${user.userId}` : null) }
  const { clock, model, desk } = await stage({ tokens })
  const runId = randomUUID()
  await desk.service.put(me, runId, draft([approve(model.add('w1'))]))
  for (let hour = 0; hour <= 12; hour += 1) await clock.advance(3_600_000)
  live = true
  desk.runner.wake()
  await clock.advance(60_000)
  expect(await stateOf(desk, runId)).toMatchObject({ state: 'held', sendsInMs: null, canTakeBack: true })
  expect(model.requests).toEqual([])
  await desk.service.sendNow(me, runId)
  await clock.advance(1_000)
  // Seen 12 h ago, so it was read again first.
  expect(model.requests.map(({ method }) => method)).toEqual(['GET', 'POST'])
  expect(await stateOf(desk, runId)).toMatchObject({ state: 'done' })
}, 60_000)
