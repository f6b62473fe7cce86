import { expect, test } from 'vitest'
import { isPagePath, returnPath } from './return-to.ts'

const publicUrl = new URL('http://localhost:4000')

/** Ways to write an address of somebody else's so that a careless check takes it for ours. */
function corpus(): string[] {
  const hosts = [
    'evil.example',
    'evil.example:4000',
    'localhost.evil.example',
    'localhost:4001',
    'localhost@evil.example',
    '127.0.0.1:4000',
    '[::1]:4000',
    'ⓔvil.example',
    'evil%E3%80%82example',
    '0x7f000001',
  ]
  const prefixes = [
    '//',
    '///',
    '////',
    '/\\',
    '\\\\',
    '\\/',
    '/\\/',
    '\\//',
    '/\t/',
    '/\n/',
    '/\r/',
    '\t//',
    ' //',
    '\u0000//',
    'http://',
    'https://',
    'HTTP://',
    'hTTps:\\\\',
    'http:/',
    'http:',
    'https:',
    'ftp://',
    'ws://',
    'file://',
    'blob:http://',
    'http:///',
    'http:\\',
    '/..//',
    '/.//',
    '/%2f',
    '/%5c',
    '/inbox/..//',
    '/inbox//',
    '//localhost:4000@',
    'http://localhost:4000@',
    'http://user:pw@',
    '/;//',
    '/?//',
    '?//',
    '#//',
  ]
  const paths = ['', '/inbox', '/inbox/abc', '?x=/inbox']
  const schemes = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'mailto:a@b.example',
    'about:blank',
    'view-source:http://evil.example',
    'javascript://localhost:4000/inbox%0aalert(1)',
  ]
  return [...hosts.flatMap((host) => prefixes.flatMap((prefix) => paths.map((path) => prefix + host + path))), ...schemes]
}

test('S11 none of more than 500 hostile addresses leads off the site or off its screens', () => {
  const lines = corpus()
  expect(new Set(lines).size).toBeGreaterThan(500)
  for (const line of lines) {
    for (const asked of [line, decodeURIComponent(encodeURIComponent(line)), ` ${line}`]) {
      const path = returnPath(asked, publicUrl)
      const target = new URL(path, publicUrl)
      expect([asked, target.origin]).toEqual([asked, publicUrl.origin])
      // Path first: what a browser makes of it in a Location header must be a path too.
      expect([asked, /^\/(?![/\\])/.test(path), isPagePath(target.pathname)]).toEqual([asked, true, true])
      expect([asked, /[\r\n\t\0]/.test(path)]).toEqual([asked, false])
    }
  }
})

test.each([
  ['/inbox', '/inbox'],
  ['/', '/'],
  ['/inbox/2c91808c?type=Form&sort=-age#detail', '/inbox/2c91808c?type=Form&sort=-age#detail'],
  ['/completed/abc', '/completed/abc'],
  ['http://localhost:4000/activity', '/activity'],
  ['/activity/receipts/12', '/activity/receipts/12'],
  ['/review', '/review'],
  ['inbox', '/inbox'],
])('S11 a screen of ours is returned to: %s', (asked, path) => {
  expect(returnPath(asked, publicUrl)).toBe(path)
})

test.each([
  [undefined],
  [''],
  ['/nowhere'],
  ['/activity/receipts/x'],
  ['/sign-in'],
  ['/auth/sign-in'],
  ['/api/beta/work-items'],
  ['/desk/session'],
  [`/inbox?${'x'.repeat(2000)}`],
])('S11 anything else leads to a screen that is always there: %s', (asked) => {
  expect(['/inbox', '/']).toContain(returnPath(asked, publicUrl))
})
