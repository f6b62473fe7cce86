import { expect, test } from 'vitest'
import { flag, oneOf, optionalText, wholeNumber } from './env.ts'

test('unset and empty variables fall back', () => {
  expect(optionalText({ A: '  ' }, 'A')).toBeUndefined()
  expect(wholeNumber({}, 'PORT', { min: 0, max: 65_535, fallback: 4000 })).toBe(4000)
  expect(flag({}, 'F')).toBe(false)
  expect(oneOf({}, 'STYLE', ['a', 'b'], 'a')).toBe('a')
})

test.each([['-1'], ['1.5'], ['70000'], ['abc'], ['0x10']])('PORT=%s names the variable in its error', (PORT) => {
  expect(() => wholeNumber({ PORT }, 'PORT', { min: 0, max: 65_535, fallback: 4000 })).toThrow(/^PORT must be a whole number/)
})

test('flags and choices refuse what they do not know', () => {
  expect(flag({ F: 'TRUE' }, 'F')).toBe(true)
  expect(() => flag({ F: 'yes' }, 'F')).toThrow(/^F must be 1 or 0/)
  expect(() => oneOf({ S: 'c' }, 'S', ['a', 'b'], 'a')).toThrow(/^S must be one of a, b/)
})
