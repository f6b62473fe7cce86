/** Reads what a request to a route of `contract/desk.yaml` says, and refuses what does not fit, naming the field and what would do. */
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import desk from '#contract/generated/desk.json' with { type: 'json' }
import { compileContract } from '#platform/openapi.ts'
import type { Checked, ContractOperation, Problem } from '#platform/openapi.ts'
import { DeskFailure } from './desk-failure.ts'
import type { DeskEnv } from './gateway/context.ts'
import { isDeeperThan, MOST_JSON_DEPTH } from './json-depth.ts'

export type Values = Readonly<Record<string, unknown>>

const tooLarge = () => {
  throw new DeskFailure(413, 'too_large', 'The request is larger than this server takes. Split it into several.')
}

/** Refuses a longer body (bytes). Promise S13: 256 kB, unless said otherwise. */
export const atMost = (maxSize = 256 * 1024) => bodyLimit({ maxSize, onError: tooLarge })

let compiled: ReadonlyMap<string, ContractOperation> | undefined

/** An operation of desk.yaml by its id; raises `RangeError` for one that is not there. */
export function deskOperation(id: string): ContractOperation {
  const found = (compiled ??= compileContract(desk)).get(id)
  if (!found) throw new RangeError(`desk.yaml has no ${id}`)
  return found
}

function accepted<Value>(checked: Checked<Value>): Value {
  if (checked.ok) return checked.value
  throw invalid(checked.problems)
}

export function invalid(problems: readonly Pick<Problem, 'field' | 'message'>[]): DeskFailure {
  const listed = problems.slice(0, 100).map(({ field, message }) => ({ field, message }))
  const [first] = listed
  const message = first ? `${first.field || 'The body'} ${first.message}.` : 'The request is not valid.'
  return new DeskFailure(400, 'invalid_request', message, { problems: listed })
}

export const queryOf = (c: Context<DeskEnv>, operation: ContractOperation): Values =>
  accepted(operation.checkQuery(new URL(c.req.url).searchParams))

/** The value of the one path parameter of that name. */
export function pathValue(c: Context<DeskEnv>, operation: ContractOperation, name: string): string {
  const value = accepted(operation.checkPath({ [name]: c.req.param(name) ?? '' }))[name]
  if (value === undefined) throw invalid([{ field: name, message: 'is required' }])
  return value
}

/** Parses and checks a JSON body; `is` names the type that the schema of desk.yaml has just established. */
export async function bodyOf<Value>(
  c: Context<DeskEnv>,
  operation: ContractOperation,
  is: (value: unknown) => value is Value,
): Promise<Value> {
  const text = await c.req.text()
  const value = accepted(operation.checkBody(text === '' ? undefined : parse(text)))
  if (!is(value)) throw invalid([{ field: '', message: 'is required' }])
  return value
}

/** The JSON in `text`; raises the desk's 400 for what is none, or nests too deeply. */
export function parse(text: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw invalid([{ field: '', message: 'must be JSON' }])
  }
  if (isDeeperThan(value)) throw invalid([{ field: '', message: `must not nest deeper than ${MOST_JSON_DEPTH} levels` }])
  return value
}

/** The reader's languages, where the header is one that may be passed on. */
export function languageOf(c: Context<DeskEnv>): string | null {
  const language = c.req.header('accept-language')
  return language !== undefined && /^[A-Za-z0-9,;=.* -]{1,200}$/.test(language) ? language : null
}
