import { expect, test } from '../fixtures.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`an address that leads nowhere says so, accessibly, on a ${colorScheme} page`, async ({
    page,
    stack,
    expectAccessible,
  }) => {
    await page.emulateMedia({ colorScheme })
    const answer = await page.goto(`${stack.url}/no//such/page`)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
    await expectAccessible()
    await page.getByRole('link', { name: 'Go to the inbox' }).click()
    await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  })
}
