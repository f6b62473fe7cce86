import { expect, test } from 'vitest'
import { actionOf, defaultBindings, defaultKeys, isBinding, keyOf, parseKeys, takenBy } from './keys.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false }

test.each([[null], ['nonsense'], ['7'], ['{"bindings":7}'], ['{"bindings":{"approve":"","reject":"ab","open":3}}']])(
  'stored keys %j are as they were from the start',
  (text) => {
    expect(parseKeys(text)).toEqual(defaultKeys)
  },
)

test('a changed key and the off switch are kept', () => {
  const keys = parseKeys('{"isOn":false,"bindings":{"approve":"y","goInbox":"g h"}}')
  expect(keys).toEqual({ isOn: false, bindings: { ...defaultBindings, approve: 'y', goInbox: 'g h' } })
  expect(actionOf(keys, null, 'y')).toBeNull()
  expect(actionOf({ ...keys, isOn: true }, null, 'y')).toBe('approve')
  expect(actionOf({ ...keys, isOn: true }, 'g', 'h')).toBe('goInbox')
})

test('two acts never share a key', () => {
  expect(parseKeys('{"bindings":{"approve":"r"}}').bindings).toEqual(defaultBindings)
  expect(takenBy(defaultBindings, 'approve', 'r')).toBe('reject')
  expect(takenBy(defaultBindings, 'approve', 'a')).toBeNull()
})

test('the leader alone is no key, with another one it is', () => {
  expect(['a', '?', 'g i', 'é'].every(isBinding)).toBe(true)
  expect(['g', '', ' ', 'ab', 'g', 'g ', 'x y'].some(isBinding)).toBe(false)
})

test('keys with Ctrl, Alt or ⌘ and named keys are left to the browser', () => {
  expect(keyOf({ ...plain, key: 'A' })).toBe('a')
  expect(keyOf({ ...plain, key: 'a', ctrlKey: true })).toBeNull()
  expect(keyOf({ ...plain, key: 'Enter' })).toBeNull()
  expect(keyOf({ ...plain, key: ' ' })).toBeNull()
})
