import { approveOne, decisionsOn, double, openedItem, openWorkItem, readBacklog, sendNow, simple } from '../desk.ts'
import { expect, test } from '../fixtures.ts'

test('a list that cannot be read says so, with the tracking id, and recovers', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  await stack.fault({ operation: 'listWorkItems', kind: '500-before', times: 50 })
  await signInAs('manager')
  await expect(page.getByText('This could not be loaded').first()).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Tracking id').first()).toBeVisible()
  await expectAccessible()
  await stack.clearFaults()
  await page.getByRole('button', { name: 'Try again' }).first().click()
  await expect(page.getByRole('list', { name: 'Open work items' }).getByRole('link').first()).toBeVisible()
})

test('a tenant that is down is said to be, since when, and comes back by itself or on demand', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  for (const operation of ['listWorkItems', 'getWorkItemsSummary'])
    await stack.fault({ operation, kind: 'reset-after-effect', times: 50 })
  await signInAs('manager')
  await expect(page.getByText(/SailPoint has not answered since \d\d:\d\d/).first()).toBeVisible({ timeout: 60_000 })
  await expectAccessible()
  await stack.clearFaults()
  await expect(async () => {
    const again = page.getByRole('button', { name: 'Try again' }).first()
    if (await again.isVisible()) await again.click({ timeout: 1_000 })
    await expect(page.getByRole('list', { name: 'Open work items' }).getByRole('link').first()).toBeVisible({ timeout: 4_000 })
  }).toPass({ timeout: 60_000 })
})

test('someone else’s work item is refused in plain words', async ({ page, stack, signInAs, expectAccessible }) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take(simple)
  await signInAs('colleague')
  await page.goto(`${stack.url}/inbox/${item.id}`)
  await expect(page.getByText('You may not see this')).toBeVisible()
  await expectAccessible()
})

test('a decision the tenant refuses ends with the tenant’s words and nothing is sent twice', async ({
  page,
  stack,
  expectAccessible,
}) => {
  const item = await openedItem(page, stack)
  await stack.fault({ operation: 'approveApprovalItem', kind: '403' })
  await approveOne(page)
  await sendNow(page)
  await expect(page.getByText(/SailPoint refused to approve/).first()).toBeVisible({ timeout: 30_000 })
  await expectAccessible()
  expect(await decisionsOn(stack, item)).toEqual([])
})

test('an item decided elsewhere while it was held ends quietly as decided elsewhere', async ({ page, stack, signInAs }) => {
  const manager = await stack.tenant('manager')
  const item = (await readBacklog(manager)).take(double)
  await signInAs('manager')
  await openWorkItem(page, stack, item)
  await page.getByRole('button', { name: /^Approve all/ }).click()
  await expect(page.getByText(/Will be sent at/).first()).toBeVisible()
  await manager.POST('/work-items/bulk-reject/{id}', { params: { path: { id: item.id } } })
  await sendNow(page)
  await expect(page.getByText(/Decided elsewhere/).first()).toBeVisible({ timeout: 30_000 })
  expect(await decisionsOn(stack, item)).toEqual(['rejectApprovalItemsInBulk', 'rejectApprovalItemsInBulk'])
})
