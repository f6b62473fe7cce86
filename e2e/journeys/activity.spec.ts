import { readFile } from 'node:fs/promises'
import { handOver, progressOf, review, reviewMatching, selectAll, sendRunNow, totalsOf, verdictForAll } from '../bulk.ts'
import { expectAnnounced, signIn } from '../desk.ts'
import { expect, test } from '../fixtures.ts'

test.describe('under a small limit of requests', () => {
  test.use({ stackOptions: { env: { SANDBOX_RATE_LIMIT: '30' } } })

  test('D11 a run is paused, seen the same on another device, resumed, and stopped; its totals add up', async ({
    page,
    browser,
    stack,
    signInAs,
    expectAccessible,
  }) => {
    test.slow()
    await signInAs('manager')
    await selectAll(page)
    await review(page)
    await verdictForAll(page, 'Reject')
    const count = await handOver(page)
    await sendRunNow(page)
    await expect.poll(async () => (await totalsOf(page)).done).toBeGreaterThan(3)
    await expect(page.getByText(/^Waiting \d+ seconds?: SailPoint’s limit/).first()).toBeVisible({ timeout: 30_000 })

    await page.getByRole('button', { name: /^Pause: / }).click()
    await expect(page.getByText('Paused: nothing more is sent')).toBeVisible()
    await expectAccessible()
    // What had left is followed to its end; then nothing moves any more.
    await page.getByRole('link', { name: /^On the way/ }).click()
    await expect(page.getByText('Sending…')).toHaveCount(0)
    await expect(page.getByText('Checking what happened…')).toHaveCount(0)
    const paused = await totalsOf(page)
    expect(paused).toMatchObject({ all: count, failed: 0, takenBack: 0 })

    const elsewhere = await browser.newContext({ locale: 'en-GB', colorScheme: 'dark' })
    const other = await elsewhere.newPage()
    await signIn(other, stack, 'manager', '/activity')
    await expect(other.getByText('Paused: nothing more is sent')).toBeVisible()
    await expect(progressOf(other).first()).toContainText(`${paused.done} of ${count} done`)
    await expectAccessible(other)
    await other.getByRole('button', { name: /^Resume: / }).click()
    await expect.poll(async () => (await totalsOf(other)).done, { timeout: 30_000 }).toBeGreaterThan(paused.done)
    // Paused again, so that a slow machine still finds something to stop.
    await other.getByRole('button', { name: /^Pause: / }).click()
    await expect(other.getByText('Paused: nothing more is sent')).toBeVisible()

    // On every page: how far it is, and the way back to it.
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: /^Completed/ })
      .click()
    const outbox = page.getByRole('region', { name: 'Outbox' })
    await expect(outbox.getByText(/\d+ of \d+ done/).first()).toBeVisible()
    await expect(page.getByRole('link', { name: /^Activity ?, 1 run on the way/ })).toBeVisible()
    await expectAccessible()
    await outbox.getByRole('link', { name: /^Details: Reject/ }).click()

    await page.getByRole('button', { name: /^Stop: / }).click()
    const dialog = page.getByRole('dialog', { name: 'Stop this run?' })
    await expect(dialog).toContainText('will be taken back, for good')
    await expectAccessible()
    await dialog.getByRole('button', { name: 'Stop the run' }).click()
    await expect(page.getByText('Stopped', { exact: true })).toBeVisible({ timeout: 30_000 })
    const end = await totalsOf(page)
    expect(end.done + end.takenBack).toBe(count)
    expect(end.takenBack).toBeGreaterThan(0)
    const items = new Set((await stack.effects()).map(({ workItemId }) => workItemId))
    expect(items.size).toBe(end.done)
    await elsewhere.close()
  })
})

test.describe('without a limit', () => {
  test.use({ stackOptions: { env: { SANDBOX_RATE_LIMIT: '0' } } })

  test('what is uncertain is settled with one press for all alike, after the facts were shown', async ({
    page,
    stack,
    signInAs,
    expectAccessible,
  }) => {
    test.slow()
    await signInAs('manager')
    await reviewMatching(page, 'roster')
    await verdictForAll(page, 'Complete')
    await stack.fault({ operation: 'completeWorkItem', kind: '500-before', times: 3 })
    const count = await handOver(page)
    await sendRunNow(page)
    await expect(page.getByRole('heading', { name: '3 entries need you' })).toBeVisible({ timeout: 40_000 })
    await expectAnnounced(page, /3 need you/)
    await expect(page.getByRole('link', { name: /^Activity ?, 3 entries need you/ })).toBeVisible()
    await expectAccessible()

    await page.getByRole('button', { name: /^Check again: Mark complete: 3 entries/ }).click()
    await expect(page.getByRole('heading', { name: '3 entries need you' })).toBeVisible({ timeout: 40_000 })
    await page.getByRole('button', { name: /^Send again: Mark complete: 3 entries/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Send 3 entries again?' })
    await expect(dialog).toContainText('It is not certain')
    await expectAccessible()
    await dialog.getByRole('button', { name: 'Send 3 again' }).click()
    await expect(progressOf(page)).toHaveText(`${count} of ${count} done`, { timeout: 40_000 })
    const done = (await stack.effects()).map(({ workItemId }) => workItemId)
    expect(done.length).toBe(count)
    expect(new Set(done).size).toBe(count)
  })

  test('only what was refused is tried again, as it is now', async ({ page, stack, signInAs, expectAccessible }) => {
    test.slow()
    await signInAs('manager')
    await reviewMatching(page, 'roster')
    await verdictForAll(page, 'Complete')
    await stack.fault({ operation: 'completeWorkItem', kind: '403', times: 2 })
    const count = await handOver(page)
    await sendRunNow(page)
    await expect(progressOf(page)).toHaveText(`${count - 2} of ${count} done, 2 not done`, { timeout: 40_000 })
    await page.getByRole('link', { name: /^Refused 2/ }).click()
    await expect(page.getByRole('list', { name: 'Entries' }).getByRole('listitem')).toHaveCount(2)
    await expectAccessible()

    await page.getByRole('button', { name: 'Review 2 not done…' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Review again' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'What will happen' })).toContainText('Mark 2 work items complete')
    await expectAccessible()
    expect(await handOver(page)).toBe(2)
    await sendRunNow(page)
    await expect(progressOf(page)).toHaveText('2 of 2 done', { timeout: 40_000 })
    expect((await stack.effects()).length).toBe(count)

    // The receipts of all that: found by what they say, one of them on paper, all of them as a file that verifies.
    await page.getByRole('link', { name: 'Back to activity' }).click()
    await page.getByRole('navigation', { name: 'Activity' }).getByRole('link', { name: 'Receipts' }).click()
    await expect(page.getByText(`1–${count + 2} of ${count + 2} receipts`)).toBeVisible()
    await page.getByRole('combobox', { name: 'How it ended' }).selectOption('Refused')
    await expect(page.getByText('1–2 of 2 receipts')).toBeVisible()
    await page.getByRole('searchbox', { name: 'What about' }).fill('no such thing')
    await expect(page.getByText('No receipt matches')).toBeVisible()
    await expect(page).toHaveURL(/state=refused/)
    await expectAccessible()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await page.getByRole('searchbox', { name: 'What about' }).fill('roster')
    await expect(page).toHaveURL(/subject=roster/)
    await expect(page.getByText(`1–${count + 2} of ${count + 2} receipts`)).toBeVisible()
    await page.reload()
    await expect(page.getByRole('searchbox', { name: 'What about' })).toHaveValue('roster')
    await expectAccessible()

    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Export CSV' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/^receipts-\d{4}-\d\d-\d\d\.csv$/)
    const file = await download.path()
    expect((await readFile(file, 'utf8')).split('\r\n').filter((line) => line !== '')).toHaveLength(count + 3)
    expect(await stack.verify(file)).toContain(`${count + 2} receipts, each fits its hash`)

    await page
      .getByRole('link', { name: /^Receipt \d+$/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1, name: /^Receipt \d+$/ })).toBeVisible()
    await expectAccessible()
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { level: 1, name: /^Receipt \d+$/ })).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  })
})

test('nothing has been done yet, no run and no receipt is at an address, and a colleague sees their own alone', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  await signInAs('colleague', '/activity')
  await expect(page.getByText('Nothing is on the way')).toBeVisible()
  await expectAccessible()
  await page.getByRole('navigation', { name: 'Activity' }).getByRole('link', { name: 'Receipts' }).click()
  await expect(page.getByText('No receipts yet')).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Who acted' })).toHaveCount(0)
  await expectAccessible()
  await page.goto(`${stack.url}/activity/00000000-0000-4000-8000-000000000000`)
  await expect(page.getByText('There is no run of yours at this address.')).toBeVisible()
  await page.goto(`${stack.url}/activity/receipts/7`)
  await expect(page.getByText(/There is no receipt of this number/)).toBeVisible()
  await expectAccessible()
  await page.goto(`${stack.url}/review`)
  await expect(page.getByText('Nothing to review')).toBeVisible()
  await expectAccessible()
})
