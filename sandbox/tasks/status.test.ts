import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { durationOf } from './plan.ts'
import type { TaskPlan } from './plan.ts'
import { taskStatusAt } from './status.ts'

const created = Date.parse('2026-03-04T09:15:27.418Z')
const plan: TaskPlan = {
  subjects: 4,
  target: null,
  completionStatus: 'WARNING',
  attributes: { sent: 3, leftOut: 1 },
  messages: [
    { at: 1, type: 'WARN', key: 'invite_no_email', text: 'Somebody has no e-mail address.', parameters: ['Somebody'] },
    { at: 4, type: 'INFO', key: 'invite_sent', text: '3 of 4 were mailed.', parameters: ['3', '4'] },
  ],
}
const task = {
  seq: 17,
  id: 'f'.repeat(32),
  kind: 'invite',
  launcher: 'rosa.castellanos',
  created,
  duration: 2_000,
  plan: JSON.stringify(plan),
}
const at = (ms: number) => taskStatusAt(task, created + ms)

test('waits, runs with progress, and ends, all by the clock', () => {
  expect(at(0)).toMatchObject({
    launched: null,
    progress: null,
    percentComplete: 0,
    messages: [],
    completionStatus: null,
    modified: null,
  })
  expect(at(400)).toMatchObject({ launched: '2026-03-04T09:15:27.818Z', progress: 'Mailing 1 of 4', percentComplete: 0 })
  expect(at(1_400)).toMatchObject({ progress: 'Mailing 3 of 4', percentComplete: 50, completed: null })
  expect(at(1_400).messages.map(({ key }) => key)).toEqual(['invite_no_email'])
  expect(at(2_399)).toMatchObject({ percentComplete: 99, completionStatus: null, attributes: {} })
  const done = at(2_400)
  expect(done).toMatchObject({
    completed: '2026-03-04T09:15:29.818Z',
    completionStatus: 'WARNING',
    percentComplete: 100,
    progress: null,
  })
  expect(done).toMatchObject({ attributes: { sent: 3, leftOut: 1 }, uniqueName: 'Invite Identities - 0017', target: null })
  expect(done.messages).toHaveLength(2)
  expect(at(900_000_000)).toEqual(done)
})

test('never goes back, and is finished exactly when it says so', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 5_000 }), (one, other) => {
      const [earlier, later] = [at(Math.min(one, other)), at(Math.max(one, other))]
      expect(later.percentComplete).toBeGreaterThanOrEqual(earlier.percentComplete)
      expect(later.messages.length).toBeGreaterThanOrEqual(earlier.messages.length)
      expect(earlier.completed === null).toBe(earlier.completionStatus === null)
    }),
  )
})

test('runs for seconds, however many it is about', () => {
  expect(durationOf(0)).toBe(1_500)
  expect(durationOf(250)).toBe(4_500)
  expect(durationOf(1_000)).toBe(8_000)
})
