import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from './decode.ts'

const text = 'Name;E-Mail\r\nJürgen Weiß;juergen@example.com\r\nZoë Ångström;zoe@example.com\r\n'
const utf8 = (value: string) => new TextEncoder().encode(value)
const utf16 = (value: string, isLittle: boolean) => {
  const bytes = new DataView(new ArrayBuffer(value.length * 2))
  for (let index = 0; index < value.length; index += 1) bytes.setUint16(index * 2, value.charCodeAt(index), isLittle)
  return new Uint8Array(bytes.buffer)
}
const latin = (value: string) => Uint8Array.from(value, (letter) => letter.charCodeAt(0))

test.each([
  ['UTF-8', utf8(text), 'utf-8'],
  ['UTF-8 with a mark', utf8(`\uFEFF${text}`), 'utf-8'],
  ['UTF-16 LE with a mark', utf16(`\uFEFF${text}`, true), 'utf-16le'],
  ['UTF-16 BE with a mark', utf16(`\uFEFF${text}`, false), 'utf-16be'],
  ['UTF-16 LE without a mark', utf16(text, true), 'utf-16le'],
  ['UTF-16 BE without a mark', utf16(text, false), 'utf-16be'],
  ['Windows-1252', latin(text), 'windows-1252'],
] as const)('reads %s', (_, bytes, encoding) => {
  expect(decodeText(bytes)).toEqual({ text, encoding })
})

test('an empty file is an empty text', () => {
  expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' })
})

test('any bytes give some text, and any UTF-8 text without zeros comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(typeof decodeText(bytes).text).toBe('string')
    }),
  )
  const printable = fc
    .string({ unit: 'grapheme' })
    .filter((value) => !value.includes('\0') && !/^(?:\uFEFF|\u00ff\u00fe)/.test(value))
  fc.assert(
    fc.property(printable, (value) => {
      expect(decodeText(utf8(value)).text).toBe(value)
    }),
  )
})
