/** How the tenant’s tasks are followed. On a clock that only moves when told to. */
import { describe, expect, test } from 'vitest'
import { invite, process, put } from './testing/acts.ts'
import { alwaysSignedIn, me } from './testing/desk.ts'
import { stage } from './testing/stage.ts'
import type { Stage } from './testing/stage.ts'

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
