/** What a tenant may do while decisions are on their way, as the page shows it; the effect log says what really happened. */
import { chromium } from 'playwright/test'
import { launchArguments } from '../../tools/browser.mjs'
import { approveOne, decisionsOn, expectAnnounced, openedItem, sendNow, signIn } from '../desk.ts'
import { expect, test } from '../fixtures.ts'
import { signInOverHttp } from '../http-desk.ts'
import { historyProblems, readDecidable, runOf, statesOf } from '../runs.ts'

test('a slow tenant: the page says that it is being sent until the tenant has answered', async ({ page, stack }) => {
  const item = await openedItem(page, stack)
  await stack.fault({ operation: 'approveApprovalItem', kind: 'delay-before', delayMs: 5_000 })
  await approveOne(page)
  await sendNow(page)
  await expect(page.getByText('Sending…').first()).toBeVisible()
  expect(await decisionsOn(stack, item)).toEqual([])
  await expectAnnounced(page, /Approved/)
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})

test('T4 a tenant that is gone for a while: the decision waits, says so, and is sent once when it is back', async ({
  page,
  stack,
}) => {
  const item = await openedItem(page, stack)
  await approveOne(page)
  await stack.killTenant()
  await sendNow(page)
  await expect(page.getByText(/SailPoint cannot be reached/).first()).toBeVisible({ timeout: 30_000 })
  await stack.startTenant()
  await expectAnnounced(page, /Approved/)
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})

test('a storm of 429 fails nothing', async ({ page, stack }) => {
  const item = await openedItem(page, stack)
  await stack.fault({ operation: 'approveApprovalItem', kind: '429', times: 4 })
  await approveOne(page)
  await sendNow(page)
  await expectAnnounced(page, /Approved/)
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})

test('an answer that is no JSON is settled by reading, and sent once', async ({ page, stack }) => {
  const item = await openedItem(page, stack)
  await stack.fault({ operation: 'approveApprovalItem', kind: 'invalid-json' })
  await approveOne(page)
  await sendNow(page)
  await expectAnnounced(page, /Approved .*confirmed/)
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})

test('lists that are no JSON are said to be unreadable, and the page recovers', async ({ page, stack, signInAs }) => {
  await stack.fault({ operation: 'listWorkItems', kind: 'invalid-json', times: 100 })
  await signInAs('manager')
  await expect(page.getByText('This could not be loaded').first()).toBeVisible({ timeout: 60_000 })
  await stack.clearFaults()
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await expect(page.getByRole('list', { name: 'Open work items' }).getByRole('link').first()).toBeVisible()
})

test('a run goes on over a server that is killed twice, and the page follows it to its end', async ({
  page,
  stack,
  signInAs,
}) => {
  const desk = await signInOverHttp(stack, 'manager')
  await signInAs('manager')
  const items = await readDecidable(await stack.tenant('manager'), 40)
  await stack.fault({ operation: '*', kind: 'delay', delayMs: 100, times: 1_000_000 })
  const runId = crypto.randomUUID()
  const status = await page.evaluate(putRun, { runId, run: runOf(items) })
  expect(status).toBe(200)
  for (const seen of [8, 20]) {
    await expect
      .poll(async () => new Set((await stack.effects()).map(({ workItemId }) => workItemId)).size, { intervals: [20] })
      .toBeGreaterThanOrEqual(seen)
    await stack.killServer()
    await stack.startServer()
  }
  await stack.clearFaults()
  const open = async () => {
    const { done = 0, 'needs-you': asks = 0 } = await statesOf(desk, runId)
    return 40 - done - asks
  }
  await expect.poll(open, { timeout: 90_000 }).toBe(0)
  expect(await historyProblems(stack, desk, [runId])).toEqual([])
  // What had its intent stored and never arrived asks its person, who sends it again.
  await desk.ask('POST', `/desk/runs/${runId}/settle`, { act: 'send-again' })
  await expect.poll(() => statesOf(desk, runId), { timeout: 60_000 }).toEqual({ done: 40 })
  expect(await historyProblems(stack, desk, [runId])).toEqual([])
  await page.goto(`${stack.url}/activity`)
  await expect(page.getByText(/40/).first()).toBeVisible()
})

/** As the page hands a run over; runs in the page. */
async function putRun({ runId, run }: { runId: string; run: unknown }): Promise<number> {
  const answer = await fetch(`/desk/runs/${runId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'x-requested-by': 'app' },
    body: JSON.stringify(run),
  })
  return answer.status
}

const KILLS = 4
const ENTRIES = 50

test.describe(() => {
  test.use({ stackOptions: { env: { SANDBOX_OPEN_ITEMS: '500', SANDBOX_RATE_LIMIT: '0' } } })
  test(`D4 a browser killed at ${KILLS} points of a run of ${ENTRIES}: all entries end, none lost, none doubled`, async ({
    stack,
  }) => {
    test.setTimeout(180_000)
    const all = await readDecidable(await stack.tenant('manager'), KILLS * ENTRIES)
    expect(all).toHaveLength(KILLS * ENTRIES)
    await stack.fault({ operation: '*', kind: 'delay', delayMs: 50, times: 1_000_000 })
    const runIds: string[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      // A browser of its own that is ended as a whole, as by a crash; its end is the first thing that goes wrong.
      const server = await chromium.launchServer({
        executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
        args: [...launchArguments],
      })
      const browser = await chromium.connect(server.wsEndpoint())
      const page = await browser.newPage()
      await signIn(page, stack, 'manager')
      const runId = crypto.randomUUID()
      runIds.push(runId)
      const before = (await stack.effects()).length
      const items = all.slice(kill * ENTRIES, (kill + 1) * ENTRIES)
      expect(await page.evaluate(putRun, { runId, run: runOf(items) })).toBe(200)
      // At another point each time, from at once to nearly at its end.
      const point = Math.floor((kill * ENTRIES) / KILLS)
      await expect.poll(async () => (await stack.effects()).length - before, { intervals: [20] }).toBeGreaterThanOrEqual(point)
      server.process().kill('SIGKILL')
      await browser.close()
    }
    const second = await signInOverHttp(stack, 'manager')
    for (const runId of runIds) await expect.poll(() => statesOf(second, runId), { timeout: 90_000 }).toEqual({ done: ENTRIES })
    expect(await historyProblems(stack, second, runIds)).toEqual([])
  })
})
