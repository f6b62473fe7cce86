import { isRecord } from '#contract/json.ts'
import { decisionsOn, expectAnnounced, readBacklog, sendNow, simple } from '../desk.ts'
import { changeJson, expect, test } from '../tenant-front.ts'
import type { Alter } from '../tenant-front.ts'

/** The work item asks for this value, wherever the tenant tells of it. */
const asking =
  (id: string, value: string): Alter =>
  (path, answer) =>
    path.includes('/work-items') ? changeJson(answer, (told) => changedIn(told, id, value)) : answer

function changedIn(told: unknown, id: string, value: string): unknown {
  if (Array.isArray(told)) return told.map((each) => changedIn(each, id, value))
  if (!isRecord(told) || told['id'] !== id || !Array.isArray(told['approvalItems'])) return told
  const approvalItems = told['approvalItems'].map((each) => (isRecord(each) ? { ...each, value } : each))
  return { ...told, approvalItems, modified: new Date().toISOString() }
}

test('a work item that changes while it is open says so, and is decided only once that has been read', async ({
  page,
  stack,
  front,
  signInAs,
  expectAccessible,
}) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take(simple)
  await signInAs('manager', `/inbox/${item.id}`)
  const approve = page.getByRole('button', { name: /^Approve (?!all)/ })
  await expect(approve).toBeEnabled()

  const notice = page.getByRole('main').getByText(/^This work item has changed since you opened it/)
  let turn = 0
  // What comes in the first second has not been read before; then it is another one.
  await expect(async () => {
    turn += 1
    front.alter = asking(item.id, `Treasury ${turn}`)
    await page.getByRole('button', { name: /Refresh$/ }).click()
    await expect(notice).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expect(page.getByText(/^Different: .*Treasury \d+ \(value was .+, is Treasury \d+\)$/)).toBeVisible()
  await expectAnnounced(page, /has changed since you opened it/)
  await expect(approve).toHaveCount(0)
  await expectAccessible()

  await page.getByRole('button', { name: 'I have read it' }).press('Enter')
  await expect(notice).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Snooze…' })).toBeFocused()
  await approve.click()
  await sendNow(page)
  await expectAnnounced(page, /Approved/)
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})
