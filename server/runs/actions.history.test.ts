import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actionKit } from './testing/action-history.ts'
import { testEveryCall } from './testing/every-call.ts'
import { anyHistory, wrongWith } from './testing/schedules.ts'

/** `SCHEDULES=5000` is the long run (`npm run soak`). */
const SCHEDULES = Number(process.env['SCHEDULES'] ?? 300)

test(
  `D14 D15 ${SCHEDULES} random schedules of actions: at most one effect on each person, nothing called deleted unread, nothing lost`,
  async () => {
    const safe = fc.asyncProperty(anyHistory, async (history) => {
      expect(await wrongWith(actionKit, history)).toEqual([])
    })
    await fc.assert(safe, { numRuns: SCHEDULES })
  },
  60_000 + SCHEDULES * 500,
)

describe.each([false, true])('actions, on a tenant that is naive: %s', (naive) => {
  testEveryCall({ kit: actionKit, size: 6 }, naive)
})
