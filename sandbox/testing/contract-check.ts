import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import identityDocument from '#contract/generated/identities.json' with { type: 'json' }
import workItemDocument from '#contract/generated/work-items.json' with { type: 'json' }
import { isRecord } from '#contract/json.ts'
import { readOwnership } from '#contract/ownership.ts'
import { compileContract } from '#platform/openapi.ts'
import type { ServedOperationId } from '../http/handlers.ts'
import type { SandboxStore } from '../store/open.ts'

const operations = new Map([...compileContract(workItemDocument), ...compileContract(identityDocument)])

export interface CheckedAnswer {
  status: number
  headers: Headers
  /** `undefined` for an empty body. */
  body: unknown
}

/**
 * Where a tenant departs from the vendor's document on purpose: an ownership answer is empty, or in a shape (see ../identities/ownership.ts) that the
 * contract's own reader understands to the last part.
 */
function isKnownDeparture(operationId: ServedOperationId, status: number, body: unknown): boolean {
  if (operationId !== 'getIdentityOwnershipDetails' || status !== 200) return false
  const read = readOwnership(body)
  return read.kind === 'owns-nothing' || (read.kind === 'owns' && read.leftovers.length === 0)
}

/** Reads an answer and throws unless status, headers and body are what the contract declares for the operation. */
export async function holdToContract(operationId: ServedOperationId, response: Response): Promise<CheckedAnswer> {
  const operation = operations.get(operationId)
  if (!operation) throw new Error(`The contract has no ${operationId}.`)
  const text = await response.text()
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  const problems = isKnownDeparture(operationId, response.status, body)
    ? []
    : operation.checkResponse(response.status, body).map(({ field, message }) => `${field} ${message}`)
  if (text !== '' && response.headers.get('content-type') !== 'application/json') problems.push('content-type')
  if (!/^[0-9a-f]{32}$/.test(response.headers.get('slpt-request-id') ?? '')) problems.push('SLPT-Request-ID')
  if (response.status === 401 && !(isRecord(body) && typeof body['error'] === 'string')) problems.push('401 without error')
  if (response.status === 429) {
    if (!(isRecord(body) && typeof body['message'] === 'string')) problems.push('429 without message')
    if (!/^[1-9]\d*$/.test(response.headers.get('retry-after') ?? '')) problems.push('429 without Retry-After')
  }
  const isBare = operation.checkResponse(response.status, undefined).length === 0
  const isOwnership = operationId === 'deleteIdentity' && isRecord(body) && 'associationDetails' in body
  if ([400, 403, 404, 500].includes(response.status) && !isBare && !isOwnership) {
    const isDto =
      isRecord(body) && body['trackingId'] === response.headers.get('slpt-request-id') && Array.isArray(body['messages'])
    if (!isDto) problems.push(`${response.status} without the error DTO`)
  }
  if (problems.length > 0) throw new Error(`${operationId} ${response.status}: ${problems.join('; ')}: ${text.slice(0, 500)}`)
  return { status: response.status, headers: response.headers, body }
}

/** Sign-ins are made by the tests themselves between two looks at the state. */
const NOT_STATE = new Set(['oauth_grant', 'oauth_token'])

/** A hash over every row of every table but the sign-ins: equal digests mean nothing happened. */
export async function stateDigest(store: SandboxStore): Promise<string> {
  const tables = await sql<{
    name: string
  }>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`.execute(store)
  const hash = createHash('sha256')
  for (const { name } of tables.rows) {
    if (NOT_STATE.has(name)) continue
    const { rows } = await sql`select * from ${sql.table(name)} order by rowid`.execute(store)
    hash.update(`${name} ${JSON.stringify(rows)}\n`)
  }
  return hash.digest('hex')
}

/** How many rows the store's connection has written since it was opened. Cheap: the same number means the same state. */
export async function rowsWritten(store: SandboxStore): Promise<number> {
  const { rows } = await sql<{ written: number }>`select total_changes() as written`.execute(store)
  return rows[0]?.written ?? Number.NaN
}
