import { approveOne, expectAnnounced, readBacklog, sendNow, simple } from '../desk.ts'
import { expect, test } from '../fixtures.ts'

test('an administrator works another person’s list under a banner that stays', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take(simple)
  const owner = item.owner?.name ?? ''
  const ownerId = item.owner?.id ?? ''
  await signInAs('admin')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('button', { name: 'Look at another person’s list…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Look at another person’s list' })
  await expectAccessible()
  await dialog.getByRole('combobox').fill(owner)
  await dialog
    .getByRole('option', { name: new RegExp(owner) })
    .first()
    .click()
  await dialog.getByRole('button', { name: 'Open the list' }).click()
  await expect(page).toHaveURL(`${stack.url}/inbox?owner=${ownerId}`)
  const banner = page.getByRole('complementary', { name: 'Another person’s list' })
  await expect(banner).toContainText(owner)
  await expect(page.getByRole('list', { name: 'Open work items' }).getByRole('link').first()).toBeVisible()
  await expectAccessible()

  await page.goto(`${stack.url}/inbox/${item.id}?owner=${ownerId}`)
  await expect(page.getByRole('heading', { level: 1, name: item.name })).toBeVisible()
  await expect(banner).toContainText(owner)
  const handedOver = page.waitForRequest((request) => request.method() === 'PUT' && request.url().includes('/desk/runs/'))
  await approveOne(page)
  expect((await handedOver).postDataJSON()).toMatchObject({ forOwner: { id: ownerId, name: owner } })
  await sendNow(page)
  await expectAnnounced(page, /Approved/)
  await banner.getByRole('link', { name: 'Back to my own list' }).click()
  await expect(banner).toHaveCount(0)
})
