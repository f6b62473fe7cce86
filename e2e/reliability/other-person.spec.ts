import { approveButton, decisionsOn, expectAnnounced, openWorkItem, readBacklog, sendNow, simple } from '../desk.ts'
import { expect, test } from '../fixtures.ts'

test('D9 a tab of one person never acts as another who signs in with the same browser', async ({
  page,
  stack,
  signInAs,
  context,
}) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take(simple)
  await signInAs('manager')
  await openWorkItem(page, stack, item)

  const other = await context.newPage()
  await other.goto(`${stack.url}/auth/sign-in?return_to=/inbox`)
  await other.getByRole('button', { name: /\badmin\b/i }).click()
  await other.waitForURL(`${stack.url}/inbox`)

  // The first tab hears of it by itself, and what is pressed there goes nowhere.
  await expect(page.getByRole('alert').filter({ hasText: 'Somebody else has signed in' })).toBeVisible()
  await approveButton(page).click()
  await expect(page.getByText(/not handed over/i).first()).toBeVisible()
  expect(await decisionsOn(stack, item)).toEqual([])
  await expect(other.getByRole('region', { name: 'Outbox' })).toHaveCount(0)

  // Back as oneself: what was pressed is still there, and is handed over when its maker says so.
  await other.close()
  await page.getByRole('link', { name: 'Sign in again' }).click()
  await page.getByRole('button', { name: /\bmanager\b/i }).click()
  await expect(page.getByRole('heading', { level: 1, name: item.name })).toBeVisible()
  await page
    .getByRole('button', { name: /^Try again/ })
    .first()
    .click()
  await sendNow(page)
  await expectAnnounced(page, /Approved/)
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
  expect(new Set((await stack.effects()).map(({ by }) => by)).size).toBe(1)
})
