import { randomUUID } from 'node:crypto'
import { isRecord, listOf } from '#contract/json.ts'
import { operationList, operations } from '#contract/operations.ts'
import type { Identity } from '#contract/identity.ts'
import { fieldsOf } from '#contract/work-item-form.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { expect } from 'playwright/test'
import type { HttpDesk } from './http-desk.ts'
import { runOf } from './runs.ts'

/** The seven operations that settle a work item. */
export const DECISIONS = operationList.filter(({ kind }) => kind === 'decision').map(({ id }) => id)

/** A decision of each kind on work items of one owner, none of them used twice; `target` is who is to get the forwarded one. */
export function draftsOn(items: WorkItem[], target: string, comment = 'Yours now.'): Readonly<Record<string, unknown>>[] {
  const take = (fits: (item: WorkItem) => boolean): WorkItem => {
    const [item] = items.splice(items.findIndex(fits) >>> 0, 1)
    if (!item) throw new Error('The backlog has no such work item.')
    return item
  }
  return DECISIONS.map((operation) => {
    const item =
      operation === 'completeWorkItem'
        ? take(({ form, approvalItems }) => !form && approvalItems.length === 0)
        : operation === 'submitAccountSelection'
          ? take(({ form }) => form !== null)
          : take(({ form, approvalItems }) => !form && approvalItems.length > 0 && approvalItems.every(({ isOpen }) => isOpen))
    const [draft] = runOf([item]).entries
    const body =
      operation === 'forwardWorkItem'
        ? { targetOwnerId: target, comment }
        : operation === 'submitAccountSelection'
          ? answersTo(item)
          : undefined
    const one = operations[operation].pathParameters.includes('approvalItemId') ? item.approvalItems[0]?.id : undefined
    return { ...draft, operation, ...(body && { body }), ...(one !== undefined && { approvalItemId: one }) }
  })
}

/** An answer to every question of a form: the first that is allowed. */
function answersTo({ form }: WorkItem): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (form ? fieldsOf(form) : []).map(({ name, allowedValues, displayType }) => {
      const value = allowedValues[0]?.value ?? 'x'
      return [name, displayType === 'checkbox' ? [value] : value]
    }),
  )
}

/** People as an action's screen showed them just now. */
export const seenPeople = (...people: readonly Identity[]) => ({
  ageMs: 0,
  people: people.map(({ id, name, alias, email, status }) => ({ id, name, alias, email, status: status?.raw ?? null })),
})

/** Hands entries over and waits until each has come to rest; their states, in order. */
export async function ended(desk: HttpDesk, entries: readonly unknown[], note: string | null = null): Promise<string[]> {
  const runId = randomUUID()
  const put = await desk.ask('PUT', `/desk/runs/${runId}`, { holdMs: 0, note, entries })
  expect([put.status, await put.text()]).toEqual([200, expect.any(String)])
  const states = async () => {
    const run: unknown = await (await desk.ask('GET', `/desk/runs/${runId}`)).json()
    return listOf(isRecord(run) ? run['entries'] : undefined).flatMap((entry) => (isRecord(entry) ? String(entry['state']) : []))
  }
  await expect
    .poll(async () => (await states()).filter((state) => /held|queued|sending|verifying/.test(state)), { timeout: 60_000 })
    .toEqual([])
  return states()
}
