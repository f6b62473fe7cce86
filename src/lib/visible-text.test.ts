import { expect, test } from 'vitest'
import { visibleText } from './visible-text.ts'

test.each(['Priya Nadar', 'Łukasz Peña-Vargas', 'First line\n\tsecond', 'emoji 👩‍🚀'.replace('\u200D', ''), '<b>not markup</b>'])(
  '%s stays as it is',
  (text) => {
    expect(visibleText(text)).toBe(text)
  },
)

test('a name that turns its direction around is shown for what it is', () => {
  expect(visibleText('admin\u202Egpj.exe')).toBe('admin[U+202E]gpj.exe')
})

test('two names that differ by a character nobody sees look different', () => {
  expect(visibleText('Dana\u200BEl')).not.toBe(visibleText('DanaEl'))
})
