import { signIn } from '../desk.ts'
import { expect, test, watchForComplaints } from '../fixtures.ts'
import { startStack } from '../stack.ts'

test('two copies of Countersign are signed in at once in one browser', async ({ page, stack, complaints, context }) => {
  const second = await startStack()
  try {
    await signIn(page, stack, 'manager')
    const other = await context.newPage()
    watchForComplaints(other, complaints)
    await signIn(other, second, 'admin')
    for (const [tab, name] of [
      [page, /manager|colleague|Account/],
      [other, /Account/],
    ] as const) {
      await tab.reload()
      await expect(tab.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible()
      await expect(tab.getByRole('button', { name }).first()).toBeVisible()
    }
    const names = await Promise.all(
      [page, other].map((tab) => tab.getByRole('button', { name: /^Account: / }).getAttribute('aria-label')),
    )
    expect(names[0]).not.toEqual(names[1])
  } finally {
    await second.close()
  }
})

test.describe('with the tenant on another site', () => {
  test.use({ stackOptions: { tenantHost: '127.0.0.1' } })
  test('S2 sign-in works although the strict cookie is not sent from the tenant’s site', async ({
    page,
    signInAs,
    context,
    stack,
  }) => {
    await signInAs('manager')
    await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible()
    const cookies = (await context.cookies(stack.url)).filter((cookie) => cookie.name.includes('sid'))
    expect(cookies).toHaveLength(1)
    expect(cookies[0]).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Strict', path: '/' })
  })
})

test('a session that ends leads back to the same place after signing in again', async ({
  page,
  stack,
  signInAs,
  context,
  expectAccessible,
}) => {
  await signInAs('manager')
  await page.getByRole('searchbox', { name: 'Filter' }).fill('ledger')
  await expect(page).toHaveURL(/q=ledger/)
  await context.clearCookies()
  await page.reload()
  await expect(page.getByRole('link', { name: /^Sign in/ })).toBeVisible()
  await expectAccessible()
  await page.getByRole('link', { name: /^Sign in/ }).click()
  await page.getByRole('button', { name: /\bmanager\b/i }).click()
  await expect(page).toHaveURL(`${stack.url}/inbox?q=ledger`)
  await expect(page.getByRole('searchbox', { name: 'Filter' })).toHaveValue('ledger')
})

test('S1 the browser holds no token: not in storage, not in cookies it can read, not in any answer', async ({
  page,
  signInAs,
  stack,
}) => {
  const bodies: string[] = []
  page.on('response', async (response) => {
    if (response.url().startsWith(stack.url)) bodies.push(await response.text().catch(() => ''))
  })
  await signInAs('manager')
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible()
  const storage = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, location.href]),
  )
  const jwt = /eyJ[\w-]+\.[\w-]+\.[\w-]+/
  expect(storage).not.toMatch(jwt)
  expect(bodies.length).toBeGreaterThan(3)
  expect(bodies.filter((body) => jwt.test(body))).toEqual([])
})
