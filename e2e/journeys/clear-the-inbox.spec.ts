import { expect, test } from '../fixtures.ts'
import { openWorkItem, readBacklog } from '../desk.ts'

test('a manager reads, approves one, takes one back, rejects a whole item, finds both in Completed and signs out', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  const backlog = await readBacklog(await stack.tenant('manager'))
  const toApprove = backlog.take({ pending: 1, decided: 0, harmless: true })
  const toTakeBack = backlog.take({ pending: 1, decided: 0, harmless: true })
  const toReject = backlog.take({ pending: 2, decided: 0, harmless: true })

  await page.goto(`${stack.url}/inbox`)
  await expectAccessible()
  await signInAs('manager')
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Open\b/ })).toContainText(/\d+/)
  await expectAccessible()

  // Approve one approval item; it is only "approved" once the tenant has answered.
  await openWorkItem(page, stack, toApprove)
  await expectAccessible()
  await page
    .getByRole('button', { name: /^Approve (?!all)/ })
    .first()
    .click()
  await expect(page.getByText(/Will be sent at/).first()).toBeVisible()
  await expectAccessible()
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /Approved/ })
      .first(),
  ).toBeVisible({ timeout: 30_000 })

  // Take one back while it is held: nothing reaches the tenant.
  await openWorkItem(page, stack, toTakeBack)
  await page
    .getByRole('button', { name: /^Approve (?!all)/ })
    .first()
    .click()
  await page
    .getByRole('button', { name: /^Take back/ })
    .first()
    .click()
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /Taken back/ })
      .first(),
  ).toBeVisible()

  // Reject a whole item, with a note that stays here.
  await openWorkItem(page, stack, toReject)
  await page.getByRole('button', { name: /^Reject all/ }).click()
  await page.getByLabel(/Note/).fill('Not needed after the reorganisation')
  await expectAccessible()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Reject/ })
    .click()
  await page
    .getByRole('button', { name: /^Send now/ })
    .first()
    .click()
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /Rejected/ })
      .first(),
  ).toBeVisible({ timeout: 30_000 })

  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /Completed/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Completed' })).toBeVisible()
  await expect(page.getByRole('link', { name: toApprove.name }).first()).toBeVisible()
  await expect(page.getByRole('link', { name: toReject.name }).first()).toBeVisible()
  await expectAccessible()

  const decisions = (await stack.effects()).filter((effect) =>
    [toApprove.id, toTakeBack.id, toReject.id].includes(effect.workItemId ?? ''),
  )
  expect(decisions.filter((effect) => effect.workItemId === toApprove.id)).toHaveLength(1)
  expect(decisions.filter((effect) => effect.workItemId === toTakeBack.id)).toHaveLength(0)
  expect(decisions.filter((effect) => effect.workItemId === toReject.id && effect.approvalItemId !== null)).toHaveLength(2)

  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await page.goBack()
  await expect(page.getByText(toReject.name)).toHaveCount(0)
})
