import { randomUUID } from 'node:crypto'
import { isRecord, listOf, textOf } from '#contract/json.ts'
import { readBacklog, signIn } from '../desk.ts'
import type { Backlog } from '../desk.ts'
import { expect, test } from '../fixtures.ts'
import { signInOverHttp } from '../http-desk.ts'
import type { HttpDesk } from '../http-desk.ts'

const day = 24 * 3_600_000

/** Hands over so many decisions as one run, held; answers its address. */
async function holdRun(desk: HttpDesk, backlog: Backlog, count: number): Promise<string> {
  const items = Array.from({ length: count }, () => backlog.take({ pending: 1, decided: 0, harmless: false }))
  const entries = items.map(({ id, name, modified }) => ({
    operation: 'rejectApprovalItemsInBulk',
    workItemId: id,
    seen: { ageMs: 0, name, state: null, modified, approvalItems: [] },
  }))
  const path = `/desk/runs/${randomUUID()}`
  expect((await desk.ask('PUT', path, { holdMs: 300_000, entries })).status).toBe(200)
  return path
}

test('what was left paused for a day is cancelled, and whoever made it is told wherever they look', async ({
  page,
  stack,
  expectAccessible,
}) => {
  test.slow()
  const backlog = await readBacklog(await stack.tenant('manager'))
  const before = await signInOverHttp(stack, 'manager')
  for (const count of [1, 3]) {
    const path = await holdRun(before, backlog, count)
    expect((await before.ask('POST', `${path}/pause`, {})).status).toBe(200)
  }
  await signIn(page, stack, 'manager', '/activity')
  await expect(page.getByText('Paused: nothing more is sent; cancelled after 24 hours')).toHaveCount(2)
  await stack.moveTime(day + 60_000)

  await page.context().clearCookies()
  await signIn(page, stack, 'manager', '/activity')
  await expect(page.getByText('0 of 3 done, 3 cancelled after 24 hours', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Cancelled after 24 hours', { exact: true })).toBeVisible()
  await expectAccessible()

  await page.getByRole('link', { name: /^Reject 3 work items/ }).click()
  await expect(page.getByText('Cancelled after 24 hours in a paused run. Nothing was sent.')).toHaveCount(3)
  await expect(page.getByRole('button', { name: 'Review 3 not done…' })).toBeVisible()
  await expectAccessible()

  await page.getByRole('link', { name: 'Receipts of this run' }).click()
  await expect(page.getByRole('cell', { name: 'Cancelled after 24 hours' })).toHaveCount(3)
  await page
    .getByRole('link', { name: /^Receipt \d+$/ })
    .first()
    .click()
  await expect(page.getByText('Cancelled after 24 hours in a paused run. Nothing was sent.')).toBeVisible()
  await expect(page.getByText('Never sent')).toBeVisible()
  await expectAccessible()
  expect(await stack.effects()).toEqual([])
})

test('whoever is no administrator any more is shown their own receipts, and told why', async ({
  page,
  stack,
  expectAccessible,
}) => {
  const backlog = await readBacklog(await stack.tenant('manager'))
  for (const persona of ['manager', 'admin'] as const) {
    const desk = await signInOverHttp(stack, persona)
    const path = await holdRun(desk, backlog, 1)
    const answer: unknown = await (await desk.ask('POST', `${path}/take-back`, {})).json()
    expect(listOf(isRecord(answer) ? answer['entries'] : []).map((entry) => isRecord(entry) && textOf(entry['state']))).toEqual([
      'cancelled',
    ])
  }
  await stack.setLevels('admin', [])
  await signIn(page, stack, 'admin', '/activity/receipts')
  await expect(page.getByText('You see your own.', { exact: false })).toBeVisible()
  await stack.setLevels('admin', ['ORG_ADMIN'])
  await page.context().clearCookies()
  await signIn(page, stack, 'admin', '/activity/receipts')
  await expect(page.getByText('You see everybody’s, as an administrator.')).toBeVisible()
  await expect(page.getByText('1–2 of 2 receipts')).toBeVisible()

  await stack.setLevels('admin', ['HELPDESK'])
  // What the tenant said is kept for a minute; a server that has just started keeps nothing.
  await stack.stopServer()
  await stack.startServer()
  await page.reload()
  await expect(page.getByText('SailPoint does not say any more that you are an administrator', { exact: false })).toBeVisible()
  await expect(page.getByText('1–1 of 1 receipt', { exact: true })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Who' })).toHaveCount(0)
  await expectAccessible()
})
