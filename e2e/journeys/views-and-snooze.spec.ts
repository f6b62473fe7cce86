import { readBacklog, simple, startingWith } from '../desk.ts'
import { expect, test } from '../fixtures.ts'

test('a view is saved, used, renamed and deleted', async ({ page, signInAs, expectAccessible }) => {
  await signInAs('manager', '/inbox?source=Ledger&group=person&sort=oldest')
  await expect(page.getByRole('list', { name: 'Open work items' }).getByRole('link').first()).toBeVisible()
  await expectAccessible()
  const menu = async (name: string) => {
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('dialog', { name: 'This list' }).getByRole('button', { name }).click()
  }
  await menu('Save this view…')
  await page.getByLabel('Name').fill('Ledger, old first')
  await expectAccessible()
  await page.getByRole('button', { name: 'Save' }).click()

  const views = page.getByRole('list', { name: 'Saved views' })
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Inbox/ })
    .click()
  await views.getByRole('link', { name: 'Ledger, old first' }).click()
  await expect(page).toHaveURL(/source=Ledger.*sort=oldest.*group=person/)

  await menu('Rename or delete views…')
  const dialog = page.getByRole('dialog', { name: 'Saved views' })
  await dialog.getByRole('textbox', { name: 'Rename Ledger, old first' }).fill('Ledger')
  await dialog.getByRole('button', { name: 'Rename Ledger, old first' }).click()
  await expect(views.getByRole('link', { name: 'Ledger', exact: true })).toBeVisible()
  await expectAccessible()
  await dialog.getByRole('button', { name: 'Delete Ledger' }).click()
  await expect(dialog.getByText('No views yet.')).toBeVisible()
})

test('a work item is set aside, found among the snoozed, and brought back', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take(simple)
  await signInAs('manager')
  const open = page.getByRole('list', { name: 'Open work items' })
  await page.getByRole('searchbox', { name: 'Filter' }).fill(item.name)
  const row = page.getByRole('link', { name: startingWith(item.name) })
  await row.first().focus()
  await page.keyboard.press('s')
  await expectAccessible()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Tomorrow/ })
    .click()
  await expect(row).toHaveCount(0)
  await page.getByRole('searchbox', { name: 'Filter' }).fill('')
  await expect(open.getByRole('link').first()).toBeVisible()
  await expect(page.getByText(/150 open, 149 shown: 1 snoozed/)).toBeVisible()

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('link', { name: 'Snoozed (1)' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Snoozed' })).toBeVisible()
  await expect(row.first()).toContainText(/until \d+ \w+, 08:00/)
  await expectAccessible()
  await row.first().focus()
  await page.keyboard.press('x')
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Unsnooze' }).click()
  await expect(page.getByText('Nothing is snoozed')).toBeVisible()
})

test('setting a row aside by key leads on to the next row', async ({ page, signInAs }) => {
  await signInAs('manager')
  const rows = page.getByRole('list', { name: 'Open work items' }).getByRole('link')
  await rows.first().focus()
  await page.keyboard.press('j')
  await expect(rows.nth(1)).toBeFocused()
  const [here, next] = [await rows.nth(1).getAttribute('href'), await rows.nth(2).getAttribute('href')]
  await page.keyboard.press('s')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Tomorrow/ })
    .focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/150 open, 149 shown: 1 snoozed/)).toBeVisible()
  await expect(rows.nth(1)).toBeFocused()
  await expect(rows.nth(1)).toHaveAttribute('href', next ?? '')
  expect(here).not.toBe(next)
})

test('an opened work item is set aside, undone, set aside again and brought back without a key', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take(simple)
  await signInAs('manager', `/inbox/${item.id}`)
  const setAside = async () => {
    await page.getByRole('button', { name: 'Snooze…' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Tomorrow/ })
      .click()
  }
  const shown = page.getByText(/150 open, 149 shown: 1 snoozed/)
  await setAside()
  await expect(shown).toBeVisible()
  // As after a decision, the next work item is opened.
  await expect(page.getByRole('heading', { level: 1, name: item.name })).toHaveCount(0)
  const note = page.getByRole('region', { name: 'Snoozed just now' })
  await expect(note).toContainText(/1 work item snoozed until/)
  await expectAccessible()
  await note.getByRole('button', { name: 'Undo' }).click()
  await expect(note).toHaveCount(0)
  await expect(page.getByText('150 work items', { exact: true })).toBeVisible()

  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: item.name })).toBeVisible()
  await setAside()
  await expect(shown).toBeVisible()
  await page.goBack()
  await expect(page.getByText(/Snoozed until/)).toBeVisible()
  await page.getByRole('button', { name: 'Unsnooze' }).click()
  await expect(page.getByText('150 work items', { exact: true })).toBeVisible()
})
