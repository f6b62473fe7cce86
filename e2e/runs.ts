import { randomUUID } from 'node:crypto'
import type { Client } from 'openapi-fetch'
import type { paths as WorkItemPaths } from '#contract/generated/work-items.ts'
import { isRecord, listOf, textOf } from '#contract/json.ts'
import { readWorkItems } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import type { HttpDesk } from './http-desk.ts'
import type { Stack } from './stack.ts'

/** Whether one press decides it: no form, nothing decided yet. */
export const isDecidable = (item: WorkItem): boolean => !item.form && item.approvalItems.every(({ isOpen }) => isOpen)

/** Work items that one press decides. All of them, or the first `count`. */
export async function readDecidable(tenant: Client<WorkItemPaths>, count = Infinity): Promise<WorkItem[]> {
  const items: WorkItem[] = []
  for (let offset = 0; items.length < count; offset += 250) {
    const { data } = await tenant.GET('/work-items', { params: { query: { limit: 250, offset } } })
    const page = readWorkItems(data)
    if (page.length === 0) break
    items.push(...page.filter(isDecidable))
  }
  return items.slice(0, count)
}

/** A run as the page would hand it over: each work item decided as a whole. */
export const runOf = (items: readonly WorkItem[], holdMs = 0) => ({
  holdMs,
  note: null,
  entries: items.map((item) => ({
    operation: item.approvalItems.length > 0 ? 'approveApprovalItemsInBulk' : 'completeWorkItem',
    workItemId: item.id,
    seen: {
      ageMs: 1_000,
      name: item.name,
      ownerId: item.owner?.id ?? null,
      state: item.state?.raw ?? null,
      modified: item.modified,
      approvalItems: item.approvalItems.map(({ id, state }) => ({ id, state: state?.raw ?? null })),
    },
  })),
})

/** Hands a run over past the page; its id. */
export async function handOver(desk: HttpDesk, items: readonly WorkItem[], holdMs = 0): Promise<string> {
  const runId = randomUUID()
  const answer = await desk.ask('PUT', `/desk/runs/${runId}`, runOf(items, holdMs))
  if (answer.status !== 200) throw new Error(`The run was not taken: ${answer.status} ${await answer.text()}`)
  return runId
}

interface EntryNow {
  readonly workItemId: string
  readonly state: string
  readonly sent: string
}

/** The entries of a run as they stand. */
export async function entriesOf(desk: HttpDesk, runId: string): Promise<EntryNow[]> {
  const answer: unknown = await (await desk.ask('GET', `/desk/runs/${runId}`)).json()
  return listOf(isRecord(answer) ? answer['entries'] : undefined)
    .filter(isRecord)
    .map((entry) => ({
      workItemId: textOf(entry['workItemId']) ?? '',
      state: textOf(entry['state']) ?? '',
      sent: textOf(entry['sent']) ?? '',
    }))
}

/** The state of this person's latest entry about a work item; empty where there is none. */
export async function entryOf(desk: HttpDesk, workItemId: string): Promise<string> {
  const answer: unknown = await (await desk.ask('GET', `/desk/entries?workItemId=${workItemId}`)).json()
  return textOf(listOf(answer).find(isRecord)?.['state']) ?? ''
}

/** How many entries of a run are in each state. */
export async function statesOf(desk: HttpDesk, runId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { state } of await entriesOf(desk, runId)) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

/**
 * What is wrong with the ended runs of a person, held against what really happened in the tenant (promise D14): nothing twice, nothing
 * done without an effect, no effect nobody asked for, nothing that took effect though it was taken back or not sent.
 */
export async function historyProblems(stack: Stack, desk: HttpDesk, runIds: readonly string[]): Promise<string[]> {
  const problems: string[] = []
  const effects = await stack.effects()
  const objects = effects.map(({ operation, workItemId, approvalItemId }) => `${workItemId}/${approvalItemId ?? operation}`)
  for (const object of new Set(objects))
    if (objects.filter((each) => each === object).length > 1) problems.push(`${object}: twice`)
  const entries = (await Promise.all(runIds.map((runId) => entriesOf(desk, runId)))).flat()
  const touched = new Set(effects.map(({ workItemId }) => workItemId))
  for (const { workItemId, state, sent } of entries) {
    if (!['done', 'refused', 'conflict', 'cancelled', 'needs-you'].includes(state)) problems.push(`${workItemId}: still ${state}`)
    if (state === 'done' && !touched.has(workItemId)) problems.push(`${workItemId}: done without an effect`)
    if (sent === 'no' && touched.has(workItemId)) problems.push(`${workItemId}: took effect though not sent`)
  }
  const asked = new Set(entries.map(({ workItemId }) => workItemId))
  for (const id of touched) if (!asked.has(id ?? '')) problems.push(`${id}: an effect nobody asked for`)
  return problems
}
