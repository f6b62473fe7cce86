import { expect, test } from 'vitest'
import { passwordProblem } from './link-page.ts'

test.each([
  ['', '', 'at least 12'],
  ['short', 'short', 'at least 12'],
  ['x'.repeat(257), 'x'.repeat(257), 'at most 256'],
  ['correct horse', 'correct house', 'not the same'],
])('%s and %s are not accepted', (password, repeated, why) => {
  expect(passwordProblem(password, repeated)).toContain(why)
})

test('a long enough password, typed twice, is', () => {
  expect(passwordProblem('correct horse', 'correct horse')).toBeUndefined()
  expect(passwordProblem('x'.repeat(256), 'x'.repeat(256))).toBeUndefined()
})
