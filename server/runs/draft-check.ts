/** Holds a handed-over run against the tenant's contract, before anything of it is stored. Pure. */
import { createHash } from 'node:crypto'
import identities from '#contract/generated/identities.json' with { type: 'json' }
import workItems from '#contract/generated/work-items.json' with { type: 'json' }
import { isRecord } from '#contract/json.ts'
import { operations, reservedIds } from '#contract/operations.ts'
import { compileContract } from '#platform/openapi.ts'
import type { Checked, ContractOperation } from '#platform/openapi.ts'
import { guardProblems, problemsOfAction } from './action-check.ts'
import { claimsOf, pathOf } from './decision.ts'
import type { Decision, EntryDraft, RunDraft, Write } from './decision.ts'

export interface FieldProblem {
  readonly field: string
  readonly message: string
}

export type DraftCheck =
  | { readonly ok: true; readonly writes: readonly Write[] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }
  /** A step that cannot be undone comes without what has to be asked before it. */
  | { readonly ok: false; readonly unguarded: readonly FieldProblem[] }
  /** Two entries of the run are about the same object, or one is about the whole of what another is a part of. */
  | { readonly ok: false; readonly overlap: readonly [number, number] }

let compiled: ReadonlyMap<string, ContractOperation> | undefined
const contract = () => (compiled ??= new Map([...compileContract(workItems), ...compileContract(identities)]))

/** `draft` satisfies desk.yaml already; this adds what the tenant's own contract says about each entry. */
export function checkDraft(draft: RunDraft): DraftCheck {
  const writes = draft.entries.map(writeOf)
  const problems = writes.flatMap((write, position) => {
    const at = `entries/${position}`
    const found = write.kind === 'action' ? problemsOfAction(write, at) : problemsOf(write, at)
    return found.length > 0 ? found : problemsByContract(write, at)
  })
  if (problems.length > 0) return { ok: false, problems }
  const unguarded = writes.flatMap((write, position) => guardProblems(write, `entries/${position}`))
  if (unguarded.length > 0) return { ok: false, unguarded }
  const overlap = firstOverlap(writes)
  return overlap ? { ok: false, overlap } : { ok: true, writes }
}

function writeOf(entry: EntryDraft): Write {
  const { body } = entry
  if ('workItemId' in entry) {
    const { workItemId, approvalItemId = null, seen } = entry
    return { kind: 'decision', operation: entry.operation, workItemId, approvalItemId, body, seen }
  }
  const identityId = 'identityId' in entry ? entry.identityId : null
  return { kind: 'action', operation: entry.operation, identityId, body, seen: entry.seen, guard: entry.guard ?? null }
}

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
  return []
}

/** What the tenant's contract says about the path and the body. */
function problemsByContract(write: Write, at: string): FieldProblem[] {
  const declared = contract().get(write.operation)
  if (!declared) return [{ field: `${at}/operation`, message: 'is not an operation of the contract' }]
  const checks: readonly Checked<unknown>[] = [declared.checkPath(pathOf(write)), declared.checkBody(write.body)]
  return checks.flatMap((check) =>
    check.ok
      ? []
      : check.problems.map(({ location, field, message }) => ({
          field: [at, location === 'body' ? 'body' : '', field].filter(Boolean).join('/'),
          message,
        })),
  )
}

function firstOverlap(writes: readonly Write[]): readonly [number, number] | undefined {
  const groups = new Map<string, Map<string, number>>()
  for (const [position, write] of writes.entries()) {
    for (const { group, object } of claimsOf(write)) {
      const objects = groups.get(group) ?? new Map<string, number>()
      groups.set(group, objects)
      const [anyOther] = objects.values()
      const earlier = object === '' ? anyOther : (objects.get(object) ?? objects.get(''))
      if (earlier !== undefined) return [earlier, position]
      objects.set(object, position)
    }
  }
  return undefined
}

/** What was only measured is no content: between two tries of the same run the age of what was seen grows. */
const withoutAge = (entry: EntryDraft) => ({ ...entry, seen: { ...entry.seen, ageMs: undefined } })

/** SHA-256 of what the draft asks for and says was seen, independent of the order of its keys and of how long ago it was seen. */
export function contentHash(draft: RunDraft): string {
  return createHash('sha256')
    .update(
      canonicalJson({
        holdMs: draft.holdMs,
        note: draft.note ?? null,
        forOwner: draft.forOwner ?? undefined,
        entries: draft.entries.map(withoutAge),
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
