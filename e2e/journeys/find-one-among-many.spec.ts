import { readWorkItems } from '#contract/work-item.ts'
import { signIn } from '../desk.ts'
import { expect, test } from '../fixtures.ts'

test.use({ stackOptions: { env: { SANDBOX_OPEN_ITEMS: '10000', SANDBOX_RATE_LIMIT: '0' } } })

test('one work item among ten thousand: three filters, and the address finds it for somebody else', async ({
  page,
  stack,
  signInAs,
  browser,
  expectAccessible,
}) => {
  test.setTimeout(240_000)
  await signInAs('manager')
  const list = page.getByRole('list', { name: 'Open work items' })
  await expect(list.getByRole('link').first()).toBeVisible()
  await expect(page.getByText(/^10,000 work items$/)).toBeVisible({ timeout: 60_000 })

  const choose = async (facet: string, value: RegExp) => {
    await page.getByRole('group', { name: 'Filters' }).getByRole('button', { name: facet, exact: true }).click()
    await page.getByRole('dialog', { name: facet }).getByRole('checkbox', { name: value }).check()
    await page.keyboard.press('Escape')
  }
  await choose('Source', /^Ledger/)
  await choose('Age', /^Past 30 days/)
  await expect(page.getByText(/of 10,000 work items/)).toBeVisible()
  await expectAccessible()

  // The third filter is a text: the name of one that matches, read from the tenant itself.
  const first = list.getByRole('link').first()
  await expect(first).toBeVisible()
  const id = await first.evaluate((link) => link.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? '')
  const manager = await stack.tenant('manager')
  const { data } = await manager.GET('/work-items/{id}', { params: { path: { id } } })
  const [item] = readWorkItems(data)
  const name = item?.name ?? ''
  await page.getByRole('searchbox', { name: 'Filter' }).fill(name)
  await expect(list.locator(`[data-id="${id}"]`)).toBeVisible()
  const count = await list.getByRole('link').count()
  await list.locator(`[data-id="${id}"]`).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const address = page.url().replace(stack.url, '')

  const other = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Berlin' })
  const second = await other.newPage()
  await signIn(second, stack, 'manager', address)
  await expect(second.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(second.getByRole('list', { name: 'Open work items' }).getByRole('link')).toHaveCount(count, { timeout: 60_000 })
  await other.close()

  // Back goes through the choices one by one.
  await page.goBack()
  await expect(page).toHaveURL(/\/inbox\?/)
  await expect(page.getByRole('searchbox', { name: 'Filter' })).toHaveValue(name)
})

test('place and selection survive opening an item, coming back and loading again', async ({ page, signInAs }) => {
  test.setTimeout(180_000)
  await signInAs('manager', '/inbox?sort=oldest')
  const list = page.getByRole('list', { name: 'Open work items' })
  await expect(list.getByRole('link').first()).toBeVisible()
  await expect(page.getByText(/^10,000 work items$/)).toBeVisible({ timeout: 60_000 })
  await list.getByRole('link').first().focus()
  for (let step = 0; step < 60; step += 1) await page.keyboard.press('ArrowDown')
  const focused = () => page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? null)
  await page.keyboard.press('x')
  const id = await focused()
  expect(id).not.toBeNull()
  const row = list.locator(`[data-id="${id}"]`)
  // The bar that comes with a selection does not cover the row it was begun with.
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('1 selected')
  await expect(row).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/inbox\/.+/)
  await page.goBack()
  await expect(row).toBeInViewport()
  await page.reload()
  await expect(row).toBeInViewport({ timeout: 60_000 })
  await expect(row.getByRole('checkbox')).toBeChecked()
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('1 selected')
})

test('a row pressed while the list still rolls is opened, with the middle button in a tab of its own', async ({
  page,
  signInAs,
  context,
}) => {
  await signInAs('manager')
  const list = page.getByRole('list', { name: 'Open work items' })
  await expect(list.getByRole('link').first()).toBeVisible()
  const box = await list.boundingBox()
  if (!box) throw new Error('The list has no place on the page.')
  const distance = () => list.evaluate((element) => element.parentElement?.scrollTop ?? 0)
  const pressRolling = async (button: 'left' | 'middle') => {
    await page.mouse.move(box.x + 200, 400)
    const isOver = new AbortController()
    const turning = (async () => {
      // oxlint-disable-next-line no-await-in-loop -- one turn of the wheel after the other
      while (!isOver.signal.aborted) await page.mouse.wheel(0, 10)
    })()
    const before = await distance()
    await expect.poll(distance).toBeGreaterThan(before)
    await page.mouse.click(box.x + 200, 400, { button })
    isOver.abort()
    await turning
  }
  const tab = context.waitForEvent('page')
  await pressRolling('middle')
  await expect(await tab).toHaveURL(/\/inbox\/[0-9a-f]{32}$/)
  await expect(page).toHaveURL(/\/inbox$/)
  await pressRolling('left')
  await expect(page).toHaveURL(/\/inbox\/[0-9a-f]{32}$/)
})
