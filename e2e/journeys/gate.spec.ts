import { decisionsOn, expectAnnounced, readBacklog, sendNow, startingWith } from '../desk.ts'
import { expect, test } from '../fixtures.ts'

const removal = { pending: 1, decided: 0, harmless: false, matching: /^(remove|delete|disable|revoke)$/i }

test('a removal is approved from a deep link, once its parts have been on screen', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take(removal)
  // Signing in leads straight to the work item; nothing else has been open before.
  await signInAs('manager', `/inbox/${item.id}`)
  await expect(page.getByRole('heading', { level: 1, name: item.name })).toBeVisible()
  await expect(page.getByText('This takes access away.')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Requested changes' }).getByRole('row')).toHaveCount(2)
  await expectAccessible()
  await page.getByRole('button', { name: /^Approve (?!all)/ }).click()
  await sendNow(page)
  await expectAnnounced(page, /Approved/)
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})

test('by the button: opened from the list it may be approved, and stays approvable after a reload', async ({
  page,
  stack,
  signInAs,
}) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take(removal)
  await signInAs('manager')
  await page.getByRole('searchbox', { name: 'Filter' }).fill(item.name)
  await page
    .getByRole('link', { name: startingWith(item.name) })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: item.name })).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: /^Approve (?!all)/ }).click()
  await sendNow(page)
  await expectAnnounced(page, /Approved/)
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})

test('by the key: an unopened removal is not approved; the key opens it instead', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take(removal)
  await signInAs('manager')
  await page.getByRole('searchbox', { name: 'Filter' }).fill(item.name)
  const row = page.getByRole('link', { name: startingWith(item.name) }).first()
  await row.focus()
  await page.keyboard.press('a')
  await expect(page.getByText('It takes access away.')).toBeVisible()
  await expectAccessible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: item.name })).toBeVisible()
  expect(await decisionsOn(stack, item)).toEqual([])
})
