import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRecord } from '#contract/json.ts'
import { operationList, operations } from '#contract/operations.ts'
import type { Operation, OperationId } from '#contract/operations.ts'
import { fillTemplate } from '#platform/openapi.ts'
import { cellsOf, personaOf, verdictOn } from './authorization-matrix.ts'
import type { Cell, MatrixCaller, Relation } from './authorization-matrix.ts'
import { authorization } from './authorization.ts'
import { personas } from './personas.ts'
import type { Persona } from './personas.ts'
import { holdToContract, rowsWritten } from './testing/contract-check.ts'
import type { CheckedAnswer } from './testing/contract-check.ts'
import { Targets } from './testing/targets.ts'
import type { WorkItemKind, WorkItemTarget } from './testing/targets.ts'
import { startTestSandbox } from './testing/test-sandbox.ts'
import type { TestSandbox } from './testing/test-sandbox.ts'

const UNKNOWN = '0123456789abcdef0123456789abcdef'

let sandbox: TestSandbox
let targets: Targets
/** The administrator's token of an hour ago, and one for the time she is disabled: the strongest callers are nobody as well. */
let expiredToken: string
let adminToken: string
beforeAll(async () => {
  sandbox = await startTestSandbox({ openItems: 1200, identities: 1600 })
  expiredToken = await sandbox.token('admin')
  sandbox.advance(3_600_000)
  adminToken = await sandbox.token('admin')
  targets = await Targets.of(sandbox)
})
afterAll(() => sandbox.close())

/** The persona whose things a cell is about; those who are nobody try the administrator's. */
const subjectOf = (caller: MatrixCaller): Persona['key'] => personaOf(caller)?.key ?? 'admin'
const somebodyElse = (key: Persona['key']): Persona['key'] => (key === 'helpdesk' ? 'colleague' : 'helpdesk')
const ownerIn = ({ caller, relation }: Cell): Persona['key'] =>
  relation === 'other' ? somebodyElse(subjectOf(caller)) : subjectOf(caller)

interface Ask {
  readonly path: string
  readonly body?: unknown
}

const kindOf = (operation: Operation): WorkItemKind =>
  operation.id === 'completeWorkItem' ? 'plain' : operation.id === 'submitAccountSelection' ? 'form' : 'approval'

const target = async (key: Persona['key']): Promise<{ targetOwnerId: string; comment: string }> => ({
  targetOwnerId: await sandbox.identityId(key),
  comment: 'handed over',
})

async function asAdmin(path: string, body?: unknown): Promise<void> {
  const { status } = await sandbox.call('admin', 'POST', path, body)
  if (status >= 300) throw new Error(`Preparing a cell: ${path} answered ${status}.`)
}

/** Brings a fresh work item into the cell's relation. */
async function workItemFor(cell: Cell, operation: Operation): Promise<WorkItemTarget> {
  if (cell.relation === 'unknown') return { id: UNKNOWN, approvalItemId: UNKNOWN, answers: {} }
  const kind = kindOf(operation)
  const item = await targets.workItem(kind, ownerIn(cell))
  if (cell.relation === 'forwarded')
    await asAdmin(`/beta/work-items/${item.id}/forward`, await target(somebodyElse(subjectOf(cell.caller))))
  if (cell.relation === 'finished') {
    if (kind === 'approval') await asAdmin(`/beta/work-items/bulk-approve/${item.id}`)
    else if (kind === 'plain') await asAdmin(`/beta/work-items/${item.id}`)
    else await asAdmin(`/beta/work-items/${item.id}/submit-account-selection`, item.answers)
  }
  return item
}

async function workItemAsk(cell: Cell, operation: Operation): Promise<Ask> {
  const item = await workItemFor(cell, operation)
  const path = fillTemplate(operation.path, { id: item.id, approvalItemId: item.approvalItemId })
  if (operation.id === 'submitAccountSelection') return { path, body: item.answers }
  // To somebody who does not own it, so that the forward itself is in order.
  return operation.id === 'forwardWorkItem'
    ? { path, body: await target(ownerIn(cell) === 'admin' ? 'manager' : 'admin') }
    : { path }
}

async function identityFor({ caller, relation }: Cell): Promise<string> {
  if (relation === 'unknown') return UNKNOWN
  const isOthers = relation === 'other' || relation === 'forwarded'
  const manager = isOthers ? somebodyElse(subjectOf(caller)) : subjectOf(caller)
  return targets.identity(manager, relation === 'finished' ? 'TERMINATED' : 'REGISTERED')
}

async function identityAsk(cell: Cell, operation: Operation): Promise<Ask> {
  const id = await identityFor(cell)
  const assignmentId =
    operation.id === 'getRoleAssignment' && cell.relation !== 'unknown' ? await targets.roleAssignment(id) : UNKNOWN
  const path = fillTemplate(operation.path, { id, identityId: id, assignmentId })
  if (operation.id === 'startIdentitiesInvite') return { path, body: { ids: [id] } }
  if (operation.id === 'startIdentityProcessing') return { path, body: { identityIds: [id] } }
  return operation.id === 'sendIdentityVerificationAccountToken' ? { path, body: { via: 'EMAIL_WORK' } } : { path }
}

async function taskAsk({ caller, relation }: Cell, operation: Operation): Promise<Ask> {
  const isOthers = relation === 'other' || relation === 'forwarded'
  const launcher = isOthers ? somebodyElse(subjectOf(caller)) : subjectOf(caller)
  const id = relation === 'unknown' ? UNKNOWN : await targets.task(launcher, relation === 'finished')
  return { path: fillTemplate(operation.path, { id }) }
}

async function listAsk(cell: Cell, operation: Operation): Promise<Ask> {
  const owner: Readonly<Record<Relation, string | undefined>> = {
    own: await sandbox.identityId(subjectOf(cell.caller)),
    other: await sandbox.identityId(somebodyElse(subjectOf(cell.caller))),
    forwarded: await sandbox.identityId(somebodyElse(subjectOf(cell.caller))),
    finished: undefined,
    unknown: UNKNOWN,
  }
  const ownerId = owner[cell.relation]
  return { path: ownerId === undefined ? operation.path : `${operation.path}?ownerId=${ownerId}` }
}

function askFor(cell: Cell): Promise<Ask> {
  const operation = operations[cell.operation]
  if (operation.version === 'beta')
    return operation.pathParameters.length > 0 ? workItemAsk(cell, operation) : listAsk(cell, operation)
  return operation.id === 'getTaskStatus' ? taskAsk(cell, operation) : identityAsk(cell, operation)
}

const setAdminStatus = (status: string) =>
  sandbox.store.updateTable('identity').set({ status }).where('persona', '=', 'admin').execute()

async function send({ caller, operation: id }: Cell, { path, body }: Ask): Promise<CheckedAnswer> {
  const { method, version } = operations[id]
  const persona = personaOf(caller)
  const token = persona ? await sandbox.token(persona.key) : caller === 'expired' ? expiredToken : adminToken
  const headers = {
    'x-sailpoint-experimental': 'true',
    ...(caller === 'anonymous' ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  return holdToContract(id, await sandbox.app.request(`/${version}${path}`, init))
}

const success: Readonly<Partial<Record<OperationId, number>>> = {
  startIdentitiesInvite: 202,
  startIdentityProcessing: 202,
  resetIdentity: 202,
  synchronizeAttributesForIdentity: 202,
  deleteIdentity: 204,
}
/** What nobody can do to an object that is finished, or to a person who left. */
const refusesFinished: ReadonlySet<OperationId> = new Set([
  ...operationList.filter(({ kind }) => kind === 'decision').map(({ id }) => id),
  'resetIdentity',
  'sendIdentityVerificationAccountToken',
] as const)

/** The documented answer to a cell. Only what is allowed may depend on the state of the object. */
function documented(cell: Cell): number {
  const { operation, relation } = cell
  const verdict = verdictOn(cell)
  if (verdict === 'unauthenticated') return 401
  if (verdict === 'forbidden') return 403
  if (verdict === 'not-found') return 404
  // A list of ids is all or nothing: one that nobody has is a wrong request.
  if (relation === 'unknown' && operations[operation].hasBody) return 400
  return relation === 'finished' && refusesFinished.has(operation) ? 400 : (success[operation] ?? 200)
}

/** A refusal without what is different in each: the tracking id. */
const comparable = (body: unknown): string => JSON.stringify(isRecord(body) ? { ...body, trackingId: '' } : body)

/** A row as the promises write it: one letter per persona. */
const letters = (operation: OperationId): string =>
  personas
    .map(({ key: caller }) => {
      const may = (relation: Relation) => verdictOn({ operation, caller, relation }) === 'allowed'
      return may('other') ? 'Y' : may('own') ? 'own' : 'N'
    })
    .join(' ')

describe('A1 who may call what', () => {
  test('A1 every operation of the contract has a row, and together they make at least 500 cells', () => {
    expect(Object.keys(authorization).sort()).toEqual(operationList.map(({ id }) => id).sort())
    expect(operationList.flatMap(({ id }) => cellsOf(id)).length).toBeGreaterThanOrEqual(500)
  })

  test('A1 the data file says what the table of the promises says', () => {
    const table = new Map<string, OperationId[]>()
    for (const { id } of operationList) table.set(letters(id), [...(table.get(letters(id)) ?? []), id])
    // Columns: manager, colleague, helpdesk, admin. "own" on role assignments is a direct report.
    expect(Object.fromEntries(table)).toEqual({
      'own own own Y': operationList.filter(({ version }) => version === 'beta').map(({ id }) => id),
      'Y N Y Y': ['listIdentities', 'getIdentity'],
      'own own Y Y': ['getRoleAssignments', 'getRoleAssignment'],
      'N N Y Y': [
        'getIdentityOwnershipDetails',
        'resetIdentity',
        'sendIdentityVerificationAccountToken',
        'startIdentitiesInvite',
        'startIdentityProcessing',
        'getTaskStatus',
      ],
      'N N N Y': ['deleteIdentity', 'synchronizeAttributesForIdentity'],
    })
  })

  test.each(operationList.map(({ id }) => id))('A1 %s answers every caller as its row says', async (operation) => {
    const wrong: string[] = []
    const refusals = new Map<string, Set<string>>()
    for (const cell of cellsOf(operation)) {
      const name = `${cell.caller}, ${cell.relation}`
      const ask = await askFor(cell)
      if (cell.caller === 'disabled') await setAdminStatus('DISABLED')
      const written = await rowsWritten(sandbox.store)
      const answer = await send(cell, ask)
      const writes = (await rowsWritten(sandbox.store)) - written
      if (cell.caller === 'disabled') await setAdminStatus('REGISTERED')
      if (answer.status !== documented(cell)) wrong.push(`${name}: ${answer.status} instead of ${documented(cell)}`)
      if (answer.status >= 400 && writes !== 0) wrong.push(`${name}: ${answer.status} and yet ${writes} rows written`)
      if (answer.status === 401 || answer.status === 403) {
        const kind = `${cell.caller} ${answer.status}`
        refusals.set(kind, (refusals.get(kind) ?? new Set()).add(comparable(answer.body)))
      }
    }
    expect(wrong).toEqual([])
    // A refusal says the same whatever the object is, or whether it is there at all.
    for (const [kind, bodies] of refusals) expect([kind, bodies.size]).toEqual([kind, 1])
  })
})
