import { approveOne, openWorkItem, readBacklog, signIn, simple, startingWith } from '../desk.ts'
import { expect, test, watchForComplaints } from '../fixtures.ts'

test('a work item decided by somebody else while on screen stays as a quiet line with when and by whom', async ({
  page,
  stack,
  signInAs,
  browser,
  complaints,
  expectAccessible,
}) => {
  const manager = await stack.tenant('manager')
  const backlog = await readBacklog(manager)
  const elsewhere = backlog.take(simple)
  const here = backlog.take(simple)
  await signInAs('manager')
  const list = page.getByRole('list', { name: 'Open work items' })
  const field = page.getByRole('searchbox', { name: 'Filter' })
  await expect(list.getByRole('link').first()).toBeVisible()

  // One is approved at the tenant, past Countersign; one by the same person in another browser, through it.
  const [approval] = elsewhere.approvalItems
  await manager.POST('/work-items/{id}/approve/{approvalItemId}', {
    params: { path: { id: elsewhere.id, approvalItemId: approval?.id ?? '' } },
  })
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })
  const other = await context.newPage()
  watchForComplaints(other, complaints)
  await signIn(other, stack, 'manager', `/inbox/${here.id}`)
  await other
    .getByRole('button', { name: /^Approve/ })
    .first()
    .click()
  await other
    .getByRole('button', { name: /^Send now/ })
    .first()
    .click()
  await expect(other.getByRole('status').filter({ hasText: /Approved/ })).toBeVisible({ timeout: 45_000 })
  await context.close()

  await page.getByRole('button', { name: /Refresh$/ }).click()
  await expect(page.getByText('2 no longer open')).toBeVisible()
  await field.fill(elsewhere.name)
  await expect(list.getByRole('link', { name: startingWith(elsewhere.name) }).first()).toContainText(
    /Finished \d\d:\d\d · elsewhere/,
  )
  await expectAccessible()
  await field.fill(here.name)
  await expect(list.getByRole('link', { name: startingWith(here.name) }).first()).toContainText(/Finished \d\d:\d\d · by /)
  await field.fill('')
  await page.getByRole('button', { name: /no longer open/ }).click()
  await expect(page.getByText(/no longer open/)).toHaveCount(0)
})

test('what is decided in one tab is on its way in the others at once', async ({ page, stack, signInAs, context }) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take(simple)
  await signInAs('manager', `/inbox/${item.id}`)
  await expect(page.getByRole('button', { name: /^Approve/ }).first()).toBeVisible()
  const other = await context.newPage()
  await openWorkItem(other, stack, item)
  await approveOne(other)
  await expect(other.getByRole('button', { name: /^Take back/ }).first()).toBeVisible()

  // Well before the page would have asked by itself.
  await expect(page.getByRole('button', { name: /^Take back/ }).first()).toBeVisible({ timeout: 8000 })
  await expect(page.getByRole('button', { name: /^Approve/ })).toHaveCount(0)
})
