import { readBacklog, simple } from '../desk.ts'
import type { Backlog, Picked } from '../desk.ts'
import { expect, test } from '../fixtures.ts'

test('what is told about the people of a work item arrives without moving what can be pressed', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  const roleReads: number[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('/role-assignments')) roleReads.push(response.status())
  })
  const backlog = await readBacklog(await stack.tenant('manager'))
  const first = askedForBySomebody(backlog)
  const second = askedForBySomebody(backlog)
  await signInAs('manager', `/inbox/${first.id}`)

  const approve = page.getByRole('button', { name: /^Approve/ }).last()
  const before = await approve.boundingBox()
  const people = page.getByRole('region', { name: 'About the people' })
  await expect(people).toContainText('Status:')
  expect(await approve.boundingBox()).toEqual(before)
  await expectAccessible()

  await page.getByRole('link', { name: second.name }).click()
  await expect(page.getByRole('heading', { level: 1, name: second.name })).toBeVisible()
  await expect(people).toContainText('Status:')
  // Who may not read roles is refused for the first people and not asked again for others.
  expect(roleReads.filter((status) => status === 403).length).toBeLessThanOrEqual(2)
  await expect(people).not.toContainText('roles')
})

/** A simple work item whose requester the tenant names. */
function askedForBySomebody(backlog: Backlog): Picked {
  const item = backlog.take(simple)
  return item.requester?.id ? item : askedForBySomebody(backlog)
}
