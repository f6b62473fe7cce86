import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isRecord, listOf } from '#contract/json.ts'
import { startAsking } from '../runs/testing/asking.ts'
import type { Asking } from '../runs/testing/asking.ts'
import { approve, draft, forward, openDatabase } from '../runs/testing/desk.ts'
import { createReceiptStore } from '../store/receipts.ts'
import { readCsv } from '#contract/csv.ts'
import { payloads } from '#contract/testing/csv-payloads.ts'
import { verifyFile, verifyStore } from './verify.ts'

async function stage() {
  const db = await openDatabase()
  onTestFinished(() => db.destroy())
  const asking = await startAsking({ db })
  return { ...asking, db, receipts: createReceiptStore(db) }
}

const ADMIN = { 'x-test-authorities': 'ORG_ADMIN' }
const subjects = (body: unknown) => listOf(body).map((one) => (isRecord(one) ? one['workItemId'] : undefined))

/** Three decisions of `me` and one of `you`; one of them refused, one taken back. */
async function decided({ ask, clock, model, failWith }: Asking): Promise<string> {
  failWith((path) =>
    path.includes('refused')
      ? { status: 400, body: { detailCode: '400.1', trackingId: 't9', messages: [], causes: [] } }
      : undefined,
  )
  const runId = randomUUID()
  const named = model.add('w1')
  named.name = 'Cost Centre 100% Ünder_review'
  await ask('putRun', `/runs/${runId}`, { ...draft([approve(named), approve(model.add('refused'))]), note: 'Q1' })
  await ask('putRun', `/runs/${randomUUID()}`, draft([forward(model.add('w2'))]), 'you')
  await clock.advance(10_000)
  await ask('putRun', `/runs/${randomUUID()}`, draft([approve(model.add('w3'))], 60_000))
  for (const run of listOf((await ask('listRuns', '/runs?open=true')).body)) {
    if (isRecord(run)) await ask('takeBackEntries', `/runs/${String(run['id'])}/take-back`, {})
  }
  return runId
}

describe('receipts', () => {
  test('are found by whoever made them, and all of them by an administrator', async () => {
    const desk = await stage()
    await decided(desk)
    const mine = await desk.ask('listReceipts', '/receipts')
    expect([subjects(mine.body), mine.headers.get('x-total-count')]).toEqual([['w3', 'refused', 'w1'], '3'])
    expect(subjects((await desk.ask('listReceipts', '/receipts?actor=you')).body)).toEqual([])
    const all = await desk.ask('listReceipts', '/receipts?limit=2&offset=1', undefined, 'me', ADMIN)
    expect([subjects(all.body), all.headers.get('x-total-count')]).toEqual([['refused', 'w2'], '4'])
    expect(all.body).toMatchObject([
      { number: 3, actor: { id: 'me' } },
      { number: 2, actor: { id: 'you' }, state: 'done' },
    ])
  })

  test.each<[string, string[]]>([
    ['subject=ünder_', ['w1']],
    ['subject=100%25', ['w1']],
    ['subject=centre%20200', []],
    ['subject=W2', ['w2']],
    ['operation=forwardWorkItem', ['w2']],
    ['state=cancelled', ['w3']],
    ['state=refused&actor=mia', ['refused']],
    ['actor=you', ['w2']],
    ['number=2', ['w2']],
    ['number=9', []],
    ['to=2026-03-04T10:00:05Z', ['refused', 'w2', 'w1']],
    ['from=2026-03-04T10:00:05Z', ['w3']],
  ])('?%s', async (query, expected) => {
    const desk = await stage()
    await decided(desk)
    const found = await desk.ask('listReceipts', `/receipts?${query}`, undefined, 'me', ADMIN)
    expect([subjects(found.body), found.headers.get('x-total-count')]).toEqual([expected, String(expected.length)])
  })

  test.each(['state=queued', 'number=0', 'from=yesterday', 'limit=251', 'actor=', 'tenant=other'])(
    '?%s is refused',
    async (query) => {
      const { ask } = await stage()
      expect((await ask('listReceipts', `/receipts?${query}`)).status).toBe(400)
    },
  )
})

describe('the export', () => {
  test('W4 is UTF-8 with a mark, guarded in every column, and verifies by itself', async () => {
    const desk = await stage()
    const { ask, clock, model } = desk
    for (const [index, payload] of payloads.entries()) {
      const item = model.add(`p${index}`)
      item.name = payload
      const entry = forward(item)
      const seen = { ...entry.seen, type: payload.slice(0, 64), description: payload, requesterName: payload, ownerName: payload }
      const body = { targetOwnerId: 'them', comment: `${payload}.` }
      const forOwner = { id: 'them', name: payload }
      const put = await ask('putRun', `/runs/${randomUUID()}`, { ...draft([{ ...entry, seen, body }]), note: payload, forOwner })
      expect(put.status).toBe(200)
    }
    await clock.advance(20_000)
    const { body, headers } = await ask('exportReceipts', '/receipts/export')
    const text = String(body)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const file = `\uFEFF${text.replace(/^\uFEFF/, '')}`
    const raw = [...file.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"'))
    expect(raw.filter((cell) => /^[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫]|^[\t\r\n]/u.test(cell))).toEqual([])
    const [head = [], ...rows] = readCsv(file)
    expect(rows.map((row) => row[head.indexOf('note')] ?? '').sort()).toEqual([...payloads].sort())
    for (const column of ['work item', 'description', 'requester', 'owner', 'for owner'])
      expect(rows.map((row) => row[head.indexOf(column)] ?? '').sort()).toEqual([...payloads].sort())
    expect(verifyFile(file)).toEqual({ holds: true, text: `${payloads.length} receipts, each fits its hash; without gaps.` })
  })

  test('takes the filters, keeps to whom it may show, and says where there are gaps', async () => {
    const desk = await stage()
    await decided(desk)
    const mine = String((await desk.ask('exportReceipts', '/receipts/export')).body)
    expect(
      readCsv(mine)
        .slice(1)
        .map(([number]) => number),
    ).toEqual(['1', '3', '4'])
    expect(verifyFile(mine).text).toBe('3 receipts, each fits its hash; with 1 gaps, as a filter leaves them.')
    const done = String((await desk.ask('exportReceipts', '/receipts/export?state=done', undefined, 'me', ADMIN)).body)
    expect(readCsv(done)).toHaveLength(3)
  })

  test('of thousands comes whole', async () => {
    const { ask, model } = await stage()
    const runId = randomUUID()
    await ask(
      'putRun',
      `/runs/${runId}`,
      draft(
        Array.from({ length: 1_203 }, (_, index) => approve(model.add(`w${index}`))),
        60_000,
      ),
    )
    await ask('stopRun', `/runs/${runId}/stop`)
    const file = String((await ask('exportReceipts', '/receipts/export')).body)
    expect(readCsv(file)).toHaveLength(1_204)
    expect(verifyFile(file).holds).toBe(true)
  })

  test.each<[string, (file: string) => string]>([
    ['a changed cell', (file) => file.replace('Q1', 'Q2')],
    ['a changed hash', (file) => file.replace(/[0-9a-f]{64}"\r\n$/, `${'0'.repeat(64)}"\r\n`)],
    ['two lines swapped', (file) => file.replace(/(\r\n)("1",.*?\r\n)("2",.*?\r\n)/s, '$1$3$2')],
    ['another head', (file) => file.replace('number', 'Number')],
    ['a column less', (file) => file.replace(',"seen SHA-256"', '')],
    ['something else', () => 'hello'],
  ])('with %s does not verify', async (_, change) => {
    const desk = await stage()
    await decided(desk)
    const file = String((await desk.ask('exportReceipts', '/receipts/export', undefined, 'me', ADMIN)).body)
    expect(verifyFile(file).holds).toBe(true)
    expect(verifyFile(change(file)).holds).toBe(false)
  })
})

describe('the chain', () => {
  test('grows with every end, in the same transaction, for each tenant by itself', async () => {
    const desk = await stage()
    await decided(desk)
    const [verdict] = await verifyStore(desk.receipts)
    expect(verdict).toMatchObject({ holds: true })
    expect(verdict?.text).toMatch(/^Tenant acme: 4 receipts, unbroken\. The last hash is [0-9a-f]{64}\.$/)
  })

  test.each<[string, string, RegExp]>([
    [
      'a changed receipt',
      `update receipt set content = replace(content, 'Q1', 'Q2') where number = 1`,
      /receipt 1 .* does not fit its hash/,
    ],
    ['a changed hash', `update receipt set hash = '${'0'.repeat(64)}' where number = 2`, /receipt 2 .* does not fit its hash/],
    ['a receipt taken out', `delete from receipt where number = 2`, /receipt 3 .* follows receipt 1/],
    [
      'a changed entry',
      `update entry set state = 'done' where work_item_id = 'refused'`,
      /receipt 3 .* something else than the entry/,
    ],
    ['a changed note', `update run set note = 'Q9' where note = 'Q1'`, /receipt 1 .* something else/],
    ['the last receipt taken out', `delete from receipt where number = 4`, /Entry 0 of run .* has ended without a receipt/],
  ])('names the first broken link: %s', async (_, tampering, expected) => {
    const desk = await stage()
    await decided(desk)
    await sql.raw(tampering).execute(desk.db)
    const broken = (await verifyStore(desk.receipts)).filter(({ holds }) => !holds)
    expect(broken.map(({ text }) => text).join('\n')).toMatch(expected)
  })

  test('takes in what ended before there were receipts', async () => {
    const desk = await stage()
    await decided(desk)
    await desk.db.deleteFrom('receipt').execute()
    await desk.receipts.sealEnded()
    expect(await verifyStore(desk.receipts)).toMatchObject([{ holds: true }])
    expect((await desk.ask('listReceipts', '/receipts')).headers.get('x-total-count')).toBe('3')
  })
})
