/** What the page, the browser and the device may do while a decision is on its way. */
import {
  approveButton,
  approveOne,
  decisionsOn,
  expectAnnounced,
  openedItem,
  openWorkItem,
  readBacklog,
  sendNow,
  simple,
} from '../desk.ts'
import { expect, test } from '../fixtures.ts'

const DAY_MS = 86_400_000

test('a reload during the hold changes nothing: it is still held, and sent once', async ({ page, stack }) => {
  const item = await openedItem(page, stack)
  await approveOne(page)
  await page.reload()
  await expect(page.getByText(/Will be sent at/).first()).toBeVisible()
  await sendNow(page)
  await expectAnnounced(page, /Approved/)
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})

test('a double click decides once, and so does a double "send now"', async ({ page, stack }) => {
  const item = await openedItem(page, stack)
  await approveButton(page).dblclick()
  await expect(page.getByText(/Will be sent at/).first()).toBeVisible()
  await page
    .getByRole('button', { name: /^Send now/ })
    .first()
    .dblclick()
  await expectAnnounced(page, /Approved/)
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})

test('back and forward while decisions are on their way lose none and repeat none', async ({ page, stack, signInAs }) => {
  const backlog = await readBacklog(await stack.tenant('manager'))
  const items = [backlog.take(simple), backlog.take(simple)]
  await signInAs('manager')
  for (const item of items) {
    await openWorkItem(page, stack, item)
    await approveOne(page)
  }
  for (const go of ['back', 'back', 'forward', 'back', 'forward', 'forward'] as const)
    await (go === 'back' ? page.goBack() : page.goForward())
  for (const item of items) {
    await openWorkItem(page, stack, item)
    await sendNow(page)
    await expect.poll(() => decisionsOn(stack, item), { timeout: 30_000 }).toEqual(['approveApprovalItem'])
  }
  for (const item of items) expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})

for (const [name, skewMs] of [
  ['behind', -DAY_MS],
  ['ahead', DAY_MS],
] as const)
  test(`D12 a device whose clock is a day ${name} decides and takes back like any other`, async ({ page, stack, signInAs }) => {
    const backlog = await readBacklog(await stack.tenant('manager'))
    const [sent, kept] = [backlog.take(simple), backlog.take(simple)]
    await page.clock.install({ time: Date.now() + skewMs })
    await signInAs('manager')
    await openWorkItem(page, stack, kept)
    await approveOne(page)
    await page
      .getByRole('button', { name: /^Take back/ })
      .first()
      .click()
    await expectAnnounced(page, /Taken back/)
    await openWorkItem(page, stack, sent)
    await approveOne(page)
    await sendNow(page)
    await expectAnnounced(page, /Approved/)
    expect([await decisionsOn(stack, sent), await decisionsOn(stack, kept)]).toEqual([['approveApprovalItem'], []])
  })

test('a page that was frozen, as in a laptop that sleeps, shows how it ended when it wakes', async ({ page, context, stack }) => {
  const item = await openedItem(page, stack)
  await approveOne(page)
  await sendNow(page)
  const session = await context.newCDPSession(page)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  await expect.poll(() => decisionsOn(stack, item), { timeout: 30_000 }).toEqual(['approveApprovalItem'])
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  await expectAnnounced(page, /Approved/)
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})

test('offline when pressed: the page says that nothing was handed over, and hands it over once when it is back', async ({
  page,
  context,
  stack,
}) => {
  const item = await openedItem(page, stack)
  await context.setOffline(true)
  await approveButton(page).click()
  await expect(page.getByText('Not handed over').first()).toBeVisible({ timeout: 30_000 })
  expect(await decisionsOn(stack, item)).toEqual([])
  await context.setOffline(false)
  // It may have gone by itself as soon as the network was back.
  const again = page.getByRole('button', { name: /^Try again/ }).first()
  const held = page.getByText(/Will be sent at/).first()
  await expect(again.or(held)).toBeVisible()
  if (await again.isVisible()) await again.click()
  await expect(held).toBeVisible({ timeout: 30_000 })
  await sendNow(page)
  await expectAnnounced(page, /Approved/)
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})

test('a browser that keeps nothing, because its storage is full or forbidden, decides all the same', async ({
  page,
  stack,
  signInAs,
}) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take(simple)
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
    }
    Storage.prototype.setItem = refuse
    Storage.prototype.getItem = refuse
    Object.defineProperty(globalThis, 'indexedDB', { get: refuse })
  })
  await signInAs('manager')
  await openWorkItem(page, stack, item)
  await approveButton(page).click()
  await expectAnnounced(page, /Approved/)
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})
