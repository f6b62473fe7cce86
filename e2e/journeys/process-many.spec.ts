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
    await send.focus()
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
