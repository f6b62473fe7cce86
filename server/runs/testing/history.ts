/** Faults a tenant can suffer, decisions to make under them, and what must never be the outcome (promise D14); test support. */
import type { DecisionDraft, EntryDraft } from '../decision.ts'
import type { RunView } from '../entry-view.ts'
import { approve, decisionsOf, forward, whole } from './desk.ts'
import type { ModelAnswer, ModelItem, TenantModel } from './tenant-model.ts'
import type { VirtualClock } from './virtual-clock.ts'

export const FAULTS = [
  'none',
  'refused-connection',
  'drop-before',
  'drop-after',
  '500-before',
  '500-after',
  'late-effect',
  'garbled-after',
  'silent-before',
  'silent-after',
  '429',
  '401',
  '403',
  '404',
] as const
export type FaultName = (typeof FAULTS)[number]

const broken = (code: string, syscall: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code, syscall }) })
const silence = () => new Promise<Response>(() => undefined)
const dto = { detailCode: '4', trackingId: 't', messages: [], causes: [] }

/** What certainly was not carried out, by the tenant's word or for want of a connection. */
export const NOT_EXECUTED: ReadonlySet<FaultName> = new Set(['refused-connection', '429', '401'])

export function suffer(
  fault: FaultName,
  act: () => ModelAnswer,
  clock: VirtualClock,
): ModelAnswer | Response | Promise<Response> {
  switch (fault) {
    case 'none':
      return act()
    case 'refused-connection':
      throw broken('ECONNREFUSED', 'connect')
    case 'drop-after':
      act()
      throw broken('ECONNRESET', 'read')
    case 'drop-before':
      throw broken('ECONNRESET', 'read')
    case '500-after':
      act()
      return { status: 500, body: dto }
    case '500-before':
      return { status: 500, body: dto }
    case 'late-effect':
      clock.after(20_000, () => void act())
      return { status: 502, body: dto }
    case 'garbled-after':
      act()
      return new Response('{"id":', { status: 200, headers: { 'content-type': 'application/json' } })
    case 'silent-after':
      act()
      return silence()
    case 'silent-before':
      return silence()
    case '429':
      return { status: 429, body: { message: 'slow' }, headers: { 'retry-after': '3' } }
    default:
      return { status: Number(fault), body: dto }
  }
}

const acts: readonly ((item: ModelItem) => DecisionDraft)[] = [
  (item) => approve(item),
  (item) => ({ ...approve(item), operation: 'rejectApprovalItem' }),
  (item) => whole(item, 'approveApprovalItemsInBulk'),
  (item) => whole(item, 'rejectApprovalItemsInBulk'),
  (item) => whole(item, 'completeWorkItem'),
  (item) => forward(item),
]

/** What a history is made of: writes on objects of their own, and how they are judged. */
export interface Kit {
  readonly kinds: number
  /** A write of that kind on a new object. */
  readonly entry: (model: TenantModel, kind: number, index: number) => EntryDraft
  /** By which name `violations` knows what a write is about. */
  readonly nameIn: (request: { path: string; body: unknown }) => string
  /** Whether a fault would have the tenant say something false in its own words, which nothing can see through. */
  readonly isLie: (request: { method: string; path: string }, fault: FaultName) => boolean
  readonly violations: (run: RunView, model: TenantModel, mayHaveRun: ReadonlyMap<string, number>) => string[]
}

export const decisionKit: Kit = {
  kinds: acts.length,
  entry: (model, kind, index) => {
    const act = acts[kind % acts.length]
    if (!act) throw new Error('no act')
    return act(model.add(`w${index}`))
  },
  nameIn: ({ path }) => path.split('/').find((part) => /^w\d+$/.test(part)) ?? '',
  isLie: () => false,
  violations,
}

/**
 * What is wrong with a run that has come to rest, as the tenant's effects show it. `mayHaveRun` counts, for each work item, the writes
 * that left and were not provably unexecuted.
 */
export function violations(run: RunView, model: TenantModel, mayHaveRun: ReadonlyMap<string, number>): string[] {
  const wrong: string[] = []
  for (const entry of decisionsOf(run)) {
    const { state, sent, workItemId } = entry
    const effects = model.effectsOn(workItemId)
    const perObject = effects.map(({ approvalItemId }) => approvalItemId)
    const say = (what: string) => wrong.push(`${entry.operation} ${state}/${sent}: ${what}`)
    if (!['done', 'refused', 'conflict', 'cancelled', 'needs-you'].includes(state)) say('has not come to rest')
    if (new Set(perObject).size !== perObject.length) say('took effect twice')
    if ((mayHaveRun.get(workItemId) ?? 0) > 1) say('left twice')
    if (state === 'done' && effects.length === 0) say('is done without an effect')
    if (sent === 'no' && effects.length > 0) say('took effect though not sent')
    if (['cancelled', 'refused'].includes(state) && effects.length > 0) say('took effect')
    if (state === 'needs-you' && effects.length > 0 && entry.operation !== 'forwardWorkItem')
      say('was carried out, and a reading shows it')
  }
  const counted = Object.values(run.totals).reduce((sum, count) => sum + count, 0)
  if (counted !== run.entries.length) wrong.push(`the totals say ${counted} of ${run.entries.length}`)
  const known = new Set(decisionsOf(run).map(({ workItemId }) => workItemId))
  for (const { itemId } of model.effects) if (!known.has(itemId)) wrong.push(`${itemId}: an effect nobody asked for`)
  return wrong
}
