import { expect, test } from '../fixtures.ts'
import { openWorkItem, readBacklog } from '../desk.ts'

test('D2 a server killed while a decision is held takes it up again and decides exactly once', async ({
  page,
  stack,
  signInAs,
}) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take({ pending: 1, decided: 0, harmless: true })
  await signInAs('manager')
  await openWorkItem(page, stack, item)
  await page
    .getByRole('button', { name: /^Approve (?!all)/ })
    .first()
    .click()
  await expect(page.getByText(/Will be sent at/).first()).toBeVisible()

  await stack.killServer()
  await stack.startServer()

  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /Approved/ })
      .first(),
  ).toBeVisible({ timeout: 45_000 })
  expect(
    (await stack.effects()).filter((effect) => effect.workItemId === item.id && effect.approvalItemId !== null),
  ).toHaveLength(1)
})

test('D2 a server killed while the tenant answers settles the decision by reading, and decides exactly once', async ({
  page,
  stack,
  signInAs,
}) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take({ pending: 1, decided: 0, harmless: true })
  await signInAs('manager')
  await openWorkItem(page, stack, item)
  // The tenant carries the approval out, but its answer never comes back.
  await stack.fault({ operation: 'approveApprovalItem', kind: 'drop-after-effect' })
  await page
    .getByRole('button', { name: /^Approve (?!all)/ })
    .first()
    .click()
  await page
    .getByRole('button', { name: /^Send now/ })
    .first()
    .click()
  await expect.poll(async () => (await stack.effects()).some((effect) => effect.workItemId === item.id)).toBe(true)

  await stack.killServer()
  await stack.startServer()

  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /Approved .*confirmed/ })
      .first(),
  ).toBeVisible({ timeout: 45_000 })
  expect(
    (await stack.effects()).filter((effect) => effect.workItemId === item.id && effect.approvalItemId !== null),
  ).toHaveLength(1)
})

test('D6 while the tenant has not answered nothing says approved', async ({ page, stack, signInAs }) => {
  const item = (await readBacklog(await stack.tenant('manager'))).take({ pending: 1, decided: 0, harmless: true })
  await signInAs('manager')
  await openWorkItem(page, stack, item)
  await stack.fault({ operation: 'approveApprovalItem', kind: 'delay', delayMs: 10_000 })
  await page
    .getByRole('button', { name: /^Approve (?!all)/ })
    .first()
    .click()
  await page
    .getByRole('button', { name: /^Send now/ })
    .first()
    .click()
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
  expect(seen.filter((text) => /\bApproved\b/.test(text.split('Completed').join('')))).toEqual([])
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /Approved/ })
      .first(),
  ).toBeVisible({ timeout: 30_000 })
})
