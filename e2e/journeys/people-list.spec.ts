import { readFileSync } from 'node:fs'
import { readCsv } from '#contract/csv.ts'
import { readIdentities } from '#contract/identity.ts'
import { expect, test } from '../fixtures.ts'
import { identitiesAs, peopleRows } from '../people.ts'

test('filters, order and page are the address, and back undoes them', async ({ page, stack, signInAs, expectAccessible }) => {
  await signInAs('helpdesk', '/identities')
  await expect(page.getByText(/1–50 of \d+ people · correlated people only/)).toBeVisible()
  const first = await peopleRows(page).first().innerText()

  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page).toHaveURL(/page=2/)
  await expect(page.getByText(/51–100 of/)).toBeVisible()
  await expect(peopleRows(page).first()).not.toHaveText(first)
  await peopleRows(page).nth(3).focus()
  await page.keyboard.press(']')
  await expect(page.getByText(/101–150 of/)).toBeVisible()
  await expect(peopleRows(page).first()).toBeFocused()
  await page.keyboard.press('[')
  await expect(page.getByText(/51–100 of/)).toBeVisible()

  await page.getByRole('button', { name: 'Status', exact: true }).click()
  await page.getByRole('dialog', { name: 'Status' }).getByRole('checkbox', { name: 'Locked' }).check()
  await page.getByRole('dialog', { name: 'Status' }).getByRole('checkbox', { name: 'Error' }).check()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/identities\?status=ERROR&status=LOCKED$/)
  await expect(peopleRows(page).filter({ hasNotText: /Locked|Error/ })).toHaveCount(0)
  await expectAccessible()
  await page.goBack()
  await page.goBack()
  await expect(page).toHaveURL(/page=2$/)

  await page.goto(`${stack.url}/identities?alias.starts=anna&sort=-alias`)
  await expect(page.getByRole('button', { name: 'Account name starts with anna' })).toBeVisible()
  const aliases = await peopleRows(page).allInnerTexts()
  expect(aliases.length).toBeGreaterThan(2)
  await page.getByRole('button', { name: 'Sort by account name, now descending' }).click()
  await expect.poll(() => peopleRows(page).allInnerTexts()).toEqual(aliases.toReversed())

  // Uncorrelated people are left out unless asked for, and the page says so.
  await page.goto(`${stack.url}/identities?q=nobody%20at%20all`)
  await expect(page.getByText('Nobody matches')).toBeVisible()
  await expect(page.getByText(/Uncorrelated identities were not looked at/)).toBeVisible()
  await expectAccessible()
  await page.getByRole('button', { name: 'Clear search and filters' }).click()
  const correlated = await page.getByText(/of \d+ people/).innerText()
  await page.getByRole('checkbox', { name: 'Include uncorrelated' }).check()
  await expect(page.getByText(/of \d+ people · correlated and uncorrelated/)).not.toHaveText(correlated)
})

test('a pasted list is found, selected and written into a file; the choice reaches the invitation', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  const identities = await identitiesAs(stack, 'helpdesk')
  const { data } = await identities.GET('/identities', { params: { query: { filters: 'alias eq "jon.burns"' } } })
  const [jon] = readIdentities(data)
  await signInAs('helpdesk', '/identities')
  await page.getByRole('button', { name: 'Find a list…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Find a list of people' })
  await dialog.getByRole('button', { name: 'Find', exact: true }).click()
  await expect(dialog.getByRole('textbox')).toHaveAccessibleDescription(/Paste at least one id/)
  await expectAccessible()
  await dialog
    .getByRole('textbox')
    .fill(
      `${jon?.id}\n"Schmidt, Anna" <anna.schmidt@larkfield.example>; nobody@larkfield.example wei.chen frontdesk@larkfield.example`,
    )
  await expect(dialog).toContainText('5 entries')
  await dialog.getByRole('button', { name: 'Find', exact: true }).click()
  await expect(page.getByText(/people found for 5 entries · 1 not found · 1 shared by several people/)).toBeVisible()
  await page.getByText('Not found (1)').click()
  await expect(page.getByText('nobody@larkfield.example')).toBeVisible()
  await expect(peopleRows(page).filter({ hasText: 'jon.burns' })).toHaveCount(1)
  await expectAccessible()

  // Over a reload the list is still here; in another tab it says that it is not.
  await page.reload()
  await expect(peopleRows(page).filter({ hasText: 'wei.chen' })).toHaveCount(1)
  const address = page.url()
  await peopleRows(page).filter({ hasText: 'anna.schmidt' }).focus()
  await page.keyboard.press('x')
  await page.keyboard.press('End')
  await page.keyboard.press('x')
  const bar = page.getByRole('region', { name: 'Selection' })
  await expect(bar).toContainText('2 selected')
  await expectAccessible()
  await page.getByRole('button', { name: 'Leave the list' }).click()
  await expect(page.getByText(/1–50 of/)).toBeVisible()
  await expect(bar).toContainText('2 selected')

  await bar.getByRole('button', { name: 'Export…' }).click()
  const saving = page.waitForEvent('download')
  await expect(
    page.getByRole('dialog', { name: 'Export people' }).getByRole('radio', { name: 'Selected: 2 people' }),
  ).toBeChecked()
  await expectAccessible()
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
  const file = await saving
  expect(file.suggestedFilename()).toMatch(/^identities-\d{4}-\d\d-\d\d\.csv$/)
  const lines = readCsv(readFileSync(await file.path(), 'utf8'))
  expect(lines[0]?.slice(0, 4)).toEqual(['id', 'name', 'alias', 'email'])
  expect(lines.slice(1).map(([, , alias]) => alias)).toContain('anna.schmidt')
  expect(lines).toHaveLength(3)

  await bar.getByRole('button', { name: 'Invite…' }).click()
  await expect(page).toHaveURL(/\/identities\/invite$/)
  await expect(page.getByText('2 rows', { exact: true })).toBeVisible()
  await expect(page.getByText(/^Looked up with/)).toBeVisible()

  const other = await page.context().newPage()
  await other.goto(address)
  await expect(other.getByText('This list is not here')).toBeVisible()
  await expectAccessible(other)
  await other.close()
})

test('everybody who matches is selected at once, and stays as chosen', async ({ page, signInAs }) => {
  await signInAs('helpdesk', '/identities?status=UNREGISTERED')
  await peopleRows(page).first().focus()
  await page.keyboard.press('x')
  const bar = page.getByRole('region', { name: 'Selection' })
  const all = bar.getByRole('button', { name: /^(All|These) \d+/ }).last()
  const count = Number((await all.innerText()).replaceAll(/\D/g, ''))
  await all.click()
  await expect(bar).toContainText(`${count} selected`)
  await page.getByRole('searchbox').fill('nobody at all')
  await expect(page.getByText('Nobody matches')).toBeVisible()
  await expect(bar).toContainText(`${count} selected · ${count} not on this page`)
})

test.describe('on a phone, in the dark', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' })

  test('somebody is found, opened and left again, and the list is where it was', async ({ page, signInAs, expectAccessible }) => {
    await signInAs('helpdesk', '/identities')
    await expect(peopleRows(page)).not.toHaveCount(0)
    await expectAccessible()
    await page.getByRole('button', { name: 'More', exact: true }).tap()
    await expect(page.getByRole('dialog', { name: 'This list' })).toBeVisible()
    await expectAccessible()
    await page.keyboard.press('Escape')
    const row = peopleRows(page).nth(30)
    await row.scrollIntoViewIfNeeded()
    const name = (await row.locator('[data-name]').innerText()).trim()
    await row.tap()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expectAccessible()
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(sideways).toBe(0)
    await page.getByRole('link', { name: 'Back to the list' }).tap()
    await expect(row).toBeInViewport()
    await expect(row).toBeFocused()
  })
})
