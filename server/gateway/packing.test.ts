import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { acceptedEncoding, pack } from './packing.ts'

test.each([
  [undefined, undefined],
  ['', undefined],
  ['identity', undefined],
  ['*', undefined],
  ['gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['GZIP;q=0.8, BR', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.000, gzip;q=0', undefined],
  ['br;q=0.1', 'br'],
  ['brotli, x-gzip', undefined],
])('for Accept-Encoding %j we answer with %j', (header, encoding) => {
  expect(acceptedEncoding(header)).toBe(encoding)
})

test.each(['once', 'each-time'] as const)('what was packed %s comes out as it was', async (effort) => {
  const text = JSON.stringify(Array.from({ length: 200 }, (_, index) => ({ id: `w${index}`, name: 'Grant Finance Reader' })))
  const [brotli, gzipped] = await Promise.all([pack(Buffer.from(text), 'br', effort), pack(Buffer.from(text), 'gzip', effort)])
  expect([brotliDecompressSync(brotli).toString(), gunzipSync(gzipped).toString()]).toEqual([text, text])
  expect(Math.max(brotli.length, gzipped.length)).toBeLessThan(text.length / 5)
})
