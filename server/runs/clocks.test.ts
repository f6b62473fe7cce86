/** The clocks of people and the invitations this ledger knows, over HTTP as desk.yaml has them. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Identity } from '#contract/identity.ts'
import { isRecord, listOf } from '#contract/json.ts'
import type { EntryDraft } from './decision.ts'
import { coolDownLeft } from './clocks.ts'
import { codeOf, startAsking } from './testing/asking.ts'
import type { Asking } from './testing/asking.ts'
import { draft } from './testing/desk.ts'
import { onMany, onPerson } from './testing/people.ts'
import { refusal } from './testing/model-answer.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const mail = (person: Identity) =>
  onPerson('sendIdentityVerificationAccountToken', person, { body: { via: 'LINK_PERSONAL', sourceName: 'Ledger' } })
const invite = (...people: Identity[]) => onMany('startIdentitiesInvite', { ids: people.map(({ id }) => id) }, people)

async function done({ ask, clock }: Asking, entries: EntryDraft[], user = 'me'): Promise<void> {
  expect((await ask('putRun', `/runs/${randomUUID()}`, draft(entries), user)).status).toBe(200)
  await clock.advance(1_000)
}

describe('the clocks of a person', () => {
  test('tell a colleague what was done, by whom, and how long it holds', async () => {
    const staged = await startAsking()
    const person = staged.model.people.add('p1')
    await done(staged, [mail(person), onPerson('synchronizeAttributesForIdentity', person)])
    await staged.clock.advance(4_000)
    const { body } = await staged.ask('getClocks', '/identities/p1/clocks', undefined, 'you')
    expect(body).toMatchObject({
      identityId: 'p1',
      passwordMail: {
        at: '2026-03-04T10:00:00.000Z',
        by: { id: 'me', name: 'Mia Example' },
        outcome: 'done',
        via: 'LINK_PERSONAL',
        sourceName: 'Ledger',
      },
      invitation: null,
      reset: null,
      processing: null,
      open: [],
    })
    expect(body).toMatchObject({ passwordMail: { validUntil: '2026-03-04T12:00:00.000Z', validMs: 2 * HOUR_MS - 5_000 } })
    expect(body).toMatchObject({ synchronisation: { freeInMs: 5_000 } })
    await staged.clock.advance(6_000)
    staged.clock.leap(3 * HOUR_MS)
    const later = await staged.ask('getClocks', '/identities/p1/clocks')
    expect(later.body).toMatchObject({ passwordMail: { validMs: 0 }, synchronisation: { freeInMs: 0 } })
  })

  test('tell the last of several, with its task, and what is on its way', async () => {
    const staged = await startAsking()
    const person = staged.model.people.add('p1', { identityStatus: 'UNREGISTERED' })
    await done(staged, [invite(person)])
    await staged.clock.advance(DAY_MS / 2_880)
    await done(staged, [invite(person)], 'you')
    await staged.ask('putRun', `/runs/${randomUUID()}`, draft([mail(person)], 60_000), 'you')
    const { body } = await staged.ask('getClocks', '/identities/p1/clocks')
    expect(body).toMatchObject({
      invitation: { at: '2026-03-04T10:00:31.000Z', by: { id: 'you' }, task: { state: 'following' } },
      open: [{ operation: 'sendIdentityVerificationAccountToken', state: 'held', by: { id: 'you' }, runId: null }],
    })
  })

  test('of a task in a colleague’s run tell its state alone', async () => {
    const staged = await startAsking()
    await done(staged, [invite(staged.model.people.add('p1', { identityStatus: 'UNREGISTERED' }))])
    await staged.clock.advance(30_000)
    const taskFor = async (user: string) => {
      const { body } = await staged.ask('getClocks', '/identities/p1/clocks', undefined, user)
      const invitation = isRecord(body) ? body['invitation'] : undefined
      return isRecord(invitation) ? invitation['task'] : undefined
    }
    expect(await taskFor('me')).toMatchObject({ id: 'task-1', state: 'success', percent: 100, messages: [{ text: 'All done.' }] })
    expect(await taskFor('you')).toMatchObject({
      id: null,
      state: 'success',
      status: null,
      percent: null,
      progress: null,
      messages: [],
      figures: {},
    })
  })

  test('say of what may have happened that it is not known', async () => {
    const staged = await startAsking()
    const person = staged.model.people.add('p1')
    staged.failWith(() => refusal(500, 'Oops.'))
    await done(staged, [mail(person)])
    const { body } = await staged.ask('getClocks', '/identities/p1/clocks')
    expect(body).toMatchObject({ passwordMail: { outcome: 'unknown' }, open: [{ state: 'needs-you' }] })
  })

  test('leave out what was refused or taken back', async () => {
    const staged = await startAsking()
    const person = staged.model.people.add('p1')
    staged.failWith(() => refusal(400, 'No.'))
    await done(staged, [mail(person)])
    expect((await staged.ask('getClocks', '/identities/p1/clocks')).body).toMatchObject({ passwordMail: null, open: [] })
  })

  test('are for whoever may see the person', async () => {
    const staged = await startAsking()
    await done(staged, [mail(staged.model.people.add('p1'))])
    expect((await staged.ask('getClocks', '/identities/nobody/clocks')).status).toBe(404)
    expect((await staged.ask('getClocks', '/identities/invite/clocks')).status).toBe(404)
    staged.model.readsAnswer = refusal(403, 'No.')
    expect((await staged.ask('getClocks', '/identities/p1/clocks')).status).toBe(403)
    expect((await staged.ask('listClocks', '/identities/clocks?ids=p1')).status).toBe(403)
    staged.model.readsAnswer = { status: 500, body: undefined }
    expect(codeOf(await staged.ask('getClocks', '/identities/p1/clocks'))).toBe('tenant_unreachable')
  })

  test('of several are answered with one request, without whom the tenant does not show', async () => {
    const staged = await startAsking()
    const people = ['p1', 'p2', 'p3'].map((id) => staged.model.people.add(id))
    await done(staged, people.map(mail))
    staged.model.people.people.delete('p2')
    const before = staged.model.requests.length
    const { body } = await staged.ask('listClocks', '/identities/clocks?ids=p1,p2,p3,count')
    expect(
      listOf(body)
        .filter(isRecord)
        .map(({ identityId }) => identityId),
    ).toEqual(['p1', 'p3'])
    expect(staged.model.requests.length - before).toBe(1)
  })

  test.each(['', '?ids=', '?ids=a b', `?ids=${Array.from({ length: 101 }, (_, index) => `p${index}`).join(',')}`])(
    '%s is refused',
    async (query) => {
      const { ask } = await startAsking()
      expect((await ask('listClocks', `/identities/clocks${query}`)).status).toBe(400)
    },
  )
})

test('a clock that was set back makes no pause longer', () => {
  expect([coolDownLeft(5_000, 6_000), coolDownLeft(5_000, 15_000), coolDownLeft(5_000, 0), coolDownLeft(5_000, -DAY_MS)]).toEqual(
    [9_000, 0, 10_000, 10_000],
  )
})

describe('the invitations', () => {
  async function invited(): Promise<Asking> {
    const staged = await startAsking()
    const people = ['p1', 'p2', 'p3'].map((id) => staged.model.people.add(id, { identityStatus: 'PENDING' }))
    await done(staged, [invite(...people)])
    staged.clock.leap(6 * DAY_MS)
    await done(
      staged,
      people.slice(1, 2).map((person) => invite(person)),
      'you',
    )
    staged.clock.leap(2 * DAY_MS)
    staged.model.people.people.delete('p3')
    return staged
  }

  test('are the last of each person by name, the oldest first, without whom is gone', async () => {
    const { ask } = await invited()
    const { body, headers } = await ask('listInvitations', '/invitations')
    expect(body).toMatchObject([
      { person: { id: 'p1', status: 'PENDING', email: 'p1@corp.example' }, by: { id: 'me' }, validMs: 0 },
      { person: { id: 'p2' }, by: { id: 'you' } },
    ])
    expect(headers.get('x-total-count')).toBe('3')
  })

  test.each([
    ['?expired=true', ['p1'], '2'],
    ['?expired=false', ['p2'], '1'],
    ['?limit=1&offset=2', ['p2'], '3'],
  ])('%s', async (query, ids, total) => {
    const { ask } = await invited()
    const { body, headers } = await ask('listInvitations', `/invitations${query}`)
    const people = listOf(body)
      .filter(isRecord)
      .map(({ person }) => (isRecord(person) ? person['id'] : undefined))
    expect([people, headers.get('x-total-count')]).toEqual([ids, total])
  })

  test('are counted only for whoever may read people, also beyond the last page', async () => {
    const { ask, model } = await invited()
    const beyond = await ask('listInvitations', '/invitations?limit=1&offset=100000')
    expect([beyond.body, beyond.headers.get('x-total-count')]).toEqual([[], '3'])
    model.readsAnswer = refusal(403, 'No.')
    const refused = await ask('listInvitations', '/invitations?limit=1&offset=100000')
    expect([refused.status, refused.headers.get('x-total-count')]).toEqual([403, null])
  })
})
