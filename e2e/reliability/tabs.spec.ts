/** What several tabs, browsers and devices do to each other. */
import type { Page } from 'playwright/test'
import {
  approveButton,
  approveOne,
  decisionsOn,
  double,
  expectAnnounced,
  openedItem,
  openWorkItem,
  readBacklog,
  sendNow,
  signIn,
  simple,
} from '../desk.ts'
import { expect, test, watchForComplaints } from '../fixtures.ts'
import { signInOverHttp } from '../http-desk.ts'
import { entryOf, handOver, historyProblems, readDecidable, statesOf } from '../runs.ts'

const signOut = async (page: Page) => {
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
}

test('S6 signing out in one of three tabs leaves nothing in the others; the old cookie and the back button show nothing', async ({
  page,
  context,
  stack,
  complaints,
  signInAs,
}) => {
  await signInAs('manager')
  const others = [await context.newPage(), await context.newPage()]
  for (const tab of others) watchForComplaints(tab, complaints)
  // Each has a page of ours behind it, to go back to.
  for (const tab of [page, ...others]) {
    for (const path of ['/inbox', '/completed']) {
      await tab.goto(`${stack.url}${path}`)
      await expect(tab.getByRole('heading', { level: 1 })).toBeVisible()
    }
  }
  const cookies = (await context.cookies(stack.url)).map(({ name, value }) => `${name}=${value}`).join('; ')
  await signOut(page)
  for (const tab of [page, ...others]) {
    await expect(tab.getByRole('link', { name: 'Sign in' })).toBeVisible()
    await tab.goBack()
    await expect(tab.getByRole('link', { name: 'Sign in' })).toBeVisible()
    await expect(tab.getByRole('list', { name: 'Open work items' })).toHaveCount(0)
  }
  for (let replay = 0; replay < 20; replay += 1) {
    const answer = await fetch(`${stack.url}/desk/session`, {
      headers: { cookie: cookies, 'sec-fetch-site': 'same-origin', 'x-requested-by': 'app' },
    })
    expect(answer.status).toBe(401)
  }
})

test('two tabs decide the same item at the same moment: it is decided once', async ({
  page,
  context,
  stack,
  complaints,
  signInAs,
}) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take(simple)
  await signInAs('manager')
  const other = await context.newPage()
  watchForComplaints(other, complaints)
  for (const tab of [page, other]) {
    await openWorkItem(tab, stack, item)
    await expect(approveButton(tab)).toBeEnabled()
  }
  // Without waiting for a button to rest: the tab that is told of the other's decision takes it away.
  const press = (tab: Page) =>
    approveButton(tab).evaluateAll((found) =>
      found.forEach((button) => button.dispatchEvent(new MouseEvent('click', { bubbles: true }))),
    )
  await Promise.all([press(page), press(other)])
  // One of them holds it, whichever was quicker; the other one is told, or follows.
  const holds = async (tab: Page) => (await tab.getByRole('button', { name: /^Send now/ }).count()) > 0
  await expect.poll(async () => (await holds(page)) || (await holds(other))).toBe(true)
  await sendNow((await holds(page)) ? page : other)
  await expect.poll(() => decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
  for (const tab of [page, other]) {
    await openWorkItem(tab, stack, item)
    await expect(approveButton(tab)).toHaveCount(0)
  }
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})

test('two browsers: what one holds the other shows, and may take back', async ({
  page,
  browser,
  stack,
  complaints,
  signInAs,
}) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take(simple)
  await signInAs('manager')
  const second = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })
  const other = await second.newPage()
  watchForComplaints(other, complaints)
  await signIn(other, stack, 'manager', `/inbox/${item.id}`)
  await openWorkItem(page, stack, item)
  await approveOne(page)
  await other.reload()
  const takeBack = other.getByRole('button', { name: /^Take back/ }).first()
  await takeBack.click()
  await expect(approveButton(page)).toBeVisible({ timeout: 30_000 })
  expect(await decisionsOn(stack, item)).toEqual([])
  await second.close()
})

test('taking back races sending now: the answer says which, and it is so', async ({
  page,
  context,
  stack,
  complaints,
  signInAs,
}) => {
  const backlog = await readBacklog(await stack.tenant('manager'))
  await signInAs('manager')
  const other = await context.newPage()
  watchForComplaints(other, complaints)
  for (let round = 0; round < 3; round += 1) {
    const item = backlog.take(simple)
    await openWorkItem(page, stack, item)
    await approveOne(page)
    await other.goto(`${stack.url}/inbox/${item.id}`)
    const [send, back] = [page.getByRole('button', { name: /^Send now/ }), other.getByRole('button', { name: /^Take back/ })]
    await expect(back.first()).toBeVisible()
    // Whichever comes second may find its button gone.
    await Promise.all(
      [send, back].map((button) =>
        button
          .first()
          .click({ timeout: 5_000 })
          .catch(() => undefined),
      ),
    )
    const state = async () => entryOf(await signInOverHttp(stack, 'manager'), item.id)
    await expect.poll(state, { timeout: 30_000 }).toMatch(/^(done|cancelled)$/)
    const decisions = await decisionsOn(stack, item)
    expect([await state(), decisions]).toEqual(decisions.length === 0 ? ['cancelled', []] : ['done', ['approveApprovalItem']])
  }
})

test('D4 a second device shows the progress of a run, and the end of it', async ({ page, stack, signInAs }) => {
  const desk = await signInOverHttp(stack, 'manager')
  const items = await readDecidable(await stack.tenant('manager'), 30)
  await stack.fault({ operation: '*', kind: 'delay', delayMs: 200, times: 1_000_000 })
  const runId = await handOver(desk, items)
  await signInAs('manager', '/activity')
  await expect(page.getByText(/30/).first()).toBeVisible()
  await stack.clearFaults()
  await expect.poll(() => statesOf(desk, runId), { timeout: 60_000 }).toEqual({ done: 30 })
  await expect(page.getByText(/\b30\b[^.]*(done|approved|ended|of 30)/i).first()).toBeVisible({ timeout: 30_000 })
  expect(await historyProblems(stack, desk, [runId])).toEqual([])
})

test('another person signs in in the same browser: the run of the first waits, and nothing is sent as the second', async ({
  page,
  stack,
  signInAs,
}) => {
  await signInAs('manager')
  const items = await readDecidable(await stack.tenant('manager'), 130)
  // The page's own session hands it over; more than a window of the rate limit, so that some wait.
  const desk = await signInOverHttp(stack, 'manager')
  const runId = await handOver(desk, items)
  await expect.poll(async () => (await stack.effects()).length).toBeGreaterThan(20)
  expect((await desk.ask('POST', '/desk/session/end', { everywhere: true, openEntries: 'finish' })).status).toBe(204)
  await page.goto(`${stack.url}/sign-in`)
  await signIn(page, stack, 'admin')
  const admin = await signInOverHttp(stack, 'admin')
  expect((await admin.ask('GET', `/desk/runs/${runId}`)).status).toBe(404)
  const again = await signInOverHttp(stack, 'manager')
  await expect.poll(async () => (await statesOf(again, runId))['done'], { timeout: 60_000 }).toBe(130)
  expect(await historyProblems(stack, again, [runId])).toEqual([])
  const actors = new Set((await stack.effects()).map(({ by }) => by))
  expect(actors.size).toBe(1)
})

test('signing out with decisions held asks, and taking back sends nothing', async ({ page, stack }) => {
  const item = await openedItem(page, stack, double)
  await page.getByRole('button', { name: /^Approve all/ }).click()
  await expect(page.getByText(/Will be sent at/).first()).toBeVisible()
  await signOut(page)
  await page.getByRole('button', { name: 'Take back and sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await signIn(page, stack, 'manager', `/inbox/${item.id}`)
  await expect(page.getByRole('button', { name: /^Approve all/ })).toBeVisible()
  expect(await decisionsOn(stack, item)).toEqual([])
})

test('a session that ends while a decision is held: it waits for its person, and is sent once when they are back', async ({
  page,
  stack,
  context,
}) => {
  const item = await openedItem(page, stack)
  await approveOne(page)
  const desk = await signInOverHttp(stack, 'manager')
  await desk.ask('POST', '/desk/session/end', { everywhere: true, openEntries: 'finish' })
  await context.clearCookies()
  await signIn(page, stack, 'manager', `/inbox/${item.id}`)
  await sendNow(page)
  await expectAnnounced(page, /Approved/)
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})
