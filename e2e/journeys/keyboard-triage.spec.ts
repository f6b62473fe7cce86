import type { Page } from 'playwright/test'
import { readWorkItems } from '#contract/work-item.ts'
import { expect, test } from '../fixtures.ts'

/** The work item whose row has the focus; asks the page anew each time. */
const focusedRowOf = (page: Page) => () =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? null)

test('a manager clears twenty work items with the keyboard alone', async ({ page, stack, signInAs, expectAccessible }) => {
  test.setTimeout(240_000)
  await signInAs('manager')
  const list = page.getByRole('list', { name: 'Open work items' })
  await expect(list.getByRole('link').first()).toBeVisible()
  const press = (key: string) => page.keyboard.press(key)
  const confirm = page.getByRole('region', { name: 'Confirm' })
  const focusedRow = focusedRowOf(page)
  const decided = new Set<string>()

  // Without a focused row a deciding key does nothing.
  await press('a')
  await expect(confirm).toHaveCount(0)

  // Every second one is rejected; what takes access away has to be opened first.
  await press('j')
  await expect.poll(focusedRow).not.toBeNull()
  while (decided.size < 20) {
    await expect.poll(focusedRow).not.toBeNull()
    const id = (await focusedRow()) ?? ''
    const isRejection = decided.size % 2 === 1
    await press(isRejection ? 'r' : 'a')
    const answer = await Promise.race([
      confirm.waitFor().then(() => 'asked' as const),
      page
        .getByRole('status')
        .filter({ hasText: 'nothing to approve or reject' })
        .waitFor()
        .then(() => 'nothing' as const),
    ])
    if (answer === 'nothing' && (await confirm.count()) === 0) {
      await press('n')
      await expect.poll(focusedRow).not.toBe(id)
      continue
    }
    if (decided.size === 0) await expectAccessible()
    const open = confirm.getByRole('button', { name: 'Open' })
    if ((await open.count()) > 0) {
      // Leaving it is one key; the next one comes with another.
      await press('Escape')
      await expect.poll(focusedRow).toBe(id)
      await press('n')
      await expect.poll(focusedRow).not.toBe(id)
      continue
    }
    await press('Enter')
    await expect(confirm).toHaveCount(0)
    decided.add(id)
    if (decided.size < 20) await expect.poll(focusedRow).not.toBe(id)
  }

  // The last one is taken back while it is held.
  await press('z')
  await expect(page.getByRole('status').filter({ hasText: /Taken back/ })).toBeVisible()
  // One with several changes shows its first effect before it is over, so the tenant's own list has the last word.
  const manager = await stack.tenant('manager')
  const stillOpen = async () => {
    const { data } = await manager.GET('/work-items', { params: { query: { limit: 250 } } })
    const open = new Set(readWorkItems(data).map(({ id }) => id))
    return [...decided].filter((id) => open.has(id))
  }
  await expect.poll(stillOpen, { timeout: 60_000 }).toEqual([...decided].slice(19))
  expect(new Set((await stack.effects()).flatMap(({ workItemId }) => workItemId ?? [])).size).toBe(19)
})

test('a decision taken back before the server has answered is that one, not the one before', async ({
  page,
  stack,
  signInAs,
}) => {
  await signInAs('manager', '/inbox?operation=grant')
  const list = page.getByRole('list', { name: 'Open work items' })
  await expect(list.getByRole('link').first()).toBeVisible()
  const confirm = page.getByRole('region', { name: 'Confirm' })
  const focusedRow = focusedRowOf(page)
  await page.keyboard.press('j')
  await expect.poll(focusedRow).not.toBeNull()
  const first = await focusedRow()
  await page.keyboard.press('a')
  await confirm.getByRole('button', { name: 'Approve' }).press('Enter')
  await expect(page.getByText(/Will be sent at/).first()).toBeVisible()
  await expect.poll(focusedRow).not.toBe(first)
  await page.keyboard.press('a')
  await expect(confirm.getByRole('button', { name: 'Approve' })).toBeFocused()
  // Both keys before any answer can have come.
  await page.evaluate(() => {
    const { activeElement } = document
    if (activeElement instanceof HTMLElement) activeElement.click()
    setTimeout(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', bubbles: true })))
  })
  // Not that it will be, which is said at once.
  await expect(page.getByRole('status').filter({ hasText: /Taken back/ })).toBeVisible()
  await page.getByRole('button', { name: /^Send now/ }).click()
  const written = async () => (await stack.effects()).map(({ workItemId }) => workItemId)
  await expect.poll(written).toEqual([first])
})

test('the gate holds for the key: what takes access away must be opened, then it can be approved from there', async ({
  page,
  signInAs,
  expectAccessible,
}) => {
  await signInAs('manager', '/inbox?operation=remove')
  const list = page.getByRole('list', { name: 'Open work items' })
  await expect(list.getByRole('link').first()).toBeVisible()
  const press = (key: string) => page.keyboard.press(key)
  const confirm = page.getByRole('region', { name: 'Confirm' })
  await press('j')
  await press('a')
  await expect(confirm.getByText(/before you approve it/)).toBeVisible()
  await expectAccessible()
  await press('Enter')
  await page.waitForURL(/\/inbox\/[^?]+\?operation=remove/)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await press('a')
  await expect(confirm.getByRole('button', { name: 'Approve' })).toBeFocused()
  await press('Enter')
  await expect(page.getByText(/Will be sent at/).first()).toBeVisible()
  await press('z')
  await expect(page.getByRole('status').filter({ hasText: /Taken back/ })).toBeVisible()
})

test('the next work item begins at its top, however far down one was in the one before', async ({ page, signInAs }) => {
  await page.setViewportSize({ width: 1280, height: 420 })
  await signInAs('manager')
  const rows = page.getByRole('list', { name: 'Open work items' }).getByRole('link')
  await rows.nth(1).click()
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toBeFocused()
  const before = await heading.textContent()
  await expect(page.getByRole('heading', { name: 'Requested changes' })).toBeAttached()
  await page.mouse.move(1000, 300)
  await page.mouse.wheel(0, 200)
  await expect(heading).not.toBeInViewport()
  await page.keyboard.press('n')
  await expect(heading).not.toHaveText(before ?? '')
  await expect(heading).toBeInViewport({ ratio: 1 })
})

test('a key that comes the moment the heading shows, before the detail is drawn, asks for the same once it is', async ({
  page,
  signInAs,
}) => {
  await signInAs('manager', '/inbox?operation=remove')
  const first = page.getByRole('list', { name: 'Open work items' }).getByRole('link').first()
  await expect(first).toBeVisible()
  await page.evaluate(() =>
    document.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof HTMLHeadingElement)) return
      queueMicrotask(() => target.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true })))
    }),
  )
  await page.keyboard.press('j')
  await page.keyboard.press('o')
  const confirm = page.getByRole('region', { name: 'Confirm' })
  await expect(confirm.getByRole('button', { name: 'Approve' })).toBeFocused()
})

test('single keys can be changed and switched off; the palette stays', async ({ page, signInAs, expectAccessible }) => {
  await signInAs('manager')
  const list = page.getByRole('list', { name: 'Open work items' })
  await expect(list.getByRole('link').first()).toBeVisible()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet).toBeVisible()
  await expectAccessible()
  await sheet.getByRole('button', { name: /^Change the key for Next row/ }).press('Enter')
  await page.keyboard.press('q')
  await expect(sheet.getByRole('button', { name: /now q$/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('q')
  await expect(list.getByRole('link').first()).toBeFocused()

  await page.keyboard.press('?')
  await sheet.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(sheet).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox')).toBeFocused()
  await expectAccessible()
  await page.keyboard.type('complet')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/completed$/)
})

test('the palette is found without its key, and does what the list and the page can do', async ({
  page,
  signInAs,
  expectAccessible,
}) => {
  await signInAs('manager')
  await expect(page.getByRole('list', { name: 'Open work items' }).getByRole('link').first()).toBeVisible()
  const command = page.getByRole('combobox', { name: /^Search commands/ })
  const run = async (text: string) => {
    await page.getByRole('button', { name: 'Search or do…' }).click()
    await command.fill(text)
    await page.keyboard.press('Enter')
    await expect(command).toHaveCount(0)
  }
  await run('dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expectAccessible()
  await run('save this')
  await expect(page.getByRole('dialog', { name: 'Save this view' })).toBeVisible()
  await page.keyboard.press('Escape')
  await run('select work')
  await expect(page.getByRole('region', { name: 'Selection' })).toBeVisible()

  // More work items than fit are on the list.
  await page.getByRole('button', { name: 'Search or do…' }).click()
  await command.fill('grant')
  await page.getByRole('option', { name: /^Everything on the list with/ }).click()
  await expect(page).toHaveURL(/\/inbox\?.*grant/)
})
