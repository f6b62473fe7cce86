/** Promises that need real processes and no browser. */
import { expect, test as base } from 'playwright/test'
import { signInOverHttp } from '../http-desk.ts'
import { entriesOf, handOver, historyProblems, readDecidable, statesOf } from '../runs.ts'
import { startStack } from '../stack.ts'
import type { Stack } from '../stack.ts'

const test = base.extend<{ env: Record<string, string>; stack: Stack }>({
  env: [{}, { option: true }],
  stack: async ({ env }, use) => {
    const stack = await startStack({ env })
    await use(stack)
    await stack.close()
  },
})

const RESTARTS = 20
const BULK = 500

test.describe(() => {
  test.use({ env: { SANDBOX_OPEN_ITEMS: '900', SANDBOX_RATE_LIMIT: '0' } })
  test(`T5 ${RESTARTS} times SIGTERM during a bulk of ${BULK}, in a tenant without guards: nothing lost, nothing doubled`, async ({
    stack,
  }) => {
    test.setTimeout(300_000)
    // It would carry out again whatever is sent again, so it is the protocol that is tested and not the tenant.
    await stack.makeNaive()
    const items = await readDecidable(await stack.tenant('manager'), BULK)
    expect(items).toHaveLength(BULK)
    // Every answer takes a while, so that each SIGTERM meets requests under way.
    await stack.fault({ operation: '*', kind: 'delay', delayMs: 150, times: 1_000_000 })
    const desk = await signInOverHttp(stack, 'manager')
    const runId = await handOver(desk, items)
    const decided = async () => new Set((await stack.effects()).map(({ workItemId }) => workItemId)).size
    for (let restart = 0; restart < RESTARTS; restart += 1) {
      const before = await decided()
      await expect.poll(decided, { intervals: [20] }).toBeGreaterThanOrEqual(before + 10)
      expect(await stack.stopServer()).toBe(0)
      await stack.startServer()
    }
    await stack.clearFaults()
    await expect.poll(() => statesOf(desk, runId), { timeout: 120_000 }).toEqual({ done: BULK })
    expect(await historyProblems(stack, desk, [runId])).toEqual([])
    expect((await entriesOf(desk, runId)).map(({ workItemId }) => workItemId)).toEqual(items.map(({ id }) => id))
  })
})

test('T3 a tenant that hangs holds up neither shell nor health nor signing out; what would wait too long is told so', async ({
  stack,
}) => {
  // One session may ask 300 times in 10 s, so those who look on have their own.
  const desk = await signInOverHttp(stack, 'manager')
  const watcher = await signInOverHttp(stack, 'manager')
  const leaver = await signInOverHttp(stack, 'helpdesk')
  stack.signalTenant('SIGSTOP')
  const ended = new Set<number>()
  const reads = Array.from({ length: 36 + 256 + 1 }, async (_, nth) => {
    const answer = await desk.ask('GET', '/api/beta/work-items?limit=1')
    ended.add(nth)
    return { status: answer.status, retryAfter: answer.headers.get('retry-after') }
  })
  const first = await Promise.race(reads)
  expect(first.status).toBe(503)
  expect(Number(first.retryAfter)).toBeGreaterThan(0)

  // The others wait, all 292 of them, while these are answered.
  for (let round = 0; round < 20; round += 1) {
    expect((await fetch(`${stack.url}/inbox`)).status).toBe(200)
    expect((await fetch(`${stack.url}/desk/health/live`)).status).toBe(200)
    expect((await fetch(`${stack.url}/desk/health/ready`)).status).toBe(200)
    expect((await watcher.ask('GET', '/desk/runs?limit=5')).status).toBe(200)
  }
  expect((await leaver.ask('POST', '/desk/session/end', { everywhere: false })).status).toBe(204)
  expect((await leaver.ask('GET', '/desk/session')).status).toBe(401)
  expect(ended.size).toBe(1)

  // Nobody waits for ever: the first reads give up after 10 s, five of them are an outage, and then nobody even tries.
  const statuses = new Set((await Promise.all(reads)).map(({ status }) => status))
  expect([...statuses].filter((status) => ![503, 504].includes(status))).toEqual([])
  stack.signalTenant('SIGCONT')
  await expect.poll(async () => (await watcher.ask('GET', '/api/beta/work-items?limit=1')).status, { timeout: 30_000 }).toBe(200)
})

test('D12 a server that was asleep in the middle of a run goes on where it was', async ({ stack }) => {
  const desk = await signInOverHttp(stack, 'manager')
  const items = await readDecidable(await stack.tenant('manager'), 60)
  await stack.fault({ operation: '*', kind: 'delay', delayMs: 100, times: 1_000_000 })
  const runId = await handOver(desk, items)
  await expect.poll(async () => (await stack.effects()).length, { intervals: [20] }).toBeGreaterThan(5)
  stack.signalServer('SIGSTOP')
  // Asleep until all that was on its way has arrived; what it sent last is answered while nobody listens.
  let before = -1
  await expect
    .poll(
      async () => {
        const now = (await stack.effects()).length
        const isQuiet = now === before
        before = now
        return isQuiet
      },
      { intervals: [400] },
    )
    .toBe(true)
  stack.signalServer('SIGCONT')
  await expect.poll(() => statesOf(desk, runId), { timeout: 60_000 }).toEqual({ done: 60 })
  expect(await historyProblems(stack, desk, [runId])).toEqual([])
})
