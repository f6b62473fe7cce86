import { expect, test } from 'vitest'
import { ApiError, asApiError } from './errors.ts'
import { retryDelay, shouldRetryRead } from './retry.ts'

const response = (status: number, headers: Record<string, string> = {}) => new Response(null, { status, headers })

test('a refusal of the desk keeps its code, sentence, tracking id and whether it was sent', () => {
  const body = {
    code: 'already_in_run',
    message: 'A run has this work item already.',
    sent: 'no',
    trackingId: 't1',
    detailCode: '409.1',
    runId: 'r1',
  }
  expect(ApiError.from(response(409), body)).toMatchObject({
    status: 409,
    code: 'already_in_run',
    said: 'A run has this work item already.',
    sent: 'no',
    trackingId: 't1',
    detailCode: '409.1',
    runId: 'r1',
  })
})

test("a refusal of the tenant keeps the tenant's words", () => {
  const body = {
    detailCode: '403 Forbidden',
    trackingId: 'abc',
    messages: [{ locale: 'en-US', text: 'You may not do that.' }],
    causes: [],
  }
  expect(ApiError.from(response(403), body)).toMatchObject({
    code: 'tenant',
    said: 'You may not do that.',
    trackingId: 'abc',
    isForbidden: true,
  })
})

test('a rate limit says when to come back', () => {
  const error = ApiError.from(response(429, { 'retry-after': '7' }), { message: 'Rate limit exceeded.' })
  expect(error.retryAfter).toBe(7)
  expect(retryDelay(0, error)).toBe(7000)
})

test('no answer is offline, an answer that is no JSON is unreadable', () => {
  expect(asApiError(new TypeError('Failed to fetch'))).toMatchObject({
    code: 'offline',
    status: 0,
    sent: 'unknown',
    isOffline: true,
  })
  expect(asApiError(new SyntaxError('Unexpected token <'))).toMatchObject({ code: 'unreadable' })
})

test.each([
  [429, true],
  [500, true],
  [503, true],
  [400, false],
  [401, false],
  [403, false],
  [404, false],
  [409, false],
])('a read answered with %i is asked again: %s', (status, expected) => {
  expect(shouldRetryRead(0, ApiError.from(response(status), {}))).toBe(expected)
})

test('reads are asked again three times at most', () => {
  const offline = asApiError(new TypeError())
  expect([0, 1, 2, 3].map((failures) => shouldRetryRead(failures, offline))).toEqual([true, true, true, false])
})
