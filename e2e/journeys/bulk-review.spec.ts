import { readWorkItem } from '#contract/work-item.ts'
import { handOver, progressOf, review, reviewMatching, selectAll, sendRunNow, totalsOf, verdictForAll } from '../bulk.ts'
import { approveOne, decisionsOn, expectAnnounced, openWorkItem, readBacklog, sendNow, simple } from '../desk.ts'
import { expect, test } from '../fixtures.ts'

// What is held back by the limit of requests is another journey.
test.use({ stackOptions: { env: { SANDBOX_RATE_LIMIT: '0' } } })

test('C4 a whole inbox is reviewed by group, with what is left out and why, and approved with a reason', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  test.slow()
  const manager = await stack.tenant('manager')
  const elsewhere = (await readBacklog(manager)).take(simple)
  await signInAs('manager')
  await selectAll(page)
  await review(page)
  await expectAccessible()
  await expect(page.getByRole('button', { name: 'Hand over' })).toBeDisabled()

  // One of them is decided elsewhere in the meantime; the selection does not grow, and says so.
  await manager.POST('/work-items/{id}/approve/{approvalItemId}', {
    params: { path: { id: elsewhere.id, approvalItemId: elsewhere.approvalItems[0]?.id ?? '' } },
  })
  await page.reload()
  await page.getByRole('button', { name: '1 work item no longer open' }).click()
  await expect(page.getByText('Left out: 1 work item', { exact: true })).toBeVisible()
  await expect(page.getByText(/No longer open: decided elsewhere/)).toBeVisible()

  await verdictForAll(page, 'Approve')
  const summary = page.getByRole('region', { name: 'What will happen' })
  await expect(summary.getByText(/^Approve \d+ work items$/)).toBeVisible()
  const gated = async () => Number(/\d+/.exec(await summary.getByText(/to be read first/).innerText())?.[0])
  const before = await gated()
  expect(before).toBeGreaterThan(0)

  // What takes access away goes along once it has been read, right here.
  await page
    .getByRole('button', { name: /^(Remove|Revoke|Disable|Delete) .*show/ })
    .first()
    .click()
  await page
    .getByRole('button', { name: /^What it changes/ })
    .first()
    .click()
  await expect.poll(gated).toBe(before - 1)
  await page
    .getByRole('checkbox', { name: /^Include / })
    .nth(0)
    .focus()
  await page.keyboard.press('Space')
  await expect(summary.getByText('1 work item by you')).toBeVisible()
  await summary.getByRole('textbox', { name: /Note/ }).fill('Quarter end, agreed with Finance')
  await expectAccessible()

  // What was chosen and written outlives a reload.
  await page.reload()
  await expect(summary.getByRole('textbox', { name: /Note/ })).toHaveValue('Quarter end, agreed with Finance')
  const going = await handOver(page)
  await expect(page.getByText(/Will be sent at/).first()).toBeVisible()
  await expect(page.getByText('“Quarter end, agreed with Finance”')).toBeVisible()
  expect(await totalsOf(page)).toMatchObject({ done: 0, all: going })
  await expectAccessible()
  await sendRunNow(page)
  await expect(progressOf(page)).toHaveText(`${going} of ${going} done`, { timeout: 45_000 })
  await expectAnnounced(page, new RegExp(`${going} of ${going} done`))
  await expectAccessible()
  const effects = (await stack.effects()).filter(({ workItemId }) => workItemId !== elsewhere.id)
  expect(new Set(effects.map(({ workItemId }) => workItemId)).size).toBe(going)

  // What was left out is still selected.
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Inbox/ })
    .click()
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText(`${150 - going} selected`)
})

test('several work items go to one person with one comment, reviewed on a phone', async ({
  browser,
  stack,
  expectAccessible,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'en-GB',
  })
  const page = await context.newPage()
  await page.goto(`${stack.url}/inbox`)
  await page.getByRole('link', { name: 'Sign in' }).tap()
  await page.getByRole('button', { name: /\bmanager\b/i }).tap()
  await page.getByRole('searchbox', { name: 'Filter' }).fill('roster')
  await page.getByRole('button', { name: 'More' }).tap()
  await page.getByRole('button', { name: 'Select work items' }).tap()
  await page.getByRole('button', { name: /^All \d+ that match/ }).tap()
  await page.getByRole('button', { name: 'Review…' }).tap()
  await verdictForAll(page, 'Forward')
  await expectAccessible(page)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(sideways).toBe(0)

  // Without a person nothing goes; the field that is missing has the focus.
  await page.getByRole('button', { name: /^Hand over/ }).tap()
  const to = page.getByRole('combobox', { name: 'To' })
  await expect(to).toBeFocused()
  await page.keyboard.type('anna schm')
  await page.getByRole('option').filter({ hasText: 'anna.schmidt2' }).tap()
  await page.getByRole('button', { name: 'This belongs to your team.' }).tap()
  await page.getByRole('checkbox', { name: /e-mail/ }).uncheck()
  const count = await handOver(page)
  expect(count).toBeGreaterThan(1)
  await sendRunNow(page)
  await expect(progressOf(page)).toHaveText(`${count} of ${count} done`, { timeout: 45_000 })
  await expectAccessible(page)
  const effects = await stack.effects()
  expect(effects.map(({ operation }) => operation)).toEqual(Array.from({ length: count }, () => 'forwardWorkItem'))
  const admin = await stack.tenant('admin')
  const { data } = await admin.GET('/work-items/{id}', { params: { path: { id: effects[0]?.workItemId ?? '' } } })
  expect(readWorkItem(data)?.owner?.name).toBe('Anna Schmidt')
  await context.close()
})

test('several tasks done by hand are marked complete in one go, with the keyboard', async ({ page, stack, signInAs }) => {
  await signInAs('manager')
  await reviewMatching(page, 'roster')
  await page.getByRole('radio', { name: 'Complete' }).first().focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(/nothing is changed in any other system/)).toBeVisible()
  await page.getByRole('button', { name: /^Hand over \d/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Mark complete \d+ work items/ })).toBeVisible()
  await page.getByRole('button', { name: /^Send now: / }).focus()
  await page.keyboard.press('Enter')
  await expect(progressOf(page)).toHaveText(/^(\d+) of \1 done$/, { timeout: 45_000 })
  const effects = await stack.effects()
  expect(effects.length).toBe((await totalsOf(page)).done)
  expect(new Set(effects.map(({ operation }) => operation))).toEqual(new Set(['completeWorkItem']))
})

test('D1 a double press is one run; a work item that is in another run already is named, and left out with one press', async ({
  page,
  context,
  stack,
  signInAs,
  expectAccessible,
}) => {
  test.slow()
  const item = (await readBacklog(await stack.tenant('manager'))).take(simple)
  await signInAs('manager')
  await reviewMatching(page, item.approvalItems[0]?.application ?? '')
  await verdictForAll(page, 'Approve')
  await expect(page.getByRole('button', { name: /^Hand over \d+/ })).toBeEnabled()

  // In another window one of them is on its way, for as long as the tenant takes.
  await stack.fault({ operation: 'approveApprovalItem', kind: 'delay', delayMs: 25_000 })
  const other = await context.newPage()
  await openWorkItem(other, stack, item)
  await approveOne(other)
  await sendNow(other)
  await expect(other.getByText('Sending…').first()).toBeVisible()

  await page.bringToFront()
  const button = page.getByRole('button', { name: /^Hand over \d+/ })
  const alert = page.getByRole('alert').filter({ hasText: 'Some of these are in a run' })
  const inRun = page.getByRole('button', { name: '1 work item with a decision on its way' })
  // The page may have heard of it by itself; then it is left out already.
  if (!(await inRun.isVisible())) {
    await button.click()
    await expect(alert.or(inRun).first()).toBeVisible()
  }
  if (await alert.isVisible()) {
    await expect(alert.getByRole('link', { name: 'See that run' })).toBeVisible()
    await expectAccessible()
    await alert.getByRole('button', { name: 'Leave those out' }).click()
  }
  await expect(inRun).toBeVisible()
  const count = Number(/\d+/.exec(await button.innerText())?.[0])
  await button.dblclick()
  await expect(page.getByRole('link', { name: 'Back to activity' })).toBeVisible()
  await sendRunNow(page)
  await expect(progressOf(page)).toHaveText(`${count} of ${count} done`, { timeout: 60_000 })
  await expect.poll(() => decisionsOn(stack, item), { timeout: 40_000 }).toEqual(['approveApprovalItem'])
  const effects = (await stack.effects()).flatMap(({ approvalItemId }) => approvalItemId ?? [])
  expect(effects.length).toBe(new Set(effects).size)
})
