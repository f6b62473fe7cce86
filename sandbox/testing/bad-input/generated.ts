import * as fc from 'fast-check'
import { bytesOf } from './request.ts'
import type { BadRequest, Good, Request } from './request.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ maxLength: 140 }),
  fc.stringMatching(/^[A-Za-z0-9_-]{1,128}$/),
)

type Corruption = fc.Arbitrary<BadRequest>

/** A whole number from 0 on, in ten digits at the most; "-0" is one too. */
const isCount = (value: string, most: number): boolean =>
  /^-?\d{1,10}$/.test(value) && Number(value) >= 0 && Number(value) <= most

/** Whether a parameter of the contract takes this text; undefined when it takes any text. */
const accepts: Readonly<Record<string, (value: string) => boolean>> = {
  limit: (value) => isCount(value, 250),
  offset: (value) => isCount(value, 2 ** 31 - 1),
  count: (value) => value === 'true' || value === 'false',
  defaultFilter: (value) => value === 'NONE' || value === 'CORRELATED_ONLY',
}

function badQuery({ request }: Good): Corruption {
  const known = new Set([...request.operation.queryParameters, 'sorters'])
  const strange = fc
    .tuple(
      text.filter((name) => !known.has(name)),
      text,
    )
    .map(([name, value]): BadRequest => ({
      why: 'a strange parameter',
      request: { ...request, query: [[name, value]] },
      expected: [400],
    }))
  const wrong = request.operation.queryParameters.map((name) => {
    const isFine = accepts[name]
    const value = fc.oneof(text, fc.integer().map(String), fc.double().map(String), fc.bigInt().map(String))
    return value
      .filter((one) => isFine?.(one) !== true)
      .map((one): BadRequest => ({
        why: `a wrong ${name}`,
        request: { ...request, query: [[name, one]] },
        expected: isFine ? [400] : [200, 400],
      }))
  })
  return fc.oneof(strange, ...wrong)
}

function badId({ request }: Good): Corruption | undefined {
  const names = request.operation.pathParameters
  if (names.length === 0) return undefined
  const otherReads = new Set(['completed', 'count', 'summary'])
  return fc
    .tuple(fc.constantFrom(...names), text)
    .filter(([name, value]) => value !== request.path[name] && !otherReads.has(value))
    .map(([name, value]): BadRequest => ({
      why: `a wrong ${name}`,
      request: { ...request, path: { ...request.path, [name]: value } },
      expected: [400, 404, 405],
    }))
}

const sending = (request: Request, why: string, body: Uint8Array<ArrayBuffer>): BadRequest => ({
  why,
  request: { ...request, headers: { ...request.headers, 'content-type': 'application/json' }, body },
  expected: [400],
})

/** What completing takes besides nothing: text, null, and the empty object the vendor's SDK sends. */
function isPlaceholder(body: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body))
    return value === null || typeof value === 'string' || JSON.stringify(value) === '{}'
  } catch {
    return false
  }
}

function badBody({ request, body }: Good): Corruption | undefined {
  if (request.operation.method === 'GET') return undefined
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 80 }).map((raw) => new Uint8Array(raw))
  const json = fc.jsonValue({ maxDepth: 4 }).map((value) => bytesOf(JSON.stringify(value)))
  const anything = fc
    .oneof(bytes, json)
    .filter((raw) => request.operation.id !== 'completeWorkItem' || !isPlaceholder(raw))
    .map((raw) => sending(request, 'a strange body', raw))
  if (!body) return anything
  const names = Object.keys(body)
  const extra = fc
    .tuple(
      text.filter((name) => !names.includes(name)),
      fc.jsonValue({ maxDepth: 3 }),
    )
    .map(([name, value]) => sending(request, 'a strange property', bytesOf(spliced(body, name, value))))
  const cut = fc
    .integer({ min: 1, max: JSON.stringify(body).length - 1 })
    .map((length) => sending(request, 'half a body', bytesOf(JSON.stringify(body).slice(0, length))))
  return fc.oneof(anything, extra, cut)
}

/** The object with one more property, whatever it is called. */
const spliced = (body: Readonly<Record<string, unknown>>, name: string, value: unknown): string =>
  `{${JSON.stringify(name)}:${JSON.stringify(value)},${JSON.stringify(body).slice(1)}`

/** Requests with one thing wrong, drawn; the contract says what is right. */
export function generated(good: Good): Corruption {
  return fc.oneof(...[badQuery(good), badId(good), badBody(good)].filter((one) => one !== undefined))
}
