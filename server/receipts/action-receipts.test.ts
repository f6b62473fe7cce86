/** What the receipts of actions on people say, how they are found, and that an export of both kinds holds. */
import { randomUUID } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readCsv } from '#contract/csv.ts'
import type { Identity } from '#contract/identity.ts'
import { isRecord, listOf } from '#contract/json.ts'
import { payloads } from '#contract/testing/csv-payloads.ts'
import { startAsking } from '../runs/testing/asking.ts'
import type { Asking } from '../runs/testing/asking.ts'
import { approve, draft, openDatabase } from '../runs/testing/desk.ts'
import { onMany, onPerson } from '../runs/testing/people.ts'
import { createReceiptStore } from '../store/receipts.ts'
import { verifyFile, verifyStore } from './verify.ts'

async function stage() {
  const db = await openDatabase()
  onTestFinished(() => db.destroy())
  return { ...(await startAsking({ db })), receipts: createReceiptStore(db) }
}

const invite = (people: readonly Identity[]) => onMany('startIdentitiesInvite', { ids: people.map(({ id }) => id) }, people)

/** A decision, a reset, a chunk of two and everyone uninvited. */
async function acted({ ask, clock, model }: Asking): Promise<void> {
  const [dana, kim, lee] = [
    model.people.add('p1', { name: 'Dana Wolf', alias: 'dana.wolf' }),
    model.people.add('p2', { name: 'Kim Sato' }),
    model.people.add('p3', { name: 'Lee Grün' }),
  ]
  const guard = { ticket: 'INC-77', reason: 'Lost the phone.', typed: 'dana.wolf' }
  const uninvited = { ...onMany('startIdentitiesInvite', { uninvited: true }, []), seen: { ageMs: 0, people: [], count: 42 } }
  await ask('putRun', `/runs/${randomUUID()}`, draft([approve(model.add('w1'))]))
  await clock.advance(1_000)
  await ask('putRun', `/runs/${randomUUID()}`, draft([onPerson('resetIdentity', dana, { guard })]))
  await clock.advance(1_000)
  await ask('putRun', `/runs/${randomUUID()}`, draft([invite([kim, lee])]))
  await clock.advance(1_000)
  await ask('putRun', `/runs/${randomUUID()}`, draft([uninvited]))
  await clock.advance(1_000)
}

const numbers = (body: unknown) => listOf(body).map((one) => (isRecord(one) ? one['number'] : undefined))

describe('receipts of actions', () => {
  test.each<[string, number[]]>([
    ['subject=dana', [2]],
    ['subject=P3', [3]],
    ['subject=lee%20gr', [3]],
    ['subject=inc-77', [2]],
    ['subject=p2@corp', [3]],
    ['operation=startIdentitiesInvite', [4, 3]],
    ['operation=resetIdentity', [2]],
    ['identityId=p2', [3]],
    ['identityId=p1&operation=deleteIdentity', []],
  ])('?%s', async (query, expected) => {
    const desk = await stage()
    await acted(desk)
    const found = await desk.ask('listReceipts', `/receipts?${query}`)
    expect([numbers(found.body), found.headers.get('x-total-count')]).toEqual([expected, String(expected.length)])
  })

  test('keep whom it was about, the ticket, the reason and the task', async () => {
    const desk = await stage()
    await acted(desk)
    const { body } = await desk.ask('listReceipts', '/receipts')
    expect(body).toMatchObject([
      { kind: 'action', identityId: null, seen: { people: [], count: 42 }, body: { uninvited: true } },
      { kind: 'action', seen: { people: [{ name: 'Kim Sato' }, { name: 'Lee Grün' }] }, task: { id: 'task-1' } },
      { kind: 'action', identityId: 'p1', guard: { ticket: 'INC-77', reason: 'Lost the phone.', typed: 'dana.wolf' } },
      { kind: 'decision', workItemId: 'w1' },
    ])
    expect((await desk.ask('listEntries', '/entries?identityId=p2')).body).toMatchObject([{ operation: 'startIdentitiesInvite' }])
  })

  test('export beside those of decisions, and verify', async () => {
    const desk = await stage()
    await acted(desk)
    const file = String((await desk.ask('exportReceipts', '/receipts/export')).body)
    const [head = [], ...rows] = readCsv(file)
    const cell = (column: string) => rows.map((row) => row[head.indexOf(column)])
    expect(cell('people')).toEqual(['', '1', '2', '42'])
    expect(cell('identity id')).toEqual(['', 'p1', '', ''])
    expect(cell('who')[2]).toBe('Kim Sato (alias.p2, p2@corp.example, p2); Lee Grün (alias.p3, p3@corp.example, p3)')
    expect(cell('ticket')).toEqual(['', 'INC-77', '', ''])
    expect(cell('task id').slice(0, 3)).toEqual(['', '', 'task-1'])
    expect(verifyFile(file)).toEqual({ holds: true, text: '4 receipts, each fits its hash; without gaps.' })
    expect(await verifyStore(desk.receipts)).toMatchObject([{ holds: true }])
    for (const [from, to] of [
      ['INC-77', 'INC-78'],
      ['Kim Sato', 'Tim Sato'],
      ['"task-1"', '""'],
    ] as const)
      expect([from, verifyFile(file.replace(from, to)).holds]).toEqual([from, false])
  })

  test('W4 are guarded in every column of people', async () => {
    const desk = await stage()
    const { ask, clock, model } = desk
    for (const [index, payload] of payloads.entries()) {
      const person = model.people.add(`p${index}`, { name: payload, alias: payload, emailAddress: payload })
      const guard = { ticket: `${payload}.`.slice(0, 200), reason: `${payload}.`, typed: payload }
      const put = await ask('putRun', `/runs/${randomUUID()}`, draft([onPerson('resetIdentity', person, { guard })]))
      expect(put.status).toBe(200)
    }
    await clock.advance(20_000)
    const file = String((await ask('exportReceipts', '/receipts/export')).body)
    const raw = [...file.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"'))
    expect(raw.filter((cell) => /^[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫]|^[\t\r\n]/u.test(cell))).toEqual([])
    const [head = [], ...rows] = readCsv(file)
    expect(rows.map((row) => row[head.indexOf('typed to confirm')] ?? '').sort()).toEqual([...payloads].sort())
    expect(verifyFile(file).holds).toBe(true)
  })
})
