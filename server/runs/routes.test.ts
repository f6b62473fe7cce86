import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isRecord, listOf } from '#contract/json.ts'
import { codeOf, startAsking } from './testing/asking.ts'
import type { Answer } from './testing/asking.ts'
import { approve, draft, forward, whole } from './testing/desk.ts'
import { TenantModel } from './testing/tenant-model.ts'

const stage = startAsking

const entriesIn = ({ body }: Answer) => listOf(isRecord(body) ? body['entries'] : body).filter(isRecord)
const statesIn = (answer: Answer) => entriesIn(answer).map(({ state }) => state)
const idsIn = ({ body }: Answer) => listOf(body).flatMap((run) => (isRecord(run) ? [run['id']] : []))
const subjectsIn = ({ body }: Answer) => listOf(body).flatMap((run) => (isRecord(run) ? [run['subject']] : []))
const fieldOf = ({ body }: Answer) => {
  const [problem] = listOf(isRecord(body) ? body['problems'] : undefined)
  return isRecord(problem) ? problem['field'] : undefined
}

test('every answer of the run routes satisfies desk.yaml, in every state an entry can be in', async () => {
  const { clock, model, ask, failWith } = await stage()
  const dto = { detailCode: '400.1', trackingId: 't', messages: [{ text: 'No.' }], causes: [] }
  failWith((path) => {
    if (path.includes('refused')) return { status: 400, body: dto }
    if (path.includes('lost')) return { status: 502, body: dto }
    if (path.includes('slow')) return { status: 429, body: { message: 'slow' }, headers: { 'retry-after': '5' } }
    return path.includes('hangs') ? new Promise<Response>(() => undefined) : undefined
  })
  const names = ['done', 'refused', 'lost', 'lost-dismissed', 'hangs']
  const runId = randomUUID()
  const changed = model.add('changed')
  const entries = [
    ...names.map((name) => approve(model.add(name))),
    forward(model.add('forwarded')),
    whole(changed, 'rejectApprovalItemsInBulk'),
  ]
  const put = await ask('putRun', `/runs/${runId}`, { ...draft(entries, 1_000), note: 'Q1 clean-up' })
  expect(statesIn(put)).toEqual(Array(7).fill('held'))
  changed.approvalItems.pop()
  await clock.advance(1_100)
  const midway = ['done', 'verifying', 'verifying', 'verifying', 'sending', 'done', 'conflict']
  expect(statesIn(await ask('getRun', `/runs/${runId}`))).toEqual(midway)
  await clock.advance(40_000)
  await ask('settleEntries', `/runs/${runId}/settle`, { act: 'dismiss', positions: [3] })
  await ask('settleEntries', `/runs/${runId}/settle`, { act: 'send-again', positions: [2] })
  await ask('settleEntries', `/runs/${runId}/settle`, { act: 'check-again' })
  const later = randomUUID()
  await ask('putRun', `/runs/${later}`, draft([approve(model.add('late'))], 300_000))
  const slow = randomUUID()
  await ask('putRun', `/runs/${slow}`, draft([approve(model.add('slow'))]))
  await clock.advance(2_000)
  expect(entriesIn(await ask('getRun', `/runs/${slow}`))[0]).toMatchObject({ state: 'queued', waiting: 'rate' })
  expect(statesIn(await ask('takeBackEntries', `/runs/${slow}/take-back`, {}))).toEqual(['cancelled'])
  expect(statesIn(await ask('sendEntriesNow', `/runs/${later}/send-now`, { positions: [0] }))).toEqual(['queued'])
  await clock.advance(60_000)
  for (const path of ['/runs', '/runs?open=true', '/runs?open=false', '/runs?limit=1&offset=1']) await ask('listRuns', path)
  for (const path of ['/entries', '/entries?open=true', '/entries?open=false', '/entries?workItemId=done'])
    await ask('listEntries', path)
  expect(statesIn(await ask('getRun', `/runs/${runId}`))).toEqual([
    'done',
    'refused',
    'needs-you',
    'dismissed',
    'needs-you',
    'done',
    'conflict',
  ])
})

test('a list shows the newest first, and filters', async () => {
  const { clock, model, ask } = await stage()
  const ids: string[] = []
  for (const name of ['w1', 'w2', 'w3']) {
    const id = randomUUID()
    ids.unshift(id)
    await ask('putRun', `/runs/${id}`, draft([approve(model.add(name))], name === 'w3' ? 60_000 : 0))
    await clock.advance(1_000)
  }
  expect(idsIn(await ask('listRuns', '/runs'))).toEqual(ids)
  expect(idsIn(await ask('listRuns', '/runs?open=true'))).toEqual(ids.slice(0, 1))
  expect(idsIn(await ask('listRuns', '/runs?open=false&limit=1'))).toEqual(ids.slice(1, 2))
  expect(entriesIn(await ask('listEntries', '/entries?open=true')).map(({ workItemId }) => workItemId)).toEqual(['w3'])
  expect(entriesIn(await ask('listEntries', '/entries?workItemId=w1')).map(({ runId }) => runId)).toEqual(ids.slice(2))
  expect(entriesIn(await ask('listEntries', '/entries', undefined, 'you'))).toEqual([])
})

test('a run about one thing names it, in the list and by itself; one about several names nothing', async () => {
  const { clock, model, ask } = await stage()
  const [one, several] = [randomUUID(), randomUUID()]
  await ask('putRun', `/runs/${several}`, draft([approve(model.add('w1')), approve(model.add('w2'))], 60_000))
  await clock.advance(1_000)
  await ask('putRun', `/runs/${one}`, draft([approve(model.add('w3'))], 60_000))
  expect(subjectsIn(await ask('listRuns', '/runs'))).toEqual(['Work item w3', null])
  expect((await ask('getRun', `/runs/${one}`)).body).toMatchObject({ subject: 'Work item w3' })
  expect((await ask('getRun', `/runs/${several}`)).body).toMatchObject({ subject: null })
})

test('taking back names exactly the entries that were not sent', async () => {
  const { clock, model, ask, failWith } = await stage()
  failWith((path) => (path.includes('hangs') ? new Promise<Response>(() => undefined) : undefined))
  const runId = randomUUID()
  await ask(
    'putRun',
    `/runs/${runId}`,
    draft([approve(model.add('hangs')), approve(model.add('w1')), approve(model.add('w2'))], 1_000),
  )
  expect(statesIn(await ask('takeBackEntries', `/runs/${runId}/take-back`, { positions: [2, 99] }))).toEqual([
    'held',
    'held',
    'cancelled',
  ])
  await clock.advance(1_500)
  expect(statesIn(await ask('takeBackEntries', `/runs/${runId}/take-back`, {}))).toEqual(['sending', 'done', 'cancelled'])
})

describe("another user's run does not exist", () => {
  test.each([
    ['getRun', ''],
    ['takeBackEntries', '/take-back'],
    ['sendEntriesNow', '/send-now'],
    ['settleEntries', '/settle'],
  ])('%s', async (operation, suffix) => {
    const { model, ask } = await stage()
    const runId = randomUUID()
    await ask('putRun', `/runs/${runId}`, draft([approve(model.add('w1'))], 60_000))
    const body = operation === 'getRun' ? undefined : operation === 'settleEntries' ? { act: 'dismiss' } : {}
    const answer = await ask(operation, `/runs/${runId}${suffix}`, body, 'you')
    expect([answer.status, codeOf(answer)]).toEqual([404, 'not_found'])
    expect((await ask(operation, `/runs/${randomUUID()}${suffix}`, body, 'you')).body).toEqual(answer.body)
    expect(statesIn(await ask('getRun', `/runs/${runId}`))).toEqual(['held'])
  })
})

describe('an invalid request is refused with the field and stores nothing', () => {
  const w1 = new TenantModel().add('w1')
  const good = draft([approve(w1)])
  test.each<[string, string, string, unknown, string | undefined]>([
    ['an id that is no UUID', 'putRun', '/runs/x', good, 'runId'],
    ['no body', 'putRun', `/runs/${randomUUID()}`, undefined, ''],
    ['no JSON', 'putRun', `/runs/${randomUUID()}`, '{"holdMs":', ''],
    ['null', 'putRun', `/runs/${randomUUID()}`, 'null', ''],
    ['no entries', 'putRun', `/runs/${randomUUID()}`, { holdMs: 0, entries: [] }, 'entries'],
    ['a hold as text', 'putRun', `/runs/${randomUUID()}`, { ...good, holdMs: '0' }, 'holdMs'],
    ['a hold of an hour', 'putRun', `/runs/${randomUUID()}`, { ...good, holdMs: 3_600_000 }, 'holdMs'],
    ['something more', 'putRun', `/runs/${randomUUID()}`, { ...good, pause: true }, 'pause'],
    [
      'an unknown operation',
      'putRun',
      `/runs/${randomUUID()}`,
      { holdMs: 0, entries: [{ ...approve(w1), operation: 'getWorkItem' }] },
      'entries/0/operation',
    ],
    [
      'an action about a work item',
      'putRun',
      `/runs/${randomUUID()}`,
      { holdMs: 0, entries: [{ ...approve(w1), operation: 'deleteIdentity' }] },
      'entries/0/identityId',
    ],
    [
      'a path for an id',
      'putRun',
      `/runs/${randomUUID()}`,
      draft([{ ...approve(w1), workItemId: '../x' }]),
      'entries/0/workItemId',
    ],
    ['a body for approve', 'putRun', `/runs/${randomUUID()}`, draft([{ ...approve(w1), body: {} }]), 'entries/0/body'],
    ['an unknown act', 'settleEntries', `/runs/${randomUUID()}/settle`, { act: 'retry' }, 'act'],
    ['negative positions', 'takeBackEntries', `/runs/${randomUUID()}/take-back`, { positions: [-1] }, 'positions/0'],
    ['an unknown query key', 'listRuns', '/runs?state=done', undefined, 'state'],
    ['a query key twice', 'listRuns', '/runs?limit=1&limit=2', undefined, 'limit'],
    ['a limit of 0', 'listRuns', '/runs?limit=0', undefined, 'limit'],
    ['open=maybe', 'listEntries', '/entries?open=maybe', undefined, 'open'],
  ])('%s', async (_, operation, path, body, field) => {
    const { ask } = await stage()
    const answer = await ask(operation, path, body)
    expect([answer.status, codeOf(answer), fieldOf(answer)]).toEqual([400, 'invalid_request', field])
    expect((await ask('listRuns', '/runs')).body).toEqual([])
  })

  test('a run of more than 4 MB is too large', async () => {
    const { ask } = await stage()
    const answer = await ask('putRun', `/runs/${randomUUID()}`, JSON.stringify({ ...good, note: 'x'.repeat(4 * 1024 * 1024) }))
    expect([answer.status, codeOf(answer)]).toEqual([413, 'too_large'])
  })
})

test('a run of 5,000 entries is taken, shown and taken back as a whole', async () => {
  const { model, ask } = await stage()
  const runId = randomUUID()
  const entries = Array.from({ length: 5_000 }, (_, index) => whole(model.add(`w${index}`, 1), 'completeWorkItem'))
  expect((await ask('putRun', `/runs/${runId}`, draft(entries, 60_000))).status).toBe(200)
  const answer = await ask('takeBackEntries', `/runs/${runId}/take-back`, {})
  expect(answer.body).toMatchObject({ open: false, totals: { cancelled: 5_000, held: 0 } })
}, 60_000)

describe('a run for another owner', () => {
  const forOwner = { id: 'them', name: 'Theo Example' }

  test('says so, is another run than the same without, and is told in the language of the person', async () => {
    const { clock, model, ask, desk } = await stage()
    const item = model.add('w1')
    item.ownerId = 'them'
    const runId = randomUUID()
    const content = { ...draft([whole(item, 'approveApprovalItemsInBulk')], 1_000), forOwner }
    const put = await ask('putRun', `/runs/${runId}`, content, 'me', { 'accept-language': 'de-DE, en;q=0.5' })
    expect(put.body).toMatchObject({ forOwner })
    expect(codeOf(await ask('putRun', `/runs/${runId}`, { ...content, forOwner: null }))).toBe('id_reused')
    expect((await ask('putRun', `/runs/${runId}`, content)).status).toBe(200)
    await clock.advance(2_000)
    expect((await ask('listRuns', '/runs')).body).toMatchObject([{ id: runId, forOwner, totals: { done: 1 } }])
    expect(new Set(model.requests.map(({ language }) => language))).toEqual(new Set(['de-DE, en;q=0.5']))
    expect((await desk.store.entry(runId, 0))?.forOwner).toEqual(forOwner)
  })

  test('C2 expects the owner that was seen: an item that went back meanwhile is not decided', async () => {
    const { clock, model, ask } = await stage()
    const [stays, moves] = [model.add('w1'), model.add('w2')]
    for (const item of [stays, moves]) item.ownerId = 'them'
    const runId = randomUUID()
    const entries = [stays, moves].map((item) => whole(item, 'rejectApprovalItemsInBulk'))
    await ask('putRun', `/runs/${runId}`, { ...draft(entries, 1_000), forOwner })
    moves.ownerId = 'me'
    await clock.advance(2_000)
    expect(statesIn(await ask('getRun', `/runs/${runId}`))).toEqual(['done', 'conflict'])
    expect(model.writesTo('w2')).toBe(0)
  })

  test('a language that could not be a header is not passed on', async () => {
    const { clock, model, ask } = await stage()
    await ask('putRun', `/runs/${randomUUID()}`, draft([approve(model.add('w1'))]), 'me', { 'accept-language': 'de<script>' })
    await clock.advance(1_000)
    expect(model.requests.map(({ language }) => language)).toEqual([null])
  })
})

describe('who settled a work item', () => {
  test('is told from the ledger, the last act first, to whoever may read the item now', async () => {
    const { clock, model, ask } = await stage()
    const item = model.add('w1')
    const runId = randomUUID()
    await ask('putRun', `/runs/${runId}`, draft([approve(item, 0)]))
    await clock.advance(1_000)
    await ask('putRun', `/runs/${randomUUID()}`, draft([{ ...approve(item, 1), operation: 'rejectApprovalItem' }]))
    await clock.advance(1_000)
    const answer = await ask('getOutcome', '/work-items/w1/outcome', undefined, 'you')
    expect(answer.body).toEqual({
      workItemId: 'w1',
      operation: 'rejectApprovalItem',
      by: 'Mia Example',
      at: '2026-03-04T10:00:01.000Z',
    })
  })

  test.each<[string, (model: TenantModel) => void, string, number]>([
    ['nothing was done through this desk', (model) => void model.add('w1'), 'w1', 404],
    ['the tenant does not know it', () => undefined, 'gone', 404],
    ['the id is a reserved word', () => undefined, 'summary', 404],
  ])('is not told when %s', async (_, prepare, id, status) => {
    const { model, ask } = await stage()
    prepare(model)
    expect((await ask('getOutcome', `/work-items/${id}/outcome`)).status).toBe(status)
  })

  test('is not told to somebody whom the tenant refuses, nor while it cannot be asked', async () => {
    const { clock, model, ask } = await stage()
    await ask('putRun', `/runs/${randomUUID()}`, draft([approve(model.add('w1'))]))
    await clock.advance(1_000)
    model.readsAnswer = { status: 403, body: { detailCode: '403', trackingId: 't', messages: [], causes: [] } }
    expect((await ask('getOutcome', '/work-items/w1/outcome')).status).toBe(404)
    model.readsAnswer = { status: 500, body: {} }
    expect(codeOf(await ask('getOutcome', '/work-items/w1/outcome'))).toBe('tenant_unreachable')
    model.readsAnswer = undefined
    expect((await ask('getOutcome', '/work-items/w1/outcome')).status).toBe(200)
  })

  test('a decision that took no effect is not told', async () => {
    const { clock, model, ask, failWith } = await stage()
    failWith(() => ({ status: 400, body: { detailCode: '400', trackingId: 't', messages: [], causes: [] } }))
    await ask('putRun', `/runs/${randomUUID()}`, draft([approve(model.add('w1'))]))
    await clock.advance(60_000)
    expect((await ask('getOutcome', '/work-items/w1/outcome')).status).toBe(404)
  })
})
