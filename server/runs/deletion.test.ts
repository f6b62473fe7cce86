/** When somebody counts as deleted. On a clock that only moves when told to. */
import { describe, expect, test } from 'vitest'
import { put, remove, statesOf } from './testing/acts.ts'
import { me } from './testing/desk.ts'
import { refusal } from './testing/model-answer.ts'
import { stage } from './testing/stage.ts'

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
