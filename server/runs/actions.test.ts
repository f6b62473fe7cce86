/** How actions on people are held, sent and paced. On a clock that only moves when told to. */
import { describe, expect, test } from 'vitest'
import { mail, put, remove, reset, statesOf, sync } from './testing/acts.ts'
import { alwaysSignedIn, me } from './testing/desk.ts'
import { refusal } from './testing/model-answer.ts'
import { stage } from './testing/stage.ts'
import type { StageOptions } from './testing/stage.ts'

test('D7 an action that is taken back in its hold has no effect', async () => {
  const staged = await stage()
  const runId = await put(staged, [remove(staged.model.people.add('p1'))], 5_000)
  await staged.clock.advance(4_999)
  await staged.desk.service.takeBack(me, runId)
  await staged.clock.advance(60_000)
  expect(await statesOf(staged, runId)).toEqual(['cancelled'])
  expect(staged.model.effects).toEqual([])
})

describe('D5 every failed action says whether it was sent', () => {
  const dto = refusal(403, 'No.')
  test.each<[string, () => ReturnType<NonNullable<StageOptions['plan']>>, string, string]>([
    ['a refusal', () => dto, 'refused', 'yes'],
    ['a proxy’s 404', () => ({ status: 404, body: { hello: 'proxy' } }), 'needs-you', 'unknown'],
    ['a broken connection', () => Promise.reject(new TypeError('fetch failed')), 'needs-you', 'unknown'],
    ['500', () => ({ status: 500, body: dto.body }), 'needs-you', 'unknown'],
    ['202 in place of 200', () => ({ status: 202, body: undefined }), 'needs-you', 'unknown'],
    ['success with something in it', () => ({ status: 200, body: { hello: 'proxy' } }), 'needs-you', 'unknown'],
  ])('D5 %s', async (_, answer, state, sent) => {
    const staged = await stage({ plan: ({ method }, model) => (method === 'POST' ? answer() : model()) })
    const runId = await put(staged, [mail(staged.model.people.add('p1'))])
    await staged.clock.advance(60_000)
    expect(await staged.entryOf(runId)).toMatchObject({ state, sent, attempt: 1 })
  })
})

test('D9 an action waits for a session of whoever made it', async () => {
  let signedIn = false
  const staged = await stage({
    tokens: { ...alwaysSignedIn, tokenFor: (user) => (signedIn ? alwaysSignedIn.tokenFor(user) : Promise.resolve(null)) },
  })
  const runId = await put(staged, [reset(staged.model.people.add('p1'))])
  await staged.clock.advance(60_000)
  expect(await staged.entryOf(runId)).toMatchObject({ state: 'queued', waiting: 'sign-in' })
  expect(staged.model.requests).toEqual([])
  signedIn = true
  staged.desk.runner.wake()
  await staged.clock.advance(1_000)
  expect(await statesOf(staged, runId)).toEqual(['done'])
})

describe('D10 the pause between two synchronisations of one person', () => {
  test('D10 holds up that person only, and no request is wasted on it', async () => {
    const staged = await stage()
    const [one, two] = [staged.model.people.add('p1'), staged.model.people.add('p2')]
    await put(staged, [sync(one)])
    await staged.clock.advance(100)
    const again = await put(staged, [sync(one)])
    const other = await put(staged, [sync(two)])
    await staged.clock.advance(1_000)
    expect(await staged.entryOf(again)).toMatchObject({ state: 'queued', waiting: 'cool-down', sent: 'no' })
    expect(await statesOf(staged, other)).toEqual(['done'])
    await staged.clock.advance(10_000)
    expect(await statesOf(staged, again)).toEqual(['done'])
    expect(staged.model.requests.filter(({ method }) => method === 'POST')).toHaveLength(3)
  })

  test('D10 when it was synchronised elsewhere, its 429 holds nobody else', async () => {
    const staged = await stage()
    const [one, two] = [staged.model.people.add('p1', { lastSync: 0 }), staged.model.people.add('p2')]
    const refused = await put(staged, [sync(one)])
    await staged.clock.advance(100)
    expect(await staged.entryOf(refused)).toMatchObject({ state: 'queued', waiting: 'cool-down', sent: 'no', attempt: 0 })
    const others = await put(staged, [sync(two), mail(two), reset(staged.model.people.add('p3'))])
    await staged.clock.advance(500)
    expect(await statesOf(staged, others)).toEqual(['done', 'done', 'done'])
    await staged.clock.advance(12_000)
    expect(await statesOf(staged, refused)).toEqual(['done'])
  })

  test('D10 two people refused in a row are the limit of requests, which holds everybody', async () => {
    let limited = true
    const staged = await stage({
      plan: ({ method }, model) =>
        method === 'POST' && limited ? { status: 429, body: { message: 'slow' }, headers: { 'retry-after': '5' } } : model(),
    })
    const people = ['p1', 'p2', 'p3'].map((id) => staged.model.people.add(id))
    const [one, two, three] = people
    if (!one || !two || !three) throw new Error('nobody')
    await put(staged, [sync(one)])
    await put(staged, [sync(two)])
    await staged.clock.advance(1_000)
    limited = false
    const other = await put(staged, [mail(three)])
    await staged.clock.advance(3_000)
    expect(await statesOf(staged, other)).toEqual(['queued'])
    await staged.clock.advance(3_000)
    expect(await statesOf(staged, other)).toEqual(['done'])
  })
})
