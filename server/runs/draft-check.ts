/** Holds a handed-over run against the tenant's contract, before anything of it is stored. Pure. */
import { createHash } from 'node:crypto'
import workItems from '#contract/generated/work-items.json' with { type: 'json' }
import { isRecord } from '#contract/json.ts'
import { operations, reservedIds } from '#contract/operations.ts'
import { compileContract } from '#platform/openapi.ts'
import type { ContractOperation } from '#platform/openapi.ts'
import { pathOf } from './decision.ts'
import type { Decision, DecisionDraft, RunDraft } from './decision.ts'

export interface FieldProblem {
  readonly field: string
  readonly message: string
}

export type DraftCheck =
  | { readonly ok: true; readonly decisions: readonly Decision[] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }
  /** Two entries of the run are about the same object, or one is about the whole of what another is a part of. */
  | { readonly ok: false; readonly overlap: readonly [number, number] }

let compiled: ReadonlyMap<string, ContractOperation> | undefined
const contract = () => (compiled ??= compileContract(workItems))

/** `draft` satisfies desk.yaml already; this adds what the tenant's own contract says about each entry. */
export function checkDraft(draft: RunDraft): DraftCheck {
  const drafts = draft.entries.flatMap((entry) => ('workItemId' in entry ? entry : []))
  if (drafts.length < draft.entries.length)
    return { ok: false, problems: [{ field: 'entries', message: 'hold actions on people, which are not taken yet' }] }
  const decisions = drafts.map(decisionOf)
  const problems = decisions.flatMap((decision, position) => problemsOf(decision, `entries/${position}`))
  if (problems.length > 0) return { ok: false, problems }
  const overlap = firstOverlap(decisions)
  return overlap ? { ok: false, overlap } : { ok: true, decisions }
}

const decisionOf = (entry: DecisionDraft): Decision => ({
  operation: entry.operation,
  workItemId: entry.workItemId,
  approvalItemId: entry.approvalItemId ?? null,
  body: entry.body,
  seen: entry.seen,
})

function problemsOf(decision: Decision, at: string): FieldProblem[] {
  const { operation, workItemId, approvalItemId, body } = decision
  const wantsItem = operations[operation].pathParameters.includes('approvalItemId')
  if (wantsItem !== (approvalItemId !== null)) {
    return [
      { field: `${at}/approvalItemId`, message: wantsItem ? `is required for ${operation}` : `does not belong to ${operation}` },
    ]
  }
  for (const [name, id] of [['workItemId', workItemId] as const, ['approvalItemId', approvalItemId] as const]) {
    if (id !== null && reservedIds.has(id)) return [{ field: `${at}/${name}`, message: 'is a reserved word, not an id' }]
  }
  // The optional body of completeWorkItem has no known use and is never sent.
  if (!operations[operation].hasBody && body !== undefined)
    return [{ field: `${at}/body`, message: `must be absent for ${operation}` }]
  // The tenant refuses it, and a reading could not tell that from a forward that worked.
  if (operation === 'forwardWorkItem' && isRecord(body) && body['targetOwnerId'] === (decision.seen.ownerId ?? null)) {
    return [{ field: `${at}/body/targetOwnerId`, message: 'already owns the work item' }]
  }
  const declared = contract().get(operation)
  if (!declared) return [{ field: `${at}/operation`, message: 'is not an operation of the contract' }]
  return [declared.checkPath(pathOf(decision)), declared.checkBody(body)].flatMap((check) =>
    check.ok
      ? []
      : check.problems.map(({ location, field, message }) => ({
          field: [at, location === 'body' ? 'body' : '', field].filter(Boolean).join('/'),
          message,
        })),
  )
}

/** What the act is about inside its work item: the approval item, or empty for the whole. */
export const objectOf = (decision: Pick<Decision, 'approvalItemId'>): string => decision.approvalItemId ?? ''

/** Whether two open entries about the same work item exclude each other. */
export const excludes = (object: string, other: string): boolean => object === '' || other === '' || object === other

function firstOverlap(decisions: readonly Decision[]): readonly [number, number] | undefined {
  const byWorkItem = new Map<string, Map<string, number>>()
  for (const [position, decision] of decisions.entries()) {
    const objects = byWorkItem.get(decision.workItemId) ?? new Map<string, number>()
    byWorkItem.set(decision.workItemId, objects)
    const object = objectOf(decision)
    const [anyOther] = objects.values()
    const earlier = object === '' ? anyOther : (objects.get(object) ?? objects.get(''))
    if (earlier !== undefined) return [earlier, position]
    objects.set(object, position)
  }
  return undefined
}

/** SHA-256 of the draft, independent of the order of its keys. */
export function contentHash(draft: RunDraft): string {
  return createHash('sha256')
    .update(
      canonicalJson({
        holdMs: draft.holdMs,
        note: draft.note ?? null,
        forOwner: draft.forOwner ?? undefined,
        entries: draft.entries,
      }),
    )
    .digest('hex')
}

/** JSON with sorted keys, written without building objects, so that a key like `__proto__` is text like any other. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}
