import { readWorkItem, readWorkItems } from '#contract/work-item.ts'
import { expectAnnounced, sendNow } from '../desk.ts'
import { expect, test } from '../fixtures.ts'

test('manual work: copy the list, tick what is done, come back later, mark complete', async ({
  page,
  stack,
  signInAs,
  context,
  expectAccessible,
}) => {
  const tenant = await stack.tenant('manager')
  const { data } = await tenant.GET('/work-items', { params: { query: { limit: 250 } } })
  const item = readWorkItems(data).find(({ remediationItems }) => remediationItems.length > 1)
  if (!item) throw new Error('The backlog has no revocation of several rights.')
  const [right] = item.remediationItems
  await signInAs('manager')
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${stack.url}/inbox/${item.id}`)
  const list = page.getByRole('region', { name: 'To do by hand' })
  await expect(list.getByRole('checkbox')).toHaveCount(item.remediationItems.length)
  await expectAccessible()
  await list.getByRole('checkbox').first().check()
  await list.getByRole('button', { name: 'Copy the list' }).click()
  await expect(list.getByRole('button', { name: 'Copied' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n')).toHaveLength(item.remediationItems.length + 2)
  expect(copied).toContain(`[x] Remove ${right?.value ?? ''}`)
  expect(copied).toContain(`/inbox/${item.id}`)

  await page.reload()
  await expect(list.getByRole('checkbox').first()).toBeChecked()
  await page.getByRole('button', { name: 'Mark complete' }).click()
  const dialog = page.getByRole('dialog', { name: 'Mark this complete?' })
  await expect(dialog).toContainText('nothing is changed in any other system')
  await expect(dialog).toContainText(/not ticked/)
  await expectAccessible()
  // Escape goes back to the button without doing anything.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Mark complete' })).toBeFocused()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Mark complete' }).click()
  await sendNow(page)
  await expectAnnounced(page, /Completed/)
  const { data: after } = await tenant.GET('/work-items/{id}', { params: { path: { id: item.id } } })
  expect(readWorkItem(after)?.state?.known).toBe('Finished')
})
