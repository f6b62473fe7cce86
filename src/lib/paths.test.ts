import { expect, test } from 'vitest'
import { paths, placeFrom, safeLink } from './paths.ts'

test('an id cannot break out of its place in an address', () => {
  expect(paths.inboxItem('../x?y#z')).toBe('/inbox/..%2Fx%3Fy%23z')
})

test.each(['/inbox', '/inbox/4be0?q=a', '/completed?q=x', '/activity/r1', '/review'])(
  '%s is a place to come back to',
  (place) => {
    expect(placeFrom(place)).toBe(place)
  },
)

test.each([null, '', 'https://evil.example', '//evil.example', '/\\evil.example', '/inboxes', '/sign-in', 'javascript:alert(1)'])(
  '%s is not',
  (place) => {
    expect(placeFrom(place)).toBe('/inbox')
  },
)

test.each(['https://acme.identitynow.com/', 'http://localhost:4001/', 'http://127.0.0.1:4001/'])('%s may be linked to', (url) => {
  expect(safeLink(url)).toBe(url)
})

test.each(['javascript:alert(1)', 'http://acme.example/', 'data:text/html,x', 'https://user:secret@acme.example/', 'acme', ''])(
  '%s may not',
  (url) => {
    expect(safeLink(url)).toBeNull()
  },
)
