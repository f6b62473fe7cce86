import type { EntryDraft, RunDraft } from '#src/api/runs.ts'
import { mostEntries } from '#src/lib/most-entries.ts'

/** The server takes a body of 4 MiB; some of that is left for what stands around the entries. */
const mostBytes = 4 * 1024 * 1024 - 16 * 1024

const utf8 = new TextEncoder()

/** The same entries as several runs where they do not fit into one: each as full as it can be, in their order. */
export function splitRun(draft: RunDraft): RunDraft[] {
  const parts: EntryDraft[][] = [[]]
  let bytes = 0
  for (const entry of draft.entries) {
    const size = utf8.encode(JSON.stringify(entry)).length + 1
    const last = parts.at(-1)
    if (last && last.length < mostEntries && (bytes + size <= mostBytes || last.length === 0)) {
      last.push(entry)
      bytes += size
    } else {
      parts.push([entry])
      bytes = size
    }
  }
  return parts.map((entries) => ({ ...draft, entries }))
}
