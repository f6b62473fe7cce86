import { decisionsOn, double, expectAnnounced, readBacklog, simple, startingWith } from '../desk.ts'
import { expect, test } from '../fixtures.ts'

test('the same without a mouse: sign in, find, approve, take back, reject with a note, sign out', async ({
  page,
  stack,
  expectAccessible,
}) => {
  const backlog = await readBacklog(await stack.tenant('manager'))
  const toApprove = backlog.take(simple)
  const toTakeBack = backlog.take(simple)
  const toReject = backlog.take(double)
  const press = (key: string) => page.keyboard.press(key)
  /** Tabs until the focused element has this role and name, as someone without a mouse has to. */
  const tabTo = async (role: Parameters<typeof page.getByRole>[0], name: RegExp) => {
    const target = page.getByRole(role, { name }).first()
    await expect(target).toBeVisible()
    for (let steps = 0; steps < 60; steps += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await press('Tab')
    }
    throw new Error(`${role} ${String(name)} cannot be reached with Tab.`)
  }
  /** Narrows the list to this item with the filter box, then opens it with the keyboard. */
  const open = async (name: string) => {
    await tabTo('searchbox', /Filter/)
    await press('Control+a')
    await page.keyboard.type(name)
    await tabTo('link', startingWith(name))
    await press('Enter')
    await expect(page.getByRole('heading', { name }).first()).toBeVisible()
  }

  await page.goto(`${stack.url}/inbox`)
  await tabTo('link', /^Sign in$/)
  await press('Enter')
  await tabTo('button', /\bmanager\b/i)
  await press('Enter')
  await page.waitForURL(`${stack.url}/inbox`)
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible()

  await open(toApprove.name)
  await tabTo('button', /^Approve (?!all)/)
  await press('Enter')
  await expect(page.getByText(/Will be sent at/).first()).toBeVisible()
  await tabTo('button', /^Send now/)
  await press('Enter')
  await expectAnnounced(page, /Approved/)

  await page.goto(`${stack.url}/inbox`)
  await open(toTakeBack.name)
  await tabTo('button', /^Approve (?!all)/)
  await press('Enter')
  await tabTo('button', /^Take back/)
  await press('Enter')
  await expectAnnounced(page, /Taken back/)

  await page.goto(`${stack.url}/inbox`)
  await open(toReject.name)
  await tabTo('button', /^Reject all/)
  await press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible()
  await tabTo('textbox', /Note/)
  await page.keyboard.type('Left the project')
  await tabTo('button', /^Reject$/)
  await press('Enter')
  await tabTo('button', /^Send now/)
  await press('Enter')
  await expectAnnounced(page, /Rejected/)

  await tabTo('link', /^Completed/)
  await press('Enter')
  await expect(page.getByRole('link', { name: startingWith(toReject.name) }).first()).toBeVisible()

  expect(await decisionsOn(stack, toApprove)).toHaveLength(1)
  expect(await decisionsOn(stack, toTakeBack)).toHaveLength(0)
  expect(await decisionsOn(stack, toReject)).toHaveLength(2)

  await tabTo('button', /^Account/)
  await press('Enter')
  await page.getByRole('menuitem', { name: 'Sign out' }).press('Enter')
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
})
