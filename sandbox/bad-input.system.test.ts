import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operationList } from '#contract/operations.ts'
import type { OperationId } from '#contract/operations.ts'
import { generated } from './testing/bad-input/generated.ts'
import { handPicked } from './testing/bad-input/hand-picked.ts'
import { GoodRequests, problemWith, send } from './testing/bad-input/request.ts'
import type { BadRequest } from './testing/bad-input/request.ts'
import { rowsWritten, stateDigest } from './testing/contract-check.ts'
import { startTestSandbox } from './testing/test-sandbox.ts'
import type { TestSandbox } from './testing/test-sandbox.ts'

const LEAST_HAND_PICKED = 40
/** How many are drawn in all; `FUZZ_RUNS=200000` is the long run. */
const DRAWN = Number(process.env['FUZZ_RUNS'] ?? 12_500)
/** A smaller run, asked for by its size, promises less. */
const LEAST_IN_ALL = Math.min(DRAWN, 12_000)
const DRAWN_EACH = Math.ceil(DRAWN / operationList.length)
/** `FUZZ_SEED` repeats a run. */
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2_147_483_647)

let sandbox: TestSandbox
let good: GoodRequests
let inputs = 0
beforeAll(async () => {
  sandbox = await startTestSandbox({ openItems: 400, identities: 400 })
  good = await GoodRequests.of(sandbox)
})
afterAll(async () => {
  process.stdout.write(`B1: ${inputs} bad inputs, seed ${SEED}\n`)
  await sandbox.close()
})

/** What went wrong with one bad request; undefined when it was refused as it should be and nothing was written. */
async function failureOf({ why, request, expected }: BadRequest): Promise<string | undefined> {
  inputs += 1
  const before = await rowsWritten(sandbox.store)
  const answer = await send(sandbox, request)
  const written = (await rowsWritten(sandbox.store)) - before
  const problem = problemWith(request, answer)
  if (problem !== undefined) return `${why}: ${problem}`
  if (!expected.includes(answer.status)) return `${why}: answered ${answer.status}: ${answer.text.slice(0, 200)}`
  return written === 0 ? undefined : `${why}: answered ${answer.status} and wrote ${written} rows`
}

const ids: readonly OperationId[] = operationList.map(({ id }) => id)
const timeout = 60_000 + DRAWN * 10

describe('B1 bad input is refused in the documented form and changes nothing', () => {
  test.each(ids)(
    `B1 B2 %s: hand-picked and ${DRAWN_EACH} drawn`,
    async (id) => {
      const { status } = await send(sandbox, (await good.make(id)).request)
      // The bad ones are made from a request that is itself in order.
      expect(status).toBeLessThan(300)

      const base = await good.make(id)
      const before = await stateDigest(sandbox.store)
      const picked = handPicked(base)
      expect(picked.length).toBeGreaterThanOrEqual(LEAST_HAND_PICKED)
      const failures = []
      for (const bad of picked) failures.push(await failureOf(bad))
      expect(failures.filter((failure) => failure !== undefined)).toEqual([])
      await fc.assert(
        fc.asyncProperty(generated(base), async (bad) => {
          expect(await failureOf(bad)).toBeUndefined()
        }),
        { numRuns: DRAWN_EACH, seed: SEED },
      )
      expect(await stateDigest(sandbox.store)).toBe(before)
    },
    timeout,
  )

  test('B1 there were as many as promised', () => {
    expect(inputs).toBeGreaterThanOrEqual(LEAST_IN_ALL)
  })
})
