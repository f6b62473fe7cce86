/** Which actions on people are taken, and which are refused. On a clock that only moves when told to. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Identity } from '#contract/identity.ts'
import { isRecord } from '#contract/json.ts'
import type { EntryDraft } from './decision.ts'
import { effectsIn, everyone, invite, mail, process, put, statesOf, sync } from './testing/acts.ts'
import { draft, me } from './testing/desk.ts'
import { stage } from './testing/stage.ts'
import type { Stage } from './testing/stage.ts'

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
