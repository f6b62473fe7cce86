import { expect, test } from '../fixtures.ts'
import { readBacklog, startingWith } from '../desk.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' })

test('a manager approves on a phone, in the dark', async ({ page, stack, signInAs, expectAccessible }) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take({ pending: 1, decided: 0, harmless: true })
  await signInAs('manager')
  await page.getByRole('searchbox', { name: 'Filter' }).fill(item.name)
  await expectAccessible()
  await page
    .getByRole('link', { name: startingWith(item.name) })
    .first()
    .tap()
  await expect(page.getByRole('heading', { name: item.name }).first()).toBeVisible()
  await expectAccessible()
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(sideways).toBe(0)
  await page
    .getByRole('button', { name: /^Approve (?!all)/ })
    .first()
    .tap()
  await expect(page.getByText(/Will be sent at/).first()).toBeVisible()
  await page
    .getByRole('button', { name: /^Send now/ })
    .first()
    .tap()
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /Approved/ })
      .first(),
  ).toBeVisible({ timeout: 30_000 })
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /Completed/ })
    .tap()
  await expect(page.getByRole('link', { name: startingWith(item.name) }).first()).toBeVisible()
})
