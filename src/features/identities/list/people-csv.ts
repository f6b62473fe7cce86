import { BYTE_ORDER_MARK, csvLine } from '#contract/csv.ts'
import type { Identity } from '#contract/identity.ts'
import { scalarTextOf } from '#contract/json.ts'

export const csvColumns = [
  'id',
  'name',
  'alias',
  'email',
  'status',
  'lifecycleState',
  'processingState',
  'managerName',
  'managerId',
  'isManager',
  'department',
] as const
type Column = (typeof csvColumns)[number]

/** People as comma-separated values, one line each under a line of headings; safe to open in a spreadsheet (promise W4). */
export function peopleCsv(people: readonly Identity[], headings: Readonly<Record<Column, string>>): string {
  const lines = people.map((person) => {
    const cells: Readonly<Record<Column, string | null>> = {
      id: person.id,
      name: person.name,
      alias: person.alias,
      email: person.email,
      status: person.status?.raw ?? null,
      lifecycleState: person.lifecycleState?.name ?? null,
      processingState: person.processingState?.raw ?? null,
      managerName: person.manager?.name ?? null,
      managerId: person.manager?.id ?? null,
      isManager: String(person.isManager),
      department: scalarTextOf(person.attributes['department']),
    }
    return csvLine(csvColumns.map((column) => cells[column] ?? ''))
  })
  return `${BYTE_ORDER_MARK}${csvLine(csvColumns.map((column) => headings[column]))}${lines.join('')}`
}
