import { approveOne, decisionsOn, double, expectAnnounced, openWorkItem, readBacklog, sendNow, simple } from '../desk.ts'
import { expect, test } from '../fixtures.ts'

test('a manager reads, approves one, takes one back, rejects a whole item, finds both in Completed and signs out', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  const backlog = await readBacklog(await stack.tenant('manager'))
  const toApprove = backlog.take(simple)
  const toTakeBack = backlog.take(simple)
  const toReject = backlog.take(double)

  await page.goto(`${stack.url}/inbox`)
  await expectAccessible()
  await signInAs('manager')
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Open\b/ })).toContainText(/\d+/)
  await expectAccessible()

  // Approve one approval item; it is only "approved" once the tenant has answered.
  await openWorkItem(page, stack, toApprove)
  await expectAccessible()
  await approveOne(page)
  await expectAccessible()
  await expectAnnounced(page, /Approved/)

  // Take one back while it is held: nothing reaches the tenant.
  await openWorkItem(page, stack, toTakeBack)
  await approveOne(page)
  await page
    .getByRole('button', { name: /^Take back/ })
    .first()
    .click()
  await expectAnnounced(page, /Taken back/)

  // Reject a whole item, with a note that stays here.
  await openWorkItem(page, stack, toReject)
  await page.getByRole('button', { name: /^Reject all/ }).click()
  await page.getByLabel(/Note/).fill('Not needed after the reorganisation')
  await expectAccessible()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Reject/ })
    .click()
  await sendNow(page)
  await expectAnnounced(page, /Rejected/)

  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /Completed/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Completed' })).toBeVisible()
  await expect(page.getByRole('link', { name: toApprove.name }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: toReject.name }).first()).toBeVisible()
  await expectAccessible()

  expect(await decisionsOn(stack, toApprove)).toEqual(['approveApprovalItem'])
  expect(await decisionsOn(stack, toTakeBack)).toEqual([])
  expect(await decisionsOn(stack, toReject)).toEqual(['rejectApprovalItemsInBulk', 'rejectApprovalItemsInBulk'])

  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await page.goBack()
  await expect(page.getByText(toReject.name)).toHaveCount(0)
})
