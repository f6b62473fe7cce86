import { expect, test } from 'vitest'
import { readJsonBody } from './read-body.ts'

const post = (body: string | Uint8Array, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  readJsonBody(new Request('http://localhost/', { method: 'POST', body: Buffer.from(body), headers }))

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

test('no body is undefined, whatever its label says', async () => {
  expect(await readJsonBody(new Request('http://localhost/', { method: 'POST' }))).toBeUndefined()
  expect(await post('')).toBeUndefined()
})

test('takes JSON up to the limits', async () => {
  expect(await post('{"a":[1,null]}')).toEqual({ a: [1, null] })
  expect(await post('null', { 'content-type': 'application/json; charset=utf-8' })).toBeNull()
  expect(await post(JSON.stringify('x'.repeat(256 * 1024 - 2)))).toHaveLength(256 * 1024 - 2)
  expect(await post(nested(20))).toHaveLength(1)
})

test.each([
  ['one byte too many', JSON.stringify('x'.repeat(256 * 1024 - 1))],
  ['too deep', nested(21)],
  ['not JSON', '{'],
  ['a byte order mark', '\uFEFF{}'],
  ['invalid UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
  ['half a character', '"\\ud800"'],
  ['half a character in a key', '{"\\ud800":1}'],
])('S13 refuses %s', async (_what, body) => {
  await expect(post(body)).rejects.toMatchObject({ status: 400 })
})

test('S13 refuses other content types and compressed bodies', async () => {
  await expect(post('{}', { 'content-type': 'text/plain' })).rejects.toMatchObject({ status: 400 })
  await expect(post('{}', {})).rejects.toMatchObject({ status: 400 })
  await expect(post('{}', { 'content-type': 'application/json', 'content-encoding': 'gzip' })).rejects.toMatchObject({
    status: 400,
  })
})
