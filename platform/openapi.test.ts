import { expect, test } from 'vitest'
import { compileContract, fillTemplate } from './openapi.ts'

const operations = compileContract({
  openapi: '3.1.0',
  paths: {
    '/things': {
      get: {
        operationId: 'listThings',
        parameters: [
          { $ref: '#/components/parameters/limit' },
          { name: 'count', in: 'query', schema: { type: 'boolean', default: false } },
        ],
        responses: {
          200: { content: { 'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Thing' } } } } },
        },
      },
    },
    '/things/{id}/rename': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', pattern: '^[a-z]+$' } }],
      post: {
        operationId: 'renameThing',
        requestBody: { required: true, content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
        responses: { 200: {}, 400: { $ref: '#/components/responses/Refusal' } },
      },
    },
  },
  components: {
    parameters: { limit: { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 0, maximum: 250, default: 250 } } },
    schemas: {
      Thing: { type: 'object', required: ['name'], properties: { name: { type: 'string' } }, additionalProperties: false },
    },
    responses: { Refusal: { content: { 'application/json': { schema: { type: 'object', required: ['detailCode'] } } } } },
  },
})
const list = operations.get('listThings')
const rename = operations.get('renameThing')

test('query text becomes numbers and booleans, and defaults are filled in', () => {
  expect(list?.checkQuery(new URLSearchParams('limit=10&count=true'))).toEqual({ ok: true, value: { limit: 10, count: true } })
  expect(list?.checkQuery(new URLSearchParams())).toEqual({ ok: true, value: { limit: 250, count: false } })
})

test.each([
  'limit=251',
  'limit=-1',
  'limit=1.5',
  'limit=',
  'limit=1e2',
  'limit=0x10',
  'limit=+5',
  'limit=99999999999999999999',
  'limit=1&limit=2',
  'count=yes',
  'sorters=name',
  '__proto__=1',
])('?%s is refused by name', (query) => {
  const checked = list?.checkQuery(new URLSearchParams(query))
  expect(checked).toMatchObject({ ok: false, problems: [{ location: 'query', field: query.split('=')[0] }] })
})

test('path and body are held against their schemas', () => {
  expect(rename?.checkPath({ id: 'abc' })).toEqual({ ok: true, value: { id: 'abc' } })
  expect(rename?.checkPath({ id: 'A/B' })).toMatchObject({ ok: false, problems: [{ field: 'id' }] })
  expect(rename?.checkBody({ name: 'x' })).toEqual({ ok: true, value: { name: 'x' } })
  expect(rename?.checkBody({ name: 1 })).toMatchObject({ ok: false, problems: [{ field: 'name', message: 'must be string' }] })
  expect(rename?.checkBody({ name: 'x', more: 1 })).toMatchObject({ ok: false, problems: [{ field: 'more' }] })
  expect(rename?.checkBody(undefined)).toMatchObject({ ok: false })
  expect(list?.checkBody({})).toMatchObject({ ok: false, problems: [{ message: 'must be empty' }] })
})

test('responses are held against the declared status and schema', () => {
  expect(list?.checkResponse(200, [{ name: 'x' }])).toEqual([])
  expect(list?.checkResponse(200, [{}])).toMatchObject([{ location: 'body', field: '0/name' }])
  expect(list?.checkResponse(418, {})).toMatchObject([{ field: 'status' }])
  expect(rename?.checkResponse(200, undefined)).toEqual([])
  expect(rename?.checkResponse(200, {})).toMatchObject([{ location: 'body' }])
  expect(rename?.checkResponse(400, {})).toMatchObject([{ field: 'detailCode' }])
})

test('templates are filled with encoded values', () => {
  expect(fillTemplate('/things/{id}/rename', { id: 'a/b?' })).toBe('/things/a%2Fb%3F/rename')
  expect(() => fillTemplate('/things/{id}', {})).toThrow(RangeError)
})
