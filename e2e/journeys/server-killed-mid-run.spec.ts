import { approveOne, decisionsOn, expectAnnounced, openedItem, sendNow } from '../desk.ts'
import { expect, test } from '../fixtures.ts'

// One decision here waits for the end of its hold.
test.use({ holdMs: 10_000 })

test('D2 a server killed while a decision is held takes it up again and decides exactly once', async ({ page, stack }) => {
  const item = await openedItem(page, stack)
  await approveOne(page)

  await stack.killServer()
  await stack.startServer()

  await expectAnnounced(page, /Approved/)
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})

test('D2 a server killed while the tenant answers settles the decision by reading, and decides exactly once', async ({
  page,
  stack,
}) => {
  const item = await openedItem(page, stack)
  // The tenant carries the approval out, but its answer comes too late for the server that asked.
  await stack.fault({ operation: 'approveApprovalItem', kind: 'delay', delayMs: 20_000 })
  await approveOne(page)
  await sendNow(page)
  await expect.poll(() => decisionsOn(stack, item)).toEqual(['approveApprovalItem'])

  await stack.killServer()
  await stack.startServer()

  await expectAnnounced(page, /Approved .*confirmed/)
  expect(await decisionsOn(stack, item)).toEqual(['approveApprovalItem'])
})

test('D6 while the tenant has not answered nothing says approved', async ({ page, stack }) => {
  await openedItem(page, stack)
  await stack.fault({ operation: 'approveApprovalItem', kind: 'delay', delayMs: 10_000 })
  await approveOne(page)
  await sendNow(page)
  await expect(page.getByText('Sending…').first()).toBeVisible()

  // Every text the page shows until the outcome, collected by the page itself.
  const seen = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const texts: string[] = []
        const timer = setInterval(() => {
          const text = document.body.innerText
          if (/Sending…/.test(text)) texts.push(text)
          else {
            clearInterval(timer)
            resolve(texts)
          }
        }, 100)
      }),
  )
  expect(seen.length).toBeGreaterThan(20)
  expect(seen.filter((text) => /\bApproved\b/.test(text))).toEqual([])
  await expectAnnounced(page, /Approved/)
})
