/**
 * Where a tenant keeps the operations of the contract. The vendor moves them: beta and the yearly versions end in 2029, the services get
 * paths of their own, with the same shapes. Moving is this one setting.
 */
import { operations, reservedIds } from '#contract/operations.ts'
import type { OperationId } from '#contract/operations.ts'
import { fillTemplate } from '#platform/openapi.ts'

export type PathStyle = 'beta' | 'v2025' | 'per-service'

type Service = 'work-items' | 'identities' | 'task-status'

/** For each service the path that stands before the rest of the template, and the version whose request budget it uses. */
const table: Readonly<Record<PathStyle, Readonly<Record<Service, { readonly root: string; readonly budget: string }>>>> = {
  beta: {
    'work-items': { root: '/beta/work-items', budget: 'beta' },
    identities: { root: '/v2024/identities', budget: 'v2024' },
    'task-status': { root: '/v2024/task-status', budget: 'v2024' },
  },
  v2025: {
    'work-items': { root: '/v2025/work-items', budget: 'v2025' },
    identities: { root: '/v2025/identities', budget: 'v2025' },
    'task-status': { root: '/v2025/task-status', budget: 'v2025' },
  },
  'per-service': {
    'work-items': { root: '/work-items/v1', budget: 'v1' },
    identities: { root: '/identities/v1', budget: 'v1' },
    'task-status': { root: '/task-status/v1', budget: 'v1' },
  },
}

export const pathStyles: readonly PathStyle[] = ['beta', 'v2025', 'per-service']

/** What may stand in a path: an opaque id, never a path of its own (promise S8). */
const PATH_VALUE = /^[A-Za-z0-9_-]{1,128}$/

const serviceRoot = (style: PathStyle, operation: OperationId) => {
  const path = operations[operation].path
  const service = (['work-items', 'identities', 'task-status'] as const).find(
    (name) => path === `/${name}` || path.startsWith(`/${name}/`),
  )
  if (service === undefined) throw new RangeError(`No path style covers ${path}.`)
  return { ...table[style][service], rest: path.slice(service.length + 1) }
}

/** Where older tenants keep an operation, after the service's root: the vendor turned the completed count's path round. */
const olderPaths: Partial<Readonly<Record<OperationId, string>>> = { getCountCompletedWorkItems: '/count/completed' }

/** Whether a 404 may only mean that this tenant keeps the operation at its older path. */
export const hasOlderPath = (operation: OperationId): boolean => olderPaths[operation] !== undefined

/** The version whose limit of requests this operation counts against. */
export const budgetOf = (style: PathStyle, operation: OperationId): string => serviceRoot(style, operation).budget

/**
 * The address of one call, built from the operation's template. Raises `RangeError` for a path value that is no id, for a reserved word and
 * for a query name the contract does not know.
 */
export function tenantUrl(
  apiUrl: URL,
  style: PathStyle,
  operation: OperationId,
  path: Readonly<Record<string, string>>,
  query?: URLSearchParams,
  atOlderPath = false,
): URL {
  for (const [name, value] of Object.entries(path)) {
    if (!PATH_VALUE.test(value) || reservedIds.has(value)) throw new RangeError(`The path value ${name} is not an id.`)
  }
  const known = operations[operation].queryParameters
  for (const name of query?.keys() ?? []) {
    if (!known.includes(name)) throw new RangeError(`${operation} has no query parameter of that name.`)
  }
  const { root, rest } = serviceRoot(style, operation)
  const template = (atOlderPath ? olderPaths[operation] : undefined) ?? rest
  const url = new URL(root + fillTemplate(template, path), apiUrl)
  for (const [name, value] of query ?? []) url.searchParams.append(name, value)
  return url
}
