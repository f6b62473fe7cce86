/**
 * The 25 operations of the contract as one table: what the gateway lets through, the runs send and the sandbox serves.
 *
 * It carries the whole documents as JSON, so it is for the server and the sandbox only; the page must not import it.
 */
import identities from './generated/identities.json' with { type: 'json' }
import type { operations as IdentityOperations } from './generated/identities.ts'
import workItems from './generated/work-items.json' with { type: 'json' }
import type { operations as WorkItemOperations } from './generated/work-items.ts'
import { isRecord, textOf } from './json.ts'

export type WorkItemOperationId = keyof WorkItemOperations
export type IdentityOperationId = keyof IdentityOperations
export type OperationId = WorkItemOperationId | IdentityOperationId

/** The version whose paths the documents describe; the tenant's real path style is the server's business. */
export type ApiVersion = 'beta' | 'v2024'

/** `decision` settles a work item; `action` is any other write, on identities; `read` changes nothing. */
export type OperationKind = 'read' | 'decision' | 'action'

export type OperationMethod = 'GET' | 'POST' | 'DELETE'

export interface Operation {
  readonly id: OperationId
  readonly method: OperationMethod
  /** As the document writes it, e.g. `/work-items/{id}/forward`. */
  readonly path: string
  readonly version: ApiVersion
  readonly kind: OperationKind
  readonly queryParameters: readonly string[]
  readonly pathParameters: readonly string[]
  /** Whether a request must carry a JSON body. False for `completeWorkItem`, whose optional body is never sent. */
  readonly hasBody: boolean
}

/** Words that stand in the place of an id in some path and are therefore never one. */
export const reservedIds: ReadonlySet<string> = new Set([
  'completed',
  'count',
  'summary',
  'bulk-approve',
  'bulk-reject',
  'invite',
  'process',
])

const documents: Readonly<Record<ApiVersion, unknown>> = { beta: workItems, v2024: identities }
const methods: readonly (readonly [key: string, method: OperationMethod])[] = [
  ['get', 'GET'],
  ['post', 'POST'],
  ['delete', 'DELETE'],
]

/** Every operation by its id. A document that gains an operation does not compile until it has a line here. */
export const operations: Readonly<Record<OperationId, Operation>> = {
  listWorkItems: describe('beta', 'listWorkItems'),
  getCompletedWorkItems: describe('beta', 'getCompletedWorkItems'),
  getCountWorkItems: describe('beta', 'getCountWorkItems'),
  getCountCompletedWorkItems: describe('beta', 'getCountCompletedWorkItems'),
  getWorkItemsSummary: describe('beta', 'getWorkItemsSummary'),
  getWorkItem: describe('beta', 'getWorkItem'),
  completeWorkItem: describe('beta', 'completeWorkItem'),
  forwardWorkItem: describe('beta', 'forwardWorkItem'),
  approveApprovalItem: describe('beta', 'approveApprovalItem'),
  rejectApprovalItem: describe('beta', 'rejectApprovalItem'),
  approveApprovalItemsInBulk: describe('beta', 'approveApprovalItemsInBulk'),
  rejectApprovalItemsInBulk: describe('beta', 'rejectApprovalItemsInBulk'),
  submitAccountSelection: describe('beta', 'submitAccountSelection'),
  listIdentities: describe('v2024', 'listIdentities'),
  getIdentity: describe('v2024', 'getIdentity'),
  deleteIdentity: describe('v2024', 'deleteIdentity'),
  getIdentityOwnershipDetails: describe('v2024', 'getIdentityOwnershipDetails'),
  getRoleAssignments: describe('v2024', 'getRoleAssignments'),
  getRoleAssignment: describe('v2024', 'getRoleAssignment'),
  resetIdentity: describe('v2024', 'resetIdentity'),
  sendIdentityVerificationAccountToken: describe('v2024', 'sendIdentityVerificationAccountToken'),
  startIdentitiesInvite: describe('v2024', 'startIdentitiesInvite'),
  startIdentityProcessing: describe('v2024', 'startIdentityProcessing'),
  synchronizeAttributesForIdentity: describe('v2024', 'synchronizeAttributesForIdentity'),
  getTaskStatus: describe('v2024', 'getTaskStatus'),
}

export const operationList: readonly Operation[] = Object.values(operations)

/** Whether this text names an operation of the contract. */
export function isOperationId(text: string): text is OperationId {
  return Object.hasOwn(operations, text)
}

/** Reads one operation out of its document; throws when the module loads if the document lacks it. */
function describe(version: ApiVersion, id: OperationId): Operation {
  const document = documents[version]
  const paths = isRecord(document) && isRecord(document['paths']) ? document['paths'] : {}
  for (const [path, item] of Object.entries(paths)) {
    for (const [key, method] of methods) {
      const operation = isRecord(item) ? item[key] : undefined
      if (!isRecord(operation) || operation['operationId'] !== id) continue
      const body = operation['requestBody']
      return {
        id,
        method,
        path,
        version,
        kind: kindOf(operation['x-countersign-kind'], id),
        queryParameters: parameterNames(document, operation, 'query'),
        pathParameters: parameterNames(document, operation, 'path'),
        hasBody: isRecord(body) && body['required'] === true,
      }
    }
  }
  throw new Error(`The ${version} document has no operation ${id}`)
}

function kindOf(value: unknown, id: OperationId): OperationKind {
  if (value === 'read' || value === 'decision' || value === 'action') return value
  throw new Error(`${id} has no x-countersign-kind`)
}

function parameterNames(document: unknown, operation: Readonly<Record<string, unknown>>, where: 'query' | 'path'): string[] {
  const listed = operation['parameters']
  if (!Array.isArray(listed)) return []
  return listed.flatMap((entry: unknown) => {
    const parameter = follow(document, entry)
    const name = isRecord(parameter) && parameter['in'] === where ? textOf(parameter['name']) : null
    return name === null ? [] : [name]
  })
}

/** The value itself, or what its local `$ref` points to. */
function follow(document: unknown, value: unknown): unknown {
  const reference = isRecord(value) ? textOf(value['$ref']) : null
  if (reference === null) return value
  return reference
    .split('/')
    .slice(1)
    .reduce<unknown>((place, segment) => (isRecord(place) ? place[segment] : undefined), document)
}
