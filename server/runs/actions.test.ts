/** Actions on people, on a clock that only moves when told to: what is taken, what is sent, and what the end is. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Identity } from '#contract/identity.ts'
import { isRecord } from '#contract/json.ts'
import type { EntryDraft } from './decision.ts'
import { alwaysSignedIn, draft, me } from './testing/desk.ts'
import { onMany, onPerson } from './testing/people.ts'
import { stage } from './testing/stage.ts'
import type { Stage, StageOptions } from './testing/stage.ts'
import { refusal } from './testing/model-answer.ts'
import type { ModelAnswer } from './testing/tenant-model.ts'
import { VirtualClock } from './testing/virtual-clock.ts'

const mail = (person: Identity) =>
  onPerson('sendIdentityVerificationAccountToken', person, { body: { via: 'EMAIL_WORK', sourceName: null } })
const sync = (person: Identity) => onPerson('synchronizeAttributesForIdentity', person)
const reset = (person: Identity) => onPerson('resetIdentity', person)
const remove = (person: Identity) => onPerson('deleteIdentity', person)
const invite = (...people: Identity[]) => onMany('startIdentitiesInvite', { ids: people.map(({ id }) => id) }, people)
const everyone = (count: number): EntryDraft => ({
  operation: 'startIdentitiesInvite',
  body: { uninvited: true },
  seen: { ageMs: 0, people: [], count },
})
const process = (...people: Identity[]) => onMany('startIdentityProcessing', { identityIds: people.map(({ id }) => id) }, people)

/** Hands a run over; answers its id. */
async function put({ desk }: Stage, entries: EntryDraft[], holdMs = 0, user = me): Promise<string> {
  const runId = randomUUID()
  await desk.service.put(user, runId, draft(entries, holdMs))
  return runId
}

async function refusedWith({ desk }: Stage, entries: unknown[]): Promise<unknown[]> {
  const response = await desk.app.request(`/desk/runs/${randomUUID()}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ holdMs: 0, entries }),
  })
  const body: unknown = await response.json()
  const problems = isRecord(body) && Array.isArray(body['problems']) ? body['problems'] : []
  const [first]: unknown[] = problems
  return [response.status, isRecord(body) ? body['code'] : null, isRecord(first) ? first['field'] : undefined]
}

const statesOf = async ({ desk }: Stage, runId: string) => (await desk.service.get(me, runId)).entries.map(({ state }) => state)
const effectsIn = ({ model }: Stage) => model.effects.map(({ operation, itemId }) => `${operation} ${itemId}`)

describe('an action that does not fit is refused, and the field is named', () => {
  const [one, two] = ['p1', 'p2'].map((id) => ({ id, name: id, alias: id, email: null, status: 'REGISTERED' }))
  const seen = (...people: unknown[]) => ({ ageMs: 0, people })
  const many = Array.from({ length: 251 }, (_, index) => ({ ...one, id: `p${index}` }))
  const ids = many.map(({ id }) => id)

  test.each<[string, unknown, unknown[]]>([
    [
      'a reset without a ticket',
      { operation: 'resetIdentity', identityId: 'p1', seen: seen(one) },
      [422, 'guard_required', 'guard/ticket'],
    ],
    [
      'a deletion with a blank reason',
      { operation: 'deleteIdentity', identityId: 'p1', seen: seen(one), guard: { ticket: 'INC-1', reason: '  ' } },
      [422, 'guard_required', 'guard/reason'],
    ],
    [
      'more than 250 people to process',
      { operation: 'startIdentityProcessing', body: { identityIds: ids }, seen: seen(...many.slice(0, 250)) },
      [400, 'invalid_request', 'body/identityIds'],
    ],
    [
      'more than 250 people to invite',
      { operation: 'startIdentitiesInvite', body: { ids }, seen: seen(...many.slice(0, 250)) },
      [400, 'invalid_request', 'body/ids'],
    ],
    [
      'somebody who was not on the screen',
      { operation: 'startIdentitiesInvite', body: { ids: ['p1', 'p2'] }, seen: seen(one) },
      [400, 'invalid_request', 'seen/people'],
    ],
    [
      'somebody else than on the screen',
      { operation: 'synchronizeAttributesForIdentity', identityId: 'p1', seen: seen(two) },
      [400, 'invalid_request', 'seen/people'],
    ],
    ['nobody', { operation: 'startIdentitiesInvite', body: { ids: [] }, seen: seen() }, [400, 'invalid_request', 'body/ids']],
    [
      'the same person twice',
      { operation: 'startIdentityProcessing', body: { identityIds: ['p1', 'p1'] }, seen: seen(one) },
      [400, 'invalid_request', 'body/identityIds'],
    ],
    [
      'a path for an id',
      { operation: 'startIdentityProcessing', body: { identityIds: ['../x'] }, seen: seen(one) },
      [400, 'invalid_request', 'body/identityIds'],
    ],
    [
      'a reserved word for an id',
      { operation: 'synchronizeAttributesForIdentity', identityId: 'invite', seen: seen({ ...one, id: 'invite' }) },
      [400, 'invalid_request', 'identityId'],
    ],
    [
      'everyone uninvited, without how many that is',
      { operation: 'startIdentitiesInvite', body: { uninvited: true }, seen: seen() },
      [400, 'invalid_request', 'seen/count'],
    ],
    [
      'everyone uninvited, and somebody by name',
      { operation: 'startIdentitiesInvite', body: { uninvited: true, ids: ['p1'] }, seen: { ...seen(one), count: 1 } },
      [400, 'invalid_request', 'body/ids'],
    ],
    [
      'a count beside names',
      { operation: 'startIdentitiesInvite', body: { ids: ['p1'] }, seen: { ...seen(one), count: 1 } },
      [400, 'invalid_request', 'seen/count'],
    ],
    [
      'a mail no way',
      { operation: 'sendIdentityVerificationAccountToken', identityId: 'p1', body: { via: 'PIGEON' }, seen: seen(one) },
      [400, 'invalid_request', 'body/via'],
    ],
    [
      'a body where there is none',
      { operation: 'synchronizeAttributesForIdentity', identityId: 'p1', body: {}, seen: seen(one) },
      [400, 'invalid_request', 'body'],
    ],
    [
      'one person for many',
      { operation: 'startIdentitiesInvite', identityId: 'p1', body: { ids: ['p1'] }, seen: seen(one) },
      [400, 'invalid_request', 'identityId'],
    ],
  ])('%s', async (_, entry, [status, code, field]) => {
    const staged = await stage()
    expect(await refusedWith(staged, [entry])).toEqual([status, code, `entries/0/${String(field)}`])
    expect(await staged.desk.service.countOpen(me)).toBe(0)
  })
})

describe('one at a time for each person and operation, alone or in a chunk', () => {
  test.each<[string, (one: Identity, two: Identity) => [EntryDraft, EntryDraft], number]>([
    ['a chunk and a chunk that share somebody', (one, two) => [invite(one, two), invite(two)], 409],
    ['two chunks of different people', (one, two) => [process(one), process(two)], 200],
    ['the same act twice', (one) => [mail(one), mail(one)], 409],
    ['two acts on one person', (one) => [mail(one), sync(one)], 200],
    ['somebody, and everyone uninvited', (one) => [invite(one), everyone(4)], 409],
    ['everyone uninvited, and somebody', (one) => [everyone(4), invite(one)], 409],
    ['everyone twice', () => [everyone(4), everyone(4)], 409],
    ['everyone uninvited, and a processing', (one) => [everyone(4), process(one)], 200],
  ])('%s', async (_, entries, status) => {
    const staged = await stage()
    const [first, second] = entries(staged.model.people.add('p1'), staged.model.people.add('p2'))
    await put(staged, [first], 60_000)
    expect((await refusedWith(staged, [second]))[0]).toBe(status)
    // The same within one run, about other people than those of the first.
    const others = entries(staged.model.people.add('q1'), staged.model.people.add('q2'))
    const fresh = await stage()
    expect((await refusedWith(fresh, others))[0]).toBe(status)
  })

  test('D9 somebody else is told that it is being done, but cannot see or steer it', async () => {
    const staged = await stage()
    const person = staged.model.people.add('p1')
    const runId = await put(staged, [mail(person)], 60_000)
    const you = { ...me, userId: 'you' }
    const refused = (act: Promise<unknown>) =>
      act.then(
        () => 'done',
        (error: unknown) => (isRecord(error) ? error['body'] : undefined),
      )
    expect(await refused(staged.desk.service.put(you, randomUUID(), draft([mail(person)])))).toMatchObject({
      code: 'already_in_run',
      message: 'Somebody else has begun the same, and it has not ended.',
      runId,
    })
    expect(await refused(staged.desk.service.takeBack(you, runId))).toMatchObject({ code: 'not_found' })
    expect(await staged.desk.service.entries(you, { identityId: 'p1', limit: 10, offset: 0 })).toEqual([])
  })

  test('what has ended keeps nobody from it', async () => {
    const staged = await stage()
    const [one, two] = [staged.model.people.add('p1'), staged.model.people.add('p2')]
    const runId = await put(staged, [invite(one, two)], 60_000)
    await staged.desk.service.takeBack(me, runId)
    const again = await put(staged, [invite(two)])
    await staged.clock.advance(1_000)
    expect(await statesOf(staged, again)).toEqual(['done'])
    expect(effectsIn(staged)).toEqual(['invite p2'])
  })
})

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

test('D6 a deletion that was accepted, while the person is still there, is not called done', async () => {
  const staged = await stage({ plan: ({ method }, model) => (method === 'DELETE' ? { status: 200, body: undefined } : model()) })
  const runId = await put(staged, [remove(staged.model.people.add('p1'))])
  await staged.clock.advance(20_000)
  expect(await staged.entryOf(runId)).toMatchObject({ state: 'verifying', sent: 'yes' })
  await staged.clock.advance(20_000)
  expect(await staged.entryOf(runId)).toMatchObject({ state: 'needs-you', sent: 'yes', problem: { code: 'still_there' } })
  staged.model.people.people.delete('p1')
  await staged.desk.service.settle(me, runId, 'check-again')
  await staged.clock.advance(5_000)
  expect(await staged.entryOf(runId)).toMatchObject({ state: 'done', confirmedByReading: true })
})

describe('D6 a deletion is done when the tenant itself says twice that there is no such person', () => {
  const gateway = { timestamp: '2026-03-04T10:00:00Z', status: 404, error: 'Not Found', path: '/v2024/identities/p1' }
  const isPerson = ({ method, path }: { method: string; path: string }) => method === 'GET' && path.endsWith('/identities/p1')

  test('D6 a gateway’s 404 says nothing of it', async () => {
    let deleted = false
    const staged = await stage({
      plan: (request, model) => {
        deleted ||= request.method === 'DELETE'
        if (request.method === 'DELETE') return { status: 202, body: undefined }
        return deleted && isPerson(request) ? { status: 404, body: gateway } : model()
      },
    })
    const runId = await put(staged, [remove(staged.model.people.add('p1'))])
    await staged.clock.advance(20_000)
    expect(deleted).toBe(true)
    expect(await staged.entryOf(runId)).toMatchObject({ state: 'verifying', sent: 'yes', confirmedByReading: false })
  })

  test('D6 saying it once is not enough', async () => {
    let lies = 0
    const staged = await stage({
      plan: (request, model) => {
        if (request.method === 'DELETE') {
          lies = 1
          return { status: 202, body: undefined }
        }
        if (lies === 0 || !isPerson(request)) return model()
        lies -= 1
        return refusal(404, 'The identity does not exist.')
      },
    })
    const runId = await put(staged, [remove(staged.model.people.add('p1'))])
    await staged.clock.advance(60_000)
    expect(await staged.entryOf(runId)).toMatchObject({ state: 'needs-you', sent: 'yes', problem: { code: 'still_there' } })
  })

  test('D6 the second time is two seconds after the first', async () => {
    const staged = await stage()
    const runId = await put(staged, [remove(staged.model.people.add('p1'))])
    await staged.clock.advance(2_200)
    expect(await statesOf(staged, runId)).toEqual(['verifying'])
    await staged.clock.advance(200)
    expect(await staged.entryOf(runId)).toMatchObject({ state: 'done', confirmedByReading: true })
    expect(staged.model.requests.filter(isPerson)).toHaveLength(3)
  })
})

test('a deletion that the tenant refuses after all ends with what it said', async () => {
  const associationDetails = ['a', 'b', 'c', 'd'].map((name) => ({ associationType: 'ROLE_OWNER', entities: { id: name, name } }))
  const body = { message: 'Still owns objects.', associationDetails }
  const staged = await stage({ plan: ({ method }, model) => (method === 'DELETE' ? { status: 400, body } : model()) })
  const runId = await put(staged, [remove(staged.model.people.add('p1'))])
  await staged.clock.advance(1_000)
  expect(await staged.entryOf(runId)).toMatchObject({
    state: 'refused',
    sent: 'yes',
    problem: { kind: 'owns-things', message: 'Still owns objects.', now: 'ROLE_OWNER a, ROLE_OWNER b, ROLE_OWNER c +1' },
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

describe('a task', () => {
  const taskOf = async (staged: Stage, runId: string) => {
    const entry = await staged.entryOf(runId)
    return entry?.kind === 'action' ? entry.task : undefined
  }

  test('is followed ever less often, to its end', async () => {
    const staged = await stage()
    const runId = await put(staged, [process(staged.model.people.add('p1'))])
    await staged.clock.advance(3_000)
    expect(await taskOf(staged, runId)).toMatchObject({ id: 'task-1', state: 'following', progress: 'Working', endedAt: null })
    expect(await staged.desk.service.get(me, runId)).toMatchObject({ open: false, following: 1 })
    await staged.clock.advance(10_000)
    expect(await taskOf(staged, runId)).toMatchObject({
      state: 'success',
      percent: 100,
      figures: { sent: 1 },
      messages: [{ type: 'INFO', text: 'All done.' }],
    })
    const asked = staged.model.requests.filter(({ path }) => path.includes('task-status')).length
    expect(asked).toBeLessThan(9)
    await staged.clock.advance(3_600_000)
    expect(staged.model.requests.filter(({ path }) => path.includes('task-status'))).toHaveLength(asked)
  })

  test('D9 is followed only with a session of whoever made the run', async () => {
    let signedIn = true
    const staged = await stage({
      tokens: { ...alwaysSignedIn, tokenFor: (user) => (signedIn ? alwaysSignedIn.tokenFor(user) : Promise.resolve(null)) },
    })
    const runId = await put(staged, [invite(staged.model.people.add('p1'))])
    await staged.clock.advance(500)
    signedIn = false
    await staged.clock.advance(60_000)
    expect(await taskOf(staged, runId)).toMatchObject({ state: 'following', waiting: 'sign-in' })
    signedIn = true
    await staged.clock.advance(6_000)
    expect(await taskOf(staged, runId)).toMatchObject({ state: 'success', waiting: null })
  })

  test('S6 is followed without being use of the session', async () => {
    const uses: (boolean | undefined)[] = []
    const staged = await stage({
      tokens: {
        ...alwaysSignedIn,
        tokenFor: (user, isUse) => {
          uses.push(isUse)
          return alwaysSignedIn.tokenFor(user)
        },
      },
    })
    await put(staged, [process(staged.model.people.add('p1'))])
    await staged.clock.advance(900)
    expect(uses.splice(0)).not.toContain(false)
    await staged.clock.advance(20_000)
    expect(new Set(uses)).toEqual(new Set([false]))
  })

  test('that does not end within a day is not followed any longer', async () => {
    const staged = await stage()
    staged.model.people.tasksAnswer = { status: 200, body: { id: 'task-1', completed: null, completionStatus: null } }
    const runId = await put(staged, [process(staged.model.people.add('p1'))])
    await staged.clock.advance(5_000)
    expect(await taskOf(staged, runId)).toMatchObject({ state: 'following' })
    staged.clock.leap(25 * 3_600_000)
    await staged.clock.advance(1_000)
    expect(await taskOf(staged, runId)).toMatchObject({ state: 'not-followed' })
  })

  test.each<[string, object, object]>([
    ['an unknown status', { completionStatus: 'Sideways' }, { state: 'ended', status: 'Sideways' }],
    ['a status in mixed case', { completionStatus: 'Warning' }, { state: 'warning' }],
    ['no status, but a time', { completed: '2026-03-04T10:00:00Z' }, { state: 'ended', status: null }],
    ['nothing that can be read', { id: null }, { state: 'not-traceable' }],
  ])('that ends with %s', async (_, answer, expected) => {
    const staged = await stage()
    staged.model.people.tasksAnswer = { status: 200, body: { id: 'task-1', ...answer } }
    const runId = await put(staged, [process(staged.model.people.add('p1'))])
    await staged.clock.advance(20_000)
    expect(await taskOf(staged, runId)).toMatchObject(expected)
  })

  test.each([{}, { id: '../x' }])('that the tenant does not name is accepted, and cannot be followed', async (body) => {
    const staged = await stage({ plan: ({ method }, model) => (method === 'POST' ? { status: 202, body } : model()) })
    const runId = await put(staged, [process(staged.model.people.add('p1'))])
    await staged.clock.advance(20_000)
    expect(await staged.entryOf(runId)).toMatchObject({ state: 'done', task: { id: null, state: 'not-traceable' } })
  })

  test('T5 a stop waits for the reading that is under way, and starts no other', async () => {
    const staged = await stage()
    const runId = await put(staged, [process(staged.model.people.add('p1'))])
    await staged.clock.advance(1_500)
    await staged.desk.runner.stop()
    const asked = staged.model.requests.length
    await staged.clock.advance(60_000)
    expect(staged.model.requests).toHaveLength(asked)
    expect(await staged.desk.store.followed()).toEqual([{ runId, position: 0 }])
  })
})
