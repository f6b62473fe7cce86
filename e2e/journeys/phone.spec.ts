import { approveButton, expectAnnounced, readBacklog, simple, startingWith } from '../desk.ts'
import { expect, test } from '../fixtures.ts'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' })

test('a manager approves on a phone, in the dark', async ({ page, stack, signInAs, expectAccessible }) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take(simple)
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
  await approveButton(page).tap()
  await expect(page.getByText(/Will be sent at/).first()).toBeVisible()
  await page
    .getByRole('button', { name: /^Send now/ })
    .first()
    .tap()
  await expectAnnounced(page, /Approved/)
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /Completed/ })
    .tap()
  await expect(page.getByRole('link', { name: startingWith(item.name) }).first()).toBeVisible()
})
