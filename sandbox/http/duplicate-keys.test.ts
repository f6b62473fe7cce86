import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { duplicateKey } from './duplicate-keys.ts'

test.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"a":{"b":1,"b":2}}', 'b'],
  ['[{"a":1},{"a":1,"x":[],"a":2}]', 'a'],
  [String.raw`{"a":1,"\u0061":2}`, 'a'],
  ['{"":1,"":2}', ''],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
  [String.raw`{"q\"":1,"q\"":2}`, 'q"'],
  ['{"a":[1,{"c":1}],"b":{},"a":1}', 'a'],
])('B2 %s names a key twice', (json, key) => {
  expect(duplicateKey(json)).toBe(key)
})

test.each([
  ['{"a":{"a":{"a":1}}}'],
  ['[{"a":1},{"a":1}]'],
  ['{"a":"a","b":"a,\\"a\\":1"}'],
  ['{"a":["b","b"],"b":"{\\"a\\":1}"}'],
  ['"a"'],
  ['null'],
])('B2 %s does not', (json) => {
  expect(duplicateKey(json)).toBeUndefined()
})

test('B2 what JSON.stringify wrote never has one, and with a key repeated always', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue(), { minKeys: 1 }), (object) => {
      const json = JSON.stringify(object)
      expect(duplicateKey(json)).toBeUndefined()
      const [key = ''] = Object.keys(object)
      expect(duplicateKey(`${json.slice(0, -1)},${JSON.stringify(key)}:0}`)).toBeDefined()
    }),
  )
})
