import { readFile } from 'node:fs/promises'
import { handOver, progressOf, review, selectAll, sendRunNow, totalsOf, verdictForAll } from '../bulk.ts'
import { expect, test } from '../fixtures.ts'

test.use({ stackOptions: { env: { SANDBOX_OPEN_ITEMS: '300' } } })
test.setTimeout(240_000)

test('D4 300 selected, reviewed, handed over, the server killed twice: all end once, and the exported receipts verify', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  await signInAs('manager')
  await selectAll(page)
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('300 selected')
  await review(page)
  await verdictForAll(page, 'Reject')
  await verdictForAll(page, 'Complete')
  await page.getByRole('textbox', { name: /Note/ }).fill('Access review, November')
  const count = await handOver(page)
  expect(count).toBeGreaterThan(200)
  await sendRunNow(page)

  // A server is killed, comes back, and goes on.
  for (const killedAt of [20, 120]) {
    await expect.poll(async () => (await totalsOf(page)).done, { timeout: 60_000 }).toBeGreaterThan(killedAt)
    await stack.killServer()
    await stack.startServer()
  }

  // What was on its way at the very moment of a kill and left no trace is for the person to say.
  const ended = page.getByText('Ended', { exact: true })
  const asked = page.getByRole('heading', { name: /entr(y needs|ies need) you$/ })
  await expect(ended.or(page.getByText(/^\d+ needs? you$/)).first()).toBeVisible({ timeout: 90_000 })
  await expect(ended.or(asked)).toBeVisible()
  while (await asked.isVisible()) {
    const sendAgain = page.getByRole('button', { name: /^Send again: / }).first()
    const alike = page.getByRole('button', { name: (await sendAgain.getAttribute('aria-label')) ?? '', exact: true })
    await sendAgain.click()
    await page.getByRole('button', { name: /^Send \d+ again$/ }).click()
    await expect(alike).toBeHidden({ timeout: 30_000 })
    await expect(ended.or(asked)).toBeVisible({ timeout: 30_000 })
  }
  await expect(ended).toBeVisible()
  await expect(progressOf(page)).toHaveText(`${count} of ${count} done`)
  await expectAccessible()

  // Nothing twice, nothing lost.
  const effects = await stack.effects()
  const approvals = effects.flatMap(({ approvalItemId }) => approvalItemId ?? [])
  expect(approvals.length).toBe(new Set(approvals).size)
  expect(new Set(effects.map(({ workItemId }) => workItemId)).size).toBe(count)

  await page.getByRole('link', { name: 'Receipts of this run' }).click()
  await expect(page.getByText(`1–50 of ${count} receipts`)).toBeVisible()
  await page.getByRole('link', { name: 'Older' }).click()
  await expect(page.getByText(`51–100 of ${count} receipts`)).toBeVisible()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  const file = await (await downloading).path()
  expect((await readFile(file, 'utf8')).match(/Access review, November/g)).toHaveLength(count)
  expect(await stack.verify(file)).toBe(`${count} receipts, each fits its hash; without gaps.\n`)
  expect(await stack.verify()).toMatch(new RegExp(`${count} receipts, unbroken`))
})
