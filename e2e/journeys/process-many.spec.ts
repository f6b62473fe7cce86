import { eq, formatFilter } from '#contract/filter-builder.ts'
import { readIdentities } from '#contract/identity.ts'
import { expect, test } from '../fixtures.ts'
import { identitiesAsAdmin, peopleWithStatus } from '../people.ts'
import type { Stack } from '../stack.ts'

const processed = async (stack: Stack): Promise<string[]> =>
  (await stack.effects()).flatMap(({ operation, identityId }) =>
    operation === 'startIdentityProcessing' ? (identityId ?? []) : [],
  )

test.describe('600 people', () => {
  test.use({ stackOptions: { env: { SANDBOX_IDENTITIES: '1200', SANDBOX_OPEN_ITEMS: '20' } } })

  test('are processed in chunks by keyboard alone; one chunk fails, is told, and only its people go again', async ({
    page,
    stack,
    signInAs,
    expectAccessible,
  }) => {
    const identities = await identitiesAsAdmin(stack)
    const ids = (await peopleWithStatus(identities, 'REGISTERED')).slice(0, 600).map(({ id }) => id)
    expect(ids).toHaveLength(600)
    await signInAs('helpdesk', '/identities/process')
    await page.getByLabel('Paste a list').focus()
    await page.keyboard.insertText(ids.join('\n'))
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Check the list' })).toBeFocused()
    await page.keyboard.press('Enter')
    const send = page.getByRole('button', { name: 'Process 600 people…' })
    await expect(send).toBeVisible({ timeout: 60_000 })
    // The keyboard goes on where the list is told of.
    await expect(page.getByRole('paragraph').filter({ hasText: /^600 rows/ })).toBeFocused()
    await expectAccessible()
    // Arrow keys go from row to row, and Tab past all of them.
    const rows = page.getByRole('region', { name: 'Rows of the list' })
    await rows.focus()
    await page.keyboard.press('Tab')
    await expect(rows.getByRole('button').first()).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('j')
    await expect(rows.getByRole('button').nth(2)).toBeFocused()
    await page.keyboard.press('k')
    await expect(rows.getByRole('button').nth(1)).toBeFocused()
    await page.keyboard.press('End')
    await expect(rows.getByRole('button').last()).toBeFocused()
    await expect(rows.getByRole('button').last()).toBeInViewport({ ratio: 1 })
    await expect(rows.getByRole('listitem').last()).toContainText('Line 600')
    await page.keyboard.press('Home')
    await expect(rows.getByRole('button').first()).toBeFocused()
    await expect(rows.getByRole('button').first()).toBeInViewport({ ratio: 1 })
    await page.keyboard.press('Tab')
    await expect(send).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Process 600 people?' })).toBeVisible()
    await page.keyboard.press('Tab')
    await stack.fault({ operation: 'startIdentityProcessing', nth: 2, kind: '403' })
    await expect(page.getByRole('button', { name: 'Process 600 people', exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Send all now' }).focus()
    await page.keyboard.press('Enter')

    const chunks = page.getByRole('list', { name: 'Requests' }).getByRole('listitem')
    await expect(page.getByText('2 of 2 tasks finished')).toBeVisible({ timeout: 60_000 })
    const failed = chunks.filter({ hasText: 'SailPoint refused' })
    await expect(failed).toHaveCount(1)
    await expectAccessible()
    const before = await processed(stack)
    const missing = ids.filter((id) => !before.includes(id))
    expect(missing.length).toBeGreaterThan(0)
    expect(before).toHaveLength(600 - missing.length)

    // The page may be loaded again at any time.
    await page.reload()
    await failed.getByRole('button', { name: /^Send the people of request \d again$/ }).focus()
    await page.keyboard.press('Enter')
    await expect(chunks).toHaveCount(4)
    await expect(failed).toContainText('sent again')
    await expect(page.getByRole('button', { name: 'Take back all' })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByText('600 of 600 people accepted by SailPoint')).toBeVisible({ timeout: 60_000 })
    await expectAccessible()
    expect((await processed(stack)).toSorted()).toEqual(ids.toSorted())
  })
})

test('what a failed task may have done in part goes again only after a look at what it told', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  // SailPoint accepts people without an authoritative account, and its task then ends with an error.
  const query = { filters: formatFilter(eq('correlated', false)), defaultFilter: 'NONE', limit: 3 } as const
  const { data } = await (await identitiesAsAdmin(stack)).GET('/identities', { params: { query } })
  const people = readIdentities(data)
  const [first] = people
  await signInAs('helpdesk', '/identities/process')
  await page.getByLabel('Paste a list').fill(people.map(({ id }) => id).join('\n'))
  await page.getByRole('button', { name: 'Check the list' }).click()
  await page.getByRole('button', { name: `Process ${people.length} people…` }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Process ${people.length} people` })
    .click()
  const requests = page.getByRole('list', { name: 'Requests' })
  const chunks = requests.getByRole('listitem')
  await requests.getByRole('button', { name: 'Send now' }).click()
  await expect(chunks.first()).toContainText('SailPoint could not do it', { timeout: 30_000 })
  await expect(page.getByText(`${people.length} people may have been processed`)).toBeVisible()
  const before = await processed(stack)

  await requests.getByRole('button', { name: 'Send the people of request 1 again…' }).click()
  const dialog = page.getByRole('dialog', { name: `Process ${people.length} people again?` })
  await expect(dialog).toContainText('Some of them may already have been processed.')
  await expect(dialog).toContainText('0 processed')
  await expect(dialog).toContainText(`${first?.name} has no authoritative account.`)
  await expectAccessible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(chunks).toHaveCount(1)
  await requests.getByRole('button', { name: 'Send the people of request 1 again…' }).click()
  await dialog.getByRole('button', { name: `Process ${people.length} people again` }).click()
  await expect(chunks).toHaveCount(2)
  await expect(chunks.first()).toContainText('sent again')

  // Taken back, the second is certain not to have gone; what the first did still is not.
  await page.getByRole('button', { name: 'Take back all' }).click()
  await expect(chunks.last()).toContainText('Taken back. Nothing was sent.')
  await requests.getByRole('button', { name: 'Send the people of request 2 again…' }).click()
  await expect(dialog).toContainText(`${first?.name} has no authoritative account.`)
  expect(await processed(stack)).toEqual(before)
})

test.describe('on a phone, in the dark', () => {
  test.use({ viewport: { width: 390, height: 800 }, colorScheme: 'dark', hasTouch: true })

  test('a pasted list is looked up and taken back, and nothing is cut off', async ({
    page,
    stack,
    signInAs,
    expectAccessible,
  }) => {
    const identities = await identitiesAsAdmin(stack)
    const aliases = (await peopleWithStatus(identities, 'REGISTERED')).slice(0, 40).flatMap(({ alias }) => alias ?? [])
    const fits = async () => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await signInAs('admin', '/identities/process')
    await expectAccessible()
    await fits()
    await page.getByLabel('Paste a list').fill([...aliases, 'no.such.person'].join('\n'))
    await page.getByRole('button', { name: 'Check the list' }).tap()
    await page.getByRole('button', { name: 'Not found 1', exact: true }).tap()
    await expect(page.getByText('no.such.person')).toBeVisible()
    await expectAccessible()
    await fits()
    await page.getByRole('button', { name: `Process ${aliases.length} people…` }).tap()
    await expectAccessible()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Process/ })
      .tap()
    const chunk = page.getByRole('list', { name: 'Requests' }).getByRole('listitem')
    await chunk.getByRole('button', { name: /^Take back/ }).tap()
    await expect(chunk).toContainText('Taken back. Nothing was sent.')
    await expectAccessible()
    await fits()
    expect(await processed(stack)).toEqual([])
  })
})
