import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { payloads } from '#contract/testing/csv-payloads.ts'
import { intakeTexts } from '../messages/en-intake.ts'
import { createFormats } from '../messages/formats.ts'
import { findColumns, roles } from './columns.ts'
import { leftoversFile } from './leftovers.ts'
import { personRows, readPeople } from './people-list.ts'

const { list: headings } = intakeTexts(createFormats({ words: 'en', figures: 'en-GB' }))

const because = (text: string, reason = 'not found') => {
  const list = readPeople(text)
  return leftoversFile(
    list,
    list.rows.map((row) => ({ row, reason })),
    headings,
  )
}

test('keeps the columns as they came, says why, and loads again as the same people', () => {
  const text = 'Site;E-Mail;Name\r\nLund;a@x.example;Ada\r\nKiel;b@x.example;\r\n'
  const again = readPeople(because(text))
  expect(again.header).toEqual(['Site', 'E-Mail', 'Name', 'Reason'])
  expect(personRows(again).map(({ keys }) => keys)).toEqual(personRows(readPeople(text)).map(({ keys }) => keys))
})

test('loaded and left over again, the new reason takes the place of the old one', () => {
  const twice = readPeople(because(because('alias\nada\n'), 'no e-mail'))
  expect(twice.header).toEqual(['alias', 'Reason'])
  expect(twice.rows.map(({ cells }) => cells)).toEqual([['ada', 'no e-mail']])
})

test.each(['a@x.example\nb@x.example', 'ada doe\nbea roe', `${'1'.repeat(32)},Lund\n${'2'.repeat(32)},Kiel`, 'ada.doe\nbea.roe'])(
  'columns that came without words get some that are understood: %j',
  (text) => {
    expect(personRows(readPeople(because(text))).map(({ keys }) => keys)).toEqual(
      personRows(readPeople(text)).map(({ keys }) => keys),
    )
  },
)

test('W4 no cell of what is handed back is a formula, in any column, and each comes back as it was', () => {
  for (const payload of payloads) {
    const row = { line: 2, cells: [payload, 'a@x.example', payload] }
    const list = { header: ['Note', 'E-mail', '=Header'], roles: ['ignored', 'email', 'ignored'] } as const
    const file = leftoversFile(list, [{ row, reason: payload }], headings)
    expect(file).not.toMatch(/(?:^\uFEFF?|[,\n])"(?:[=+@\t\r\n-]|[＝＋－＠])/u)
    const [read] = readPeople(file).rows
    expect(read?.cells[0]).toBe(payload)
  }
})

test('any table of people is the same people after two round trips', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 })
  const table = fc.array(fc.tuple(cell, fc.emailAddress(), cell), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(table, (lines) => {
      const rows = lines.map((cells, index) => ({ line: index + 2, cells }))
      const list = { header: ['Note', 'E-mail', 'Alias'], roles: ['ignored', 'email', 'alias'] } as const
      const once = readPeople(
        leftoversFile(
          list,
          rows.map((row) => ({ row, reason: 'x' })),
          headings,
        ),
      )
      const again = readPeople(
        leftoversFile(
          once,
          once.rows.map((row) => ({ row, reason: 'y' })),
          headings,
        ),
      )
      expect(again.rows.map(({ cells }) => cells.slice(0, 3))).toEqual(lines)
      expect(again.header).toEqual(['Note', 'E-mail', 'Alias', 'Reason'])
    }),
  )
})

test('every heading of ours is understood when the file is loaded again, except the reason', () => {
  const known = roles.filter((role) => role !== 'ignored')
  const header = [...known.map((role) => headings.role[role]), headings.columnNumber(7), headings.reason]
  const line = ['1'.repeat(32), 'ada', 'a@x.example', 'Ada Doe', 'Ada', 'Doe', 'Lund', 'not found']
  expect(findColumns([header, line]).roles).toEqual([...known, 'ignored', 'ignored'])
})
