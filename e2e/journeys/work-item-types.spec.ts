import { readWorkItems } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { expect, test } from '../fixtures.ts'

const act = /^(Approve|Approve all \d+.*|Mark complete|Review answers)\b/

test('every type of work item opens, says what it is and offers what it allows', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  test.setTimeout(180_000)
  const tenant = await stack.tenant('manager')
  const { data } = await tenant.GET('/work-items', { params: { query: { limit: 250 } } })
  const byType = new Map<string, WorkItem>()
  for (const item of readWorkItems(data)) if (item.name !== null && !byType.has(item.type.raw)) byType.set(item.type.raw, item)
  expect(byType.size).toBeGreaterThanOrEqual(15)
  await signInAs('manager')
  for (const [type, item] of byType) {
    await test.step(type, async () => {
      await page.goto(`${stack.url}/inbox/${item.id}`)
      await expect(page.getByRole('heading', { level: 1, name: item.name ?? '', exact: true })).toBeVisible()
      await expect(page.getByRole('button', { name: act }).first()).toBeVisible()
      await expect(page.getByRole('button', { name: 'Forward…' })).toBeEnabled()
      await expectAccessible()
    })
  }
})

test('completed work items of every type and state open without anything to press', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  test.setTimeout(180_000)
  const tenant = await stack.tenant('manager')
  const { data } = await tenant.GET('/work-items/completed', { params: { query: { limit: 250 } } })
  const kinds = new Map<string, WorkItem>()
  for (const item of readWorkItems(data)) {
    for (const kind of [item.type.raw, item.state?.raw ?? '']) if (item.name !== null && !kinds.has(kind)) kinds.set(kind, item)
  }
  await signInAs('manager')
  for (const item of new Set(kinds.values())) {
    await test.step(`${item.type.raw} ${item.state?.raw ?? ''}`, async () => {
      await page.goto(`${stack.url}/completed/${item.id}`)
      await expect(page.getByRole('heading', { level: 1, name: item.name ?? '', exact: true })).toBeVisible()
      await expect(page.getByRole('button', { name: act })).toHaveCount(0)
      await expect(page.getByRole('button', { name: 'Forward…' })).toHaveCount(0)
      await expectAccessible()
    })
  }
})
