/** The vendor's `sorters` parameter: fields separated by commas, a leading `-` for descending. */

export interface Sorter {
  readonly field: string
  readonly descending: boolean
}

export type SortersParse =
  | { readonly ok: true; readonly sorters: readonly Sorter[] }
  | { readonly ok: false; readonly error: { readonly position: number; readonly message: string } }

/** The fields `GET /identities` sorts by; anything else is a 400. The same list stands in the document. */
export const identitySorterFields = ['name', 'alias', 'cloudStatus'] as const
export type IdentitySorterField = (typeof identitySorterFields)[number]

/** Never throws. An empty entry, a malformed field and a field named twice are errors; which fields exist is not checked. */
export function parseSorters(text: string): SortersParse {
  const sorters: Sorter[] = []
  let position = 0
  for (const entry of text.split(',')) {
    const match = /^(-?)([A-Za-z_][\w.]*)$/.exec(entry)
    const field = match?.[2]
    if (field === undefined) return failed(position, entry === '' ? 'Here a field should stand' : `${entry} is no sorter`)
    if (sorters.some((sorter) => sorter.field === field)) return failed(position, `${field} is named twice`)
    sorters.push({ field, descending: match?.[1] === '-' })
    position += entry.length + 1
  }
  return { ok: true, sorters }
}

/** The parameter's text, e.g. `name,-cloudStatus`. */
export function formatSorters(sorters: readonly (Sorter & { readonly field: IdentitySorterField })[]): string {
  return sorters.map(({ field, descending }) => (descending ? `-${field}` : field)).join(',')
}

function failed(position: number, message: string): SortersParse {
  return { ok: false, error: { position, message } }
}
