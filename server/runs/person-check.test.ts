/** Whom an action is about is looked at again before it leaves. On a clock that only moves when told to. */
import { describe, expect, test } from 'vitest'
import type { Identity } from '#contract/identity.ts'
import type { EntryDraft } from './decision.ts'
import { effectsIn, everyone, mail, put, remove, reset, statesOf } from './testing/acts.ts'
import { me } from './testing/desk.ts'
import { refusal } from './testing/model-answer.ts'
import { stage } from './testing/stage.ts'
import type { Stage } from './testing/stage.ts'
import type { ModelAnswer } from './testing/tenant-model.ts'
import { VirtualClock } from './testing/virtual-clock.ts'

describe('before a deletion the person is looked at again', () => {
  test.each<[string, Parameters<Stage['model']['people']['add']>[1], object]>([
    [
      'who owns something',
      { owns: { associationDetails: [{ associationType: 'ROLE_OWNER', entities: [{ id: 'r', name: 'Payroll' }] }] } },
      { kind: 'owns-things', now: 'ROLE_OWNER Payroll' },
    ],
    ['whose ownership is strange', { owns: { associationDetails: 'many' } }, { kind: 'unreadable' }],
    ['who is a manager', { isManager: true }, { kind: 'has-reports' }],
    ['with open work items', { openItems: 3 }, { kind: 'has-work-items', now: '3' }],
  ])('%s is not deleted', async (_, change, problem) => {
    const staged = await stage()
    const runId = await put(staged, [remove(staged.model.people.add('p1', change))])
    await staged.clock.advance(60_000)
    expect(await staged.entryOf(runId)).toMatchObject({ state: 'conflict', sent: 'no', problem })
    expect(staged.model.requests.every(({ method }) => method === 'GET')).toBe(true)
  })

  test.each<[string, (person: { identityStatus: string; name: string }) => void, (person: Identity) => EntryDraft, object]>([
    ['renamed', (person) => (person.name = 'Somebody else'), reset, { kind: 'changed', now: 'Somebody else' }],
    [
      'reset already',
      (person) => (person.identityStatus = 'UNREGISTERED'),
      reset,
      { kind: 'decided-elsewhere', now: 'UNREGISTERED' },
    ],
    ['locked in the meantime', (person) => (person.identityStatus = 'LOCKED'), remove, { kind: 'changed', now: 'LOCKED' }],
  ])('C2 whoever was %s stays as they are', async (_, change, act, problem) => {
    const staged = await stage()
    const entry = act(staged.model.people.add('p1'))
    const person = staged.model.people.people.get('p1')
    if (person) change(person)
    const runId = await put(staged, [entry])
    await staged.clock.advance(1_000)
    expect(await staged.entryOf(runId)).toMatchObject({ state: 'conflict', sent: 'no', problem })
  })

  /** The first reading takes a second, and while it goes on the tenant holds everything for the next minute. */
  async function held(): Promise<Stage> {
    const clock = new VirtualClock()
    const later = (ms: number, answer: () => ModelAnswer) =>
      new Promise<ModelAnswer>((resolve) => {
        clock.after(ms, () => resolve(answer()))
      })
    let isFirst = true
    const staged = await stage({
      clock,
      plan: ({ method, path }, model) => {
        if (path.includes('/p2/')) return later(500, () => ({ status: 429, body: {}, headers: { 'retry-after': '60' } }))
        if (method !== 'GET' || !isFirst) return model()
        isFirst = false
        return later(1_000, model)
      },
    })
    await put(staged, [mail(staged.model.people.add('p2'))])
    return staged
  }

  test.each<[string, (person: Identity) => EntryDraft]>([
    ['reset', reset],
    ['deletion', remove],
  ])('C2 a %s that waited for the rate limit since is not sent on the old reading', async (_, act) => {
    const staged = await held()
    const runId = await put(staged, [act(staged.model.people.add('p1'))])
    await staged.clock.advance(10_000)
    expect(await staged.entryOf(runId)).toMatchObject({ state: 'queued', sent: 'no' })
    const person = staged.model.people.people.get('p1')
    if (person) person.name = 'Somebody else'
    await staged.clock.advance(60_000)
    expect(await staged.entryOf(runId)).toMatchObject({ state: 'conflict', sent: 'no', problem: { kind: 'changed' } })
    expect(effectsIn(staged)).not.toContainEqual(expect.stringMatching(/p1$/))
  })

  test('C2 everyone uninvited is counted again after such a wait', async () => {
    const staged = await held()
    const runId = await put(staged, [everyone(1)])
    await staged.clock.advance(10_000)
    for (const id of ['u1', 'u2']) staged.model.people.add(id, { identityStatus: 'UNREGISTERED' })
    await staged.clock.advance(60_000)
    expect(await staged.entryOf(runId)).toMatchObject({ state: 'conflict', problem: { kind: 'more-people', now: '2' } })
  })

  test('while any of it fails, it waits', async () => {
    let broken = true
    const staged = await stage({
      plan: ({ path }, model) =>
        broken && path.endsWith('/ownership') ? { status: 500, body: refusal(500, 'Oops.').body } : model(),
    })
    const runId = await put(staged, [remove(staged.model.people.add('p1'))])
    await staged.clock.advance(20_000)
    expect(await staged.entryOf(runId)).toMatchObject({ state: 'queued', sent: 'no' })
    broken = false
    await staged.clock.advance(60_000)
    expect(await statesOf(staged, runId)).toEqual(['done'])
  })
})

describe('before everyone uninvited is invited they are counted again', () => {
  const uninvited = (staged: Stage, from: number, to: number) => {
    for (let index = from; index < to; index += 1) staged.model.people.add(`u${index}`, { identityStatus: 'UNREGISTERED' })
  }
  const sent = ({ model }: Stage) => model.requests.filter(({ method }) => method === 'POST').length

  test.each<[string, (staged: Stage) => Promise<string>]>([
    [
      'in the hold',
      async (staged) => {
        const runId = await put(staged, [everyone(2)], 5_000)
        await staged.clock.advance(4_000)
        uninvited(staged, 2, 5)
        return runId
      },
    ],
    [
      'while it was paused',
      async (staged) => {
        const runId = await put(staged, [everyone(2)], 5_000)
        await staged.desk.service.pause(me, runId, true)
        await staged.clock.advance(60_000)
        uninvited(staged, 2, 5)
        await staged.desk.service.pause(me, runId, false)
        return runId
      },
    ],
  ])('C2 who became more %s than was typed are not invited', async (_, grow) => {
    const staged = await stage()
    uninvited(staged, 0, 2)
    const runId = await grow(staged)
    await staged.clock.advance(20_000)
    const problem = { code: 'conflict', kind: 'more-people', now: '5' }
    expect(await staged.entryOf(runId)).toMatchObject({ state: 'conflict', sent: 'no', problem })
    expect(sent(staged)).toBe(0)
  })

  test.each([2, 1, 0])('C2 as many as were typed, or fewer (%s), are invited', async (count) => {
    const staged = await stage()
    uninvited(staged, 0, count)
    const runId = await put(staged, [everyone(2)])
    await staged.clock.advance(1_000)
    expect(await statesOf(staged, runId)).toEqual(['done'])
    expect(sent(staged)).toBe(1)
  })

  test.each<[string, ModelAnswer, string]>([
    ['is refused', refusal(403, 'No.'), 'conflict'],
    ['says no number', { status: 200, body: [] }, 'conflict'],
    ['fails', refusal(500, 'Oops.'), 'queued'],
  ])('C2 while their count %s, nobody is', async (_, answer, state) => {
    const staged = await stage({ plan: ({ method }, model) => (method === 'GET' ? answer : model()) })
    const runId = await put(staged, [everyone(2)])
    await staged.clock.advance(20_000)
    expect(await staged.entryOf(runId)).toMatchObject({
      state,
      sent: 'no',
      problem: state === 'conflict' ? { kind: 'uncounted', now: null } : null,
    })
    expect(sent(staged)).toBe(0)
  })
})

test('C2 a password mail goes to whom was seen: older than a minute, the person is looked at again', async () => {
  const staged = await stage()
  const entry = mail(staged.model.people.add('p1'))
  const person = staged.model.people.people.get('p1')
  if (person) person.emailAddress = 'other@corp.example'
  const runId = await put(staged, [{ ...entry, seen: { ...entry.seen, ageMs: 61_000 } }])
  await staged.clock.advance(1_000)
  expect(await staged.entryOf(runId)).toMatchObject({
    state: 'conflict',
    problem: { kind: 'changed', now: 'other@corp.example' },
  })
})
