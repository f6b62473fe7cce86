import { gzipSync } from 'node:zlib'
import { reservedIds } from '#contract/operations.ts'
import { identityFilterFields } from '#contract/filter.ts'
import { bytesOf } from './request.ts'
import type { BadRequest, Good, Request } from './request.ts'

const NOT_THERE = [400, 404, 405]
const WRONG = [400]
/** Odd, and yet the contract allows it: it must be answered and change nothing. */
const ODD = [200, 400]

const badIds = [
  '',
  '.',
  '..',
  ' ',
  '%',
  '%2e%2e',
  '%00',
  'a%2Fb',
  '"',
  '[]',
  '{"a":1}',
  '1.5',
  '1e9',
  'true',
  '*',
  '-1',
  '0',
  'null',
  'undefined',
  '{id}',
  'x'.repeat(129),
  'x'.repeat(5000),
  'é',
  '😀',
  'ａｂｃ',
  'a\u0000b',
  'a\nb',
  '\uFEFFabc',
  '\u202Eabc',
  "' or '1'='1",
  "'; drop table work_item; --",
  '" or ""="',
  '../work-items',
  '..\\..\\etc',
  'a/b',
  'a\\b',
  'a;b',
  'a?b',
  'a#b',
  'a,b',
  '<script>alert(1)</script>',
  '${7*7}',
  '__proto__',
  'constructor',
  'toString',
]
/** Where these words stand, another reading operation answers. */
const otherReads = new Set(['completed', 'count', 'summary'])

function* ids({ request, strangerId }: Good): Generator<BadRequest> {
  for (const name of request.operation.pathParameters) {
    const real = request.path[name] ?? ''
    const words = [...reservedIds].filter((word) => request.operation.id !== 'getWorkItem' || !otherReads.has(word))
    for (const bad of [...badIds, ...words, strangerId, real.toUpperCase(), `${real} `, `${real}0`, real.slice(1)]) {
      if (bad === real) continue
      yield {
        why: `${name} ${JSON.stringify(bad.slice(0, 40))}`,
        request: { ...request, path: { ...request.path, [name]: bad } },
        expected: NOT_THERE,
      }
    }
  }
}

function* paths({ request }: Good): Generator<BadRequest> {
  for (const pathSuffix of ['/', '//', '/zz', '.json', ';a=1', '%00', '%20', '%2F', '/%2e%2e%2fx', '/.%00', '\\x'])
    yield { why: `path and ${pathSuffix}`, request: { ...request, pathSuffix }, expected: NOT_THERE }
  for (const method of ['PUT', 'PATCH', 'OPTIONS', 'PROPFIND'])
    yield { why: `method ${method}`, request: { ...request, method }, expected: [405] }
}

const badIntegers = [
  '-1',
  '1.5',
  '1.0',
  '',
  ' ',
  ' 1',
  '1 ',
  '+1',
  '0x10',
  '1e2',
  '1e9',
  'NaN',
  'Infinity',
  'null',
  'true',
  '[]',
  '{}',
  '1,2',
  '１',
  '2147483648',
  '99999999999999999999',
  "1'",
]
const badValues: Readonly<Record<string, readonly string[]>> = {
  limit: [...badIntegers, '251', '1000000000'],
  offset: badIntegers,
  count: ['', ' ', '1', '0', 'yes', 'TRUE', 'null', 'true '],
  defaultFilter: ['', 'none', 'ALL', 'null', 'CORRELATED_ONLY ', '__proto__'],
  sorters: [
    '-',
    '--name',
    'name,,alias',
    'name;alias',
    'name desc',
    'id',
    'email',
    'password',
    '__proto__',
    'name,',
    'x,'.repeat(50),
  ],
}
const oddValues: Readonly<Record<string, readonly string[]>> = {
  ownerId: ['', ' ', '\u0000', "' or 1=1 --", '😀', '__proto__', 'x'.repeat(4000), '%', '../x'],
  roleId: ['', '\u0000', "' or 1=1 --", '__proto__', 'x'.repeat(4000)],
  roleName: ['', '\u0000', "' or 1=1 --", '__proto__', 'x'.repeat(4000)],
  sorters: ['', Array.from({ length: 50 }, () => 'name').join(',')],
  filters: [
    '',
    ' ',
    'name eq "\u0000"',
    'name sw "%"',
    'name sw "_"',
    'name sw ""',
    'name sw "\u{10FFFF}"',
    'name eq ""',
    'email eq ""',
    'id in ("")',
    `${'not '.repeat(60)}name eq "x"`,
    Array.from({ length: 550 }, (_, nth) => `id eq "${nth}"`).join(' or '),
    `id in (${Array.from({ length: 1500 }, (_, nth) => `"${nth}"`).join(',')})`,
  ],
}
const unknownNames = [
  'x',
  '',
  ' ',
  'LIMIT',
  'limit[]',
  'limit.',
  'page',
  '_method',
  '__proto__',
  'constructor',
  'toString',
  'a\u0000',
  'filters[]',
  'é',
]

const operators = ['eq', 'ne', 'sw', 'co', 'in', 'gt', 'ge', 'lt', 'le', 'pr', 'isnull', 'ca', 'ew', 'EQ', '=']
const literalFor = (field: string, operator: string): string => {
  if (operator === 'pr' || operator === 'isnull') return ''
  const literal = field === 'correlated' || field === 'protected' ? 'true' : '"a"'
  return operator === 'in' ? `(${literal})` : literal
}
const badFilters: readonly string[] = [
  ...Object.entries(identityFilterFields).flatMap(([field, supported]: [string, readonly string[]]) =>
    operators
      .filter((operator) => !supported.includes(operator))
      .map((operator) => `${field} ${operator} ${literalFor(field, operator)}`.trim()),
  ),
  'name eq "a',
  'name eq a"',
  "name eq 'a",
  'name eq "a\\"',
  'name eq',
  'eq "a"',
  'name "a"',
  'name eq "a" and',
  'name eq "a" or or name eq "b"',
  '(name eq "a"',
  'name eq "a")',
  'id in ("a"',
  'id in ()',
  'name eq 1',
  'correlated eq "true"',
  'correlated eq yes',
  'lifecycleState eq "active"',
  'attributes.department eq "x"',
  '__proto__ eq "x"',
  'constructor eq "x"',
  'name eq "a"; drop table identity',
  'name eq "a" union select 1',
  '1=1',
  `name eq "${'x'.repeat(10_240)}"`,
  `${'('.repeat(500)}name eq "a"${')'.repeat(500)}`,
  `${'not '.repeat(500)}name eq "a"`,
  '('.repeat(3000),
]

function* queries({ request }: Good): Generator<BadRequest> {
  const asking = (query: Request['query'], expected: readonly number[]): BadRequest => ({
    why: `query ${JSON.stringify(query).slice(0, 80)}`,
    request: { ...request, query },
    expected,
  })
  for (const name of unknownNames) yield asking([[name, '1']], WRONG)
  for (const name of request.operation.queryParameters) {
    yield asking(
      [
        [name, '1'],
        [name, '1'],
      ],
      WRONG,
    )
    for (const value of badValues[name] ?? []) yield asking([[name, value]], WRONG)
    for (const value of oddValues[name] ?? []) yield asking([[name, value]], ODD)
    if (name === 'filters') for (const value of badFilters) yield asking([[name, value]], WRONG)
  }
}

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
const wrongTypes: readonly unknown[] = [null, 0, 1.5, true, 'x', '', [], {}, [null], [[]], { a: 1 }]

/** Values a property may well have; the rest of `wrongTypes` is wrong for it. */
const fitting: Readonly<Record<string, (value: unknown) => boolean>> = {
  comment: (value) => value === 'x',
  sendNotifications: (value) => value === true,
  sourceName: (value) => value === null,
}

/** Texts that are no JSON object, or not one in plain UTF-8. */
const notAnObject: ReadonlyArray<readonly [why: string, body: Uint8Array<ArrayBuffer>]> = [
  ...['null', '[]', '[{}]', '1', 'true', '"x"', '{', '}', '{"a":1,}', "{'a':1}", '{a:1}', 'NaN', 'undefined', '{}{}', ' '].map(
    (text) => [`body ${text}`, bytesOf(text)] as const,
  ),
  ['BOM', bytesOf('\uFEFF{}')],
  ['invalid UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['overlong UTF-8', new Uint8Array([0x7b, 0x22, 0xc0, 0x80, 0x22, 0x3a, 0x31, 0x7d])],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00])],
  ['NUL', new Uint8Array([0])],
  ['256 kB and one', bytesOf(`{"comment":"${'x'.repeat(256 * 1024 - 13)}"}`)],
  ['1,000 keys', bytesOf(JSON.stringify(Object.fromEntries(Array.from({ length: 1000 }, (_, nth) => [`k${nth}`, nth]))))],
  ['depth 21', bytesOf(nested(21))],
  ['depth 50,000', bytesOf('['.repeat(50_000))],
  ['half a character', bytesOf('{"comment":"\\ud800"}')],
]

function* bodies({ request, body }: Good): Generator<BadRequest> {
  const sending = (why: string, bytes: Request['body'], headers: Request['headers'] = {}): BadRequest => ({
    why,
    request: { ...request, headers: { ...request.headers, 'content-type': 'application/json', ...headers }, body: bytes },
    expected: WRONG,
  })
  const { operation } = request
  if (operation.method === 'GET') return
  for (const [why, bytes] of notAnObject) {
    // Completing takes a text or null, though nobody knows what for.
    if (operation.id === 'completeWorkItem' && (why === 'body null' || why === 'body "x"')) continue
    yield sending(why, bytes)
  }
  if (!body) {
    yield sending('a body where there is none', bytesOf('{"a":1}'))
    yield sending('a text body', bytesOf('x'), { 'content-type': 'text/plain' })
    return
  }
  const changed = (change: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> =>
    bytesOf(JSON.stringify({ ...body, ...change }))
  const plain = request.body
  yield sending('no body', undefined)
  yield sending('empty object', bytesOf('{}'))
  yield sending('in a list', bytesOf(JSON.stringify([body])))
  yield sending('unknown property', changed({ unknown: 1 }))
  yield sending('__proto__', bytesOf(`{"__proto__":{"a":1},${JSON.stringify(body).slice(1)}`))
  for (const type of [
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'text/json',
    'application/jsonx',
    'application/json-patch+json',
  ])
    yield sending(`content type ${type}`, plain, { 'content-type': type })
  for (const encoding of ['gzip', 'deflate', 'br', 'identity', 'x'])
    yield sending(`content encoding ${encoding}`, plain, { 'content-encoding': encoding })
  yield sending('gzip bomb', new Uint8Array(gzipSync(Buffer.alloc(20_000_000, 32))), { 'content-encoding': 'gzip' })
  for (const [name, value] of Object.entries(body)) {
    yield sending(`${name} twice`, bytesOf(`{${JSON.stringify(name)}:${JSON.stringify(value)},${JSON.stringify(body).slice(1)}`))
    const takesIds = Array.isArray(value)
    for (const wrong of wrongTypes) {
      if (
        fitting[name]?.(wrong) === true ||
        (operation.id === 'startIdentitiesInvite' && name === 'uninvited' && wrong === false)
      )
        continue
      yield sending(`${name}: ${JSON.stringify(wrong)}`, changed({ [name]: wrong }))
    }
    if (takesIds) for (const [why, list] of badLists(value)) yield sending(`${name} ${why}`, changed({ [name]: list }))
  }
}

const unknown = (count: number): string[] => Array.from({ length: count }, (_, nth) => `unknown-${nth}`)

/** Lists of ids that are refused as a whole. */
function badLists(good: readonly unknown[]): ReadonlyArray<readonly [why: string, list: unknown]> {
  return [
    ['of nobody', []],
    ['of 251 unknown ones', unknown(251)],
    ['of 1,001', [...good, ...unknown(1000)]],
    ['of one twice', [...good, ...good]],
    ['with one unknown', [...good, ...unknown(1)]],
    ['with an empty id', [...good, '']],
    ['with a long id', [...good, 'x'.repeat(129)]],
    ['with a number', [...good, 1]],
    ['with null', [...good, null]],
    ['with a list', [...good, good]],
    ['with SQL', [...good, "' or 1=1 --"]],
  ]
}

function* headers({ request }: Good): Generator<BadRequest> {
  for (const authorization of ['', 'Bearer', 'Bearer ', 'Bearer a.b.c', 'Basic YTpi', 'bearer', `Bearer ${'x'.repeat(8000)}`])
    yield {
      why: `authorization ${authorization.slice(0, 20)}`,
      request: { ...request, headers: { ...request.headers, authorization } },
      expected: [401],
    }
}

/** Every hand-picked bad request that can be made from a good one (promise B2). */
export function handPicked(good: Good): BadRequest[] {
  return [...ids(good), ...paths(good), ...queries(good), ...bodies(good), ...headers(good)]
}
