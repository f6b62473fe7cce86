import { expect, test } from 'vitest'
import { readCsv } from '#contract/csv.ts'
import { readIdentities } from '#contract/identity.ts'
import { payloads } from '#contract/testing/csv-payloads.ts'
import { csvColumns, peopleCsv } from './people-csv.ts'

const headings = {
  id: 'id',
  name: 'name',
  alias: 'alias',
  email: 'email',
  status: 'status',
  lifecycleState: 'lifecycleState',
  processingState: 'processingState',
  managerName: 'managerName',
  managerId: 'managerId',
  isManager: 'isManager',
  department: 'department',
}

test('W4 whatever stands in any column, no cell of the export begins a formula, and everything comes back', () => {
  const people = readIdentities(
    payloads.map((text, index) => ({
      id: `i${index}`,
      name: text,
      alias: text,
      emailAddress: text,
      identityStatus: text,
      processingState: text,
      lifecycleState: { stateName: text },
      managerRef: { id: text, name: text },
      attributes: { department: text },
    })),
  )
  const text = peopleCsv(people, headings)
  const cells = text.slice(1).matchAll(/(?:^|,|\n)"((?:[^"]|"")*)"/g)
  for (const [, cell = ''] of cells) expect(cell).not.toMatch(/^[\s\u00a0\u200b\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫]|^[\t\r\n]/u)
  const [first, ...lines] = readCsv(text)
  expect(first).toEqual([...csvColumns])
  expect(lines).toHaveLength(people.length)
  expect(lines.map(([, name]) => name)).toEqual(people.map(({ name }) => name ?? ''))
})

test('what is not stated is an empty cell', () => {
  const [, line] = readCsv(peopleCsv(readIdentities([{ id: 'a', name: 'Ann' }]), headings))
  expect(line).toEqual(['a', 'Ann', '', '', '', '', '', '', '', 'false', ''])
})
