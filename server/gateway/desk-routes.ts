import type { MiddlewareHandler } from 'hono'
import desk from '#contract/generated/desk.json' with { type: 'json' }
import { compileContract } from '#platform/openapi.ts'
import type { Problem } from '#platform/openapi.ts'
import { DeskFailure } from '../desk-failure.ts'
import type { DeskEnv } from './context.ts'
import { rawTarget } from './host-check.ts'
import { matchesTemplate } from './templates.ts'

/** The operations of `contract/desk.yaml`, by operation id. */
export const deskOperations = compileContract(desk)

/** A refusal that names each field and what would do. */
export function invalidRequest(problems: readonly Problem[]): DeskFailure {
  const named = problems.map(({ location, field, message }) => ({ field: field || location, message }))
  const [first] = named
  return new DeskFailure(400, 'invalid_request', first ? `${first.field} ${first.message}.` : 'The request is not valid.', {
    problems: named,
  })
}

export const notFound = (): DeskFailure => new DeskFailure(404, 'not_found', 'There is nothing here.')

/** A known address, but not with this method; says which would do. */
export const wrongMethod = (allowed: readonly string[]): DeskFailure =>
  new DeskFailure(405, 'invalid_request', `Only ${allowed.join(', ')} may be used here.`, {}, { allow: allowed.join(', ') })

/** The query of the request as it came, without a leading `?`. */
export const queryOf = (target: string): URLSearchParams => new URLSearchParams(target.split('?').slice(1).join('?'))

/** Lets through what `contract/desk.yaml` describes and nothing else; checks the query of each operation. */
export function describedOnly(): MiddlewareHandler<DeskEnv> {
  const operations = [...deskOperations.values()]
  return async (c, next) => {
    const target = rawTarget(c)
    const path = (target.split('?')[0] ?? '').slice('/desk'.length)
    const here = operations.filter((operation) => matchesTemplate(operation.template, path))
    if (here.length === 0) throw notFound()
    const operation = here.find((candidate) => candidate.method === c.req.method)
    if (!operation) throw wrongMethod(here.map((candidate) => candidate.method))
    c.set('route', operation.id)
    const query = operation.checkQuery(queryOf(target))
    if (!query.ok) throw invalidRequest(query.problems)
    return next()
  }
}
