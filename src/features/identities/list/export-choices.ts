import { findPeople, readEverybody } from '#src/api/identity-lists.ts'
import type { ExportChoice } from './ExportDialog.tsx'
import type { People } from './use-people.ts'

/** Whom of a list one can write out: the selected people first, where there are any. */
export function exportChoices({ people, total, question, pasted }: People, chosen: ReadonlySet<string>): ExportChoice[] {
  const selected: ExportChoice = {
    key: 'chosen',
    count: chosen.size,
    read: async ({ signal, onProgress }) => {
      const sought = [...chosen].map((id) => ({ kind: 'id' as const, text: id, value: id }))
      return (await findPeople(sought, { signal, onProgress: (done) => onProgress(Math.round(done * sought.length)) })).people
    },
  }
  const all: ExportChoice = {
    key: 'all',
    count: total,
    read: async (watch) => (question ? readEverybody(question, { ...watch, most: Infinity }) : (pasted?.everybody ?? [])),
  }
  const page: ExportChoice = { key: 'page', count: people.length, read: async () => people }
  return chosen.size > 0 ? [selected, all, page] : [all, page]
}
