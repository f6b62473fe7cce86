import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decisionKit } from './testing/history.ts'
import { anyHistory, wrongWith } from './testing/schedules.ts'

/** `SCHEDULES=5000` is the long run (`npm run soak`). */
const SCHEDULES = Number(process.env['SCHEDULES'] ?? 300)
/** `SCHEDULES_SEED` repeats a run. */
const SEED = Number(process.env['SCHEDULES_SEED'] ?? Date.now() % 2_147_483_647)

test(
  `D14 D15 ${SCHEDULES} random schedules of faults, restarts and second thoughts: at most one effect, no success without one, nothing lost`,
  async () => {
    const safe = fc.asyncProperty(anyHistory, async (history) => {
      expect(await wrongWith(decisionKit, history)).toEqual([])
    })
    await fc.assert(safe, { numRuns: SCHEDULES, seed: SEED })
    process.stdout.write(`D15: ${SCHEDULES} random schedules, seed ${SEED}\n`)
  },
  60_000 + SCHEDULES * 1_000,
)
