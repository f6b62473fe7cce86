import { expect, test } from 'vitest'
import { readRetryAfter, readTenantError } from './tenant-error.ts'

const nothing = { detailCode: null, message: null, trackingId: null, retryAfterSeconds: null, causes: [] }
const refusal = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  readTenantError({ status, headers: new Headers(headers), body })

const dto = {
  detailCode: '400.1 Bad Request Content',
  trackingId: '0c4b7d1e9fa84d1db6c2a7e05f3b9821',
  messages: [{ locale: 'en-US', localeOrigin: 'DEFAULT', text: 'The filter names a field that cannot be searched.' }],
  causes: [{ locale: null, localeOrigin: null, text: 'Unknown field: shoeSize' }, null, { text: null }],
}

test('the usual body keeps code, text, tracking id and causes, parsed or not', () => {
  const expected = {
    status: 400,
    detailCode: '400.1 Bad Request Content',
    message: 'The filter names a field that cannot be searched.',
    trackingId: '0c4b7d1e9fa84d1db6c2a7e05f3b9821',
    retryAfterSeconds: null,
    causes: ['Unknown field: shoeSize'],
  }
  expect(refusal(400, dto, { 'SLPT-Request-ID': 'aaaa' })).toEqual(expected)
  expect(refusal(400, JSON.stringify(dto))).toEqual(expected)
})

test('a 429 says how long to wait', () => {
  expect(refusal(429, { message: 'Rate limit exceeded.' }, { 'Retry-After': '7' })).toEqual({
    ...nothing,
    status: 429,
    message: 'Rate limit exceeded.',
    retryAfterSeconds: 7,
  })
})

test.each([
  ['an expired token', 401, { error: 'JWT is expired' }, 'JWT is expired', null],
  [
    'the gateway',
    400,
    { error: 'Experimental Header is missing or invalid.' },
    'Experimental Header is missing or invalid.',
    null,
  ],
  [
    'an OAuth error',
    400,
    { error: 'invalid_grant', error_description: 'The code was used.' },
    'The code was used.',
    'invalid_grant',
  ],
  ['a nested error', 500, { error: { message: 'Broken' } }, 'Broken', null],
  ['a detail message', 500, { detailMessage: 'Broken' }, 'Broken', null],
  ['an error of another type', 401, { error: 17 }, null, null],
  ['a message of another type', 429, { message: { text: 'x' } }, null, null],
  ['a code alone', 403, { detailCode: '403 Forbidden', messages: [] }, null, '403 Forbidden'],
  ['a proxy page', 502, '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>', '502 Bad Gateway', null],
  ['a page without a title', 502, '<!doctype html><p>Down</p>', null, null],
  ['plain text', 503, 'upstream connect error', 'upstream connect error', null],
  ['an empty body', 500, '', null, null],
  ['no body', 404, undefined, null, null],
  ['null', 500, 'null', null, null],
  ['truncated JSON', 500, '{"detailCode":"500', '{"detailCode":"500', null],
  ['an array', 500, '[1,2]', null, null],
])('%s is read', (_, status, body, message, detailCode) => {
  expect(refusal(status, body)).toEqual({ ...nothing, status, message, detailCode })
})

test('without a tracking id the request id is the one to name', () => {
  expect(refusal(401, { error: 'JWT is expired' }, { 'SLPT-Request-ID': '2f8a' }).trackingId).toBe('2f8a')
})

test('a very long text is cut', () => {
  expect(refusal(500, 'x'.repeat(100_000)).message).toHaveLength(500)
})

const waits: readonly (readonly [headers: Record<string, string>, seconds: number | null])[] = [
  [{ 'Retry-After': '0' }, 0],
  [{ 'Retry-After': 'Wed, 04 Mar 2026 09:15:40 GMT', Date: 'Wed, 04 Mar 2026 09:15:30 GMT' }, 10],
  [{ 'Retry-After': 'Wed, 04 Mar 2026 09:15:20 GMT', Date: 'Wed, 04 Mar 2026 09:15:30 GMT' }, 0],
  [{ 'Retry-After': 'Wed, 04 Mar 2026 09:15:40 GMT' }, null],
  [{ 'Retry-After': 'soon' }, null],
  [{}, null],
]

test.each(waits)('the headers %j ask to wait %j seconds', (headers, seconds) => {
  expect(readRetryAfter(new Headers(headers))).toBe(seconds)
})
