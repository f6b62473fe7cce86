import { randomUUID } from 'node:crypto'
import { describe, expect, onTestFinished, test } from 'vitest'
import { isRecord, listOf } from '#contract/json.ts'
import { codeOf, startAsking } from '../runs/testing/asking.ts'
import type { Answer } from '../runs/testing/asking.ts'
import { me, openDatabase } from '../runs/testing/desk.ts'

/** Where the virtual clock begins. */
const START = Date.UTC(2026, 2, 4, 10)
const field = (name: string, { body }: Answer) => listOf(body).map((one) => (isRecord(one) ? one[name] : undefined))
const HOUR = 3_600_000
const inMs = (ms: number) => new Date(START + ms).toISOString()

describe('saved views', () => {
  test('are stored, shown by name, renamed and forgotten; each person has their own', async () => {
    const { ask } = await startAsking()
    const [a, b] = [randomUUID(), randomUUID()]
    expect((await ask('putView', `/views/${a}`, { name: '  Old grants ', query: 'age=90' })).body).toEqual({
      id: a,
      name: 'Old grants',
      query: 'age=90',
    })
    await ask('putView', `/views/${b}`, { name: 'Finance', query: '' })
    await ask('putView', `/views/${a}`, { name: 'Finance', query: '' }, 'you')
    expect(field('name', await ask('listViews', '/views'))).toEqual(['Finance', 'Old grants'])
    await ask('putView', `/views/${a}`, { name: 'Aged grants', query: 'age=91' })
    expect((await ask('listViews', '/views')).body).toMatchObject([{ id: a, query: 'age=91' }, { id: b }])
    expect((await ask('deleteView', `/views/${a}`)).status).toBe(204)
    expect((await ask('deleteView', `/views/${a}`)).status).toBe(204)
    expect(field('id', await ask('listViews', '/views'))).toEqual([b])
    expect(field('id', await ask('listViews', '/views', undefined, 'you'))).toEqual([a])
  })

  test.each(['Finance', ' finance  ', 'FINANCE', 'Ｆinance'])('the name %j is taken once somebody sees Finance', async (name) => {
    const { ask } = await startAsking()
    const id = randomUUID()
    await ask('putView', `/views/${id}`, { name: 'Finance', query: 'a=1' })
    const answer = await ask('putView', `/views/${randomUUID()}`, { name, query: 'a=2' })
    expect([answer.status, codeOf(answer)]).toEqual([409, 'name_taken'])
    expect((await ask('putView', `/views/${id}`, { name, query: 'a=3' })).status).toBe(200)
    expect(field('query', await ask('listViews', '/views'))).toEqual(['a=3'])
  })

  test('there is room for a hundred', async () => {
    const { ask } = await startAsking()
    for (let index = 0; index < 100; index += 1) {
      const put = await ask('putView', `/views/v${index}`, { name: `View ${index}`, query: '' })
      expect(put.status).toBe(200)
    }
    const full = await ask('putView', '/views/one-more', { name: 'One more', query: '' })
    expect([full.status, codeOf(full)]).toEqual([409, 'too_many'])
    expect((await ask('putView', '/views/v7', { name: 'Renamed', query: '' })).status).toBe(200)
  })

  test.each<[string, unknown, string]>([
    ['/views/a', undefined, ''],
    ['/views/a', { name: ' ', query: '' }, 'name'],
    ['/views/a', { name: 'x'.repeat(81), query: '' }, 'name'],
    ['/views/a', { name: 'x', query: 'q'.repeat(2001) }, 'query'],
    ['/views/a', { name: 'x' }, 'query'],
    ['/views/a', { name: 'x', query: '', shared: true }, 'shared'],
    ['/views/a.b', { name: 'x', query: '' }, 'viewId'],
  ])('PUT %s %j is refused by its field', async (path, body, at) => {
    const { ask } = await startAsking()
    const answer = await ask('putView', path, body)
    expect([answer.status, codeOf(answer), isRecord(answer.body) && listOf(answer.body['problems'])[0]]).toMatchObject([
      400,
      'invalid_request',
      { field: at },
    ])
    expect((await ask('listViews', '/views')).body).toEqual([])
  })
})

describe('snoozes', () => {
  test('end by themselves, can be moved and ended early; each person has their own', async () => {
    const { ask, clock } = await startAsking()
    await ask('putSnooze', '/snoozes/w1', { until: inMs(HOUR) })
    await ask('putSnooze', '/snoozes/w2', { until: inMs(3 * HOUR) })
    await ask('putSnooze', '/snoozes/w3', { until: inMs(HOUR) }, 'you')
    expect((await ask('putSnooze', '/snoozes/w2', { until: '2026-03-04T13:00:00+01:00' })).body).toEqual({
      workItemId: 'w2',
      until: inMs(2 * HOUR),
    })
    expect(field('workItemId', await ask('listSnoozes', '/snoozes'))).toEqual(['w1', 'w2'])
    await clock.advance(HOUR)
    expect(field('workItemId', await ask('listSnoozes', '/snoozes'))).toEqual(['w2'])
    expect((await ask('deleteSnooze', '/snoozes/w2')).status).toBe(204)
    expect((await ask('deleteSnooze', '/snoozes/w2')).status).toBe(204)
    expect((await ask('listSnoozes', '/snoozes')).body).toEqual([])
  })

  test.each<[unknown, string]>([
    [undefined, ''],
    [{}, 'until'],
    [{ until: 'tomorrow' }, 'until'],
    [{ until: inMs(0) }, 'until'],
    [{ until: inMs(400 * 24 * HOUR) }, 'until'],
    [{ until: inMs(HOUR), why: 'x' }, 'why'],
  ])('PUT %j is refused by its field', async (body, at) => {
    const { ask } = await startAsking()
    const answer = await ask('putSnooze', '/snoozes/w1', body)
    expect([answer.status, isRecord(answer.body) && listOf(answer.body['problems'])[0]]).toMatchObject([400, { field: at }])
  })

  test('there is room for 5,000; those that have ended take none', async () => {
    const db = await openDatabase()
    onTestFinished(() => db.destroy())
    const rows = Array.from({ length: 5_000 }, (_, index) => ({
      tenant_id: me.tenantId,
      user_id: me.userId,
      work_item_id: `w${index}`,
      until: START + (index === 0 ? HOUR : 2 * HOUR),
    }))
    await db.insertInto('snooze').values(rows).execute()
    const { ask, clock } = await startAsking({ db })
    const full = await ask('putSnooze', '/snoozes/more', { until: inMs(2 * HOUR) })
    expect([full.status, codeOf(full)]).toEqual([409, 'too_many'])
    await clock.advance(HOUR)
    expect((await ask('putSnooze', '/snoozes/more', { until: inMs(2 * HOUR) })).status).toBe(200)
  })
})
