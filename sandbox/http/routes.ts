import identityDocument from '#contract/generated/identities.json' with { type: 'json' }
import workItemDocument from '#contract/generated/work-items.json' with { type: 'json' }
import { isRecord } from '#contract/json.ts'
import { compileContract } from '#platform/openapi.ts'
import type { ContractOperation } from '#platform/openapi.ts'

/** One operation at one path template; an operation may be reachable at two. */
export interface Route {
  readonly operation: ContractOperation
  readonly segments: readonly string[]
  /** The document requires `X-SailPoint-Experimental: true`. */
  readonly experimental: boolean
  readonly deprecated: boolean
}

export type Match =
  | { readonly kind: 'operation'; readonly route: Route; readonly path: Readonly<Record<string, string>> }
  | { readonly kind: 'other-method'; readonly allow: readonly string[] }
  | { readonly kind: 'unknown' }

const documents: readonly unknown[] = [workItemDocument, identityDocument]
const EXPERIMENTAL_HEADER = 'x-sailpoint-experimental'

const at = (value: unknown, ...keys: readonly string[]): unknown =>
  keys.reduce<unknown>((place, key) => (isRecord(place) ? place[key] : undefined), value)

function needsExperimental(document: unknown, operation: unknown): boolean {
  const listed = at(operation, 'parameters')
  if (!Array.isArray(listed)) return false
  return listed.some((entry: unknown) => {
    const reference = at(entry, '$ref')
    const parameter = typeof reference === 'string' ? at(document, ...reference.split('/').slice(1)) : entry
    const name = at(parameter, 'name')
    return typeof name === 'string' && name.toLowerCase() === EXPERIMENTAL_HEADER && at(parameter, 'required') === true
  })
}

const segmentsOf = (template: string): string[] => template.split('/').slice(1)

/** Every route of the contract's two tenant documents. Some ms, once at start. */
export const contractRoutes = (): readonly Route[] => routesOf(documents)

/** Every route of these documents. */
export function routesOf(from: readonly unknown[]): readonly Route[] {
  return from.flatMap((document) => {
    if (!isRecord(document)) return []
    return [...compileContract(document).values()].flatMap((operation) => {
      const described = at(document, 'paths', operation.template, operation.method.toLowerCase())
      const older = at(described, 'x-countersign-older-path')
      const templates = typeof older === 'string' ? [operation.template, older] : [operation.template]
      return templates.map((template) => ({
        operation,
        segments: segmentsOf(template),
        experimental: needsExperimental(document, described),
        deprecated: at(described, 'deprecated') === true,
      }))
    })
  })
}

const isParameter = (segment: string): boolean => segment.startsWith('{')

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/** The parameters when the path fits the template, else undefined. Path segments still carry their percent-encoding. */
function fit(route: Route, path: readonly string[]): Record<string, string> | undefined {
  if (path.length !== route.segments.length) return undefined
  const parameters: Record<string, string> = {}
  for (const [index, expected] of route.segments.entries()) {
    const given = path[index] ?? ''
    if (!isParameter(expected)) {
      if (given !== expected) return undefined
      continue
    }
    const value = decode(given)
    if (value === undefined || value === '') return undefined
    parameters[expected.slice(1, -1)] = value
  }
  return parameters
}

/**
 * Finds the operation for a method and a path below the version (`/work-items/…`). As OpenAPI has it, a template with fixed words wins
 * over one with parameters, so `/work-items/completed` is never an id and `/work-items/bulk-approve/forward` is a bulk approval.
 */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match {
  const segments = path.split('/').slice(1)
  const fits = routes.flatMap((route) => {
    const parameters = fit(route, segments)
    return parameters
      ? [{ route, path: parameters, wildcards: route.segments.map((segment) => Number(isParameter(segment))).join('') }]
      : []
  })
  if (fits.length === 0) return { kind: 'unknown' }
  // '01' is more concrete than '10': the earlier the fixed word, the stronger.
  const best = fits.map(({ wildcards }) => wildcards).sort()[0]
  const concrete = fits.filter(({ wildcards }) => wildcards === best)
  const chosen = concrete.find(({ route }) => route.operation.method === method)
  if (!chosen) return { kind: 'other-method', allow: concrete.map(({ route }) => route.operation.method).sort() }
  return { kind: 'operation', route: chosen.route, path: chosen.path }
}
