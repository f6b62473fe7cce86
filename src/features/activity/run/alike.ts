import type { Entry, WriteOperation } from '#src/api/runs.ts'

/** Entries that need the person in the same way, so that one press settles all of them. */
export interface AlikeEntries {
  readonly key: string
  readonly operation: WriteOperation
  /** What is known of the last answer, where there was one. */
  readonly code: string | null
  readonly message: string | null
  readonly positions: readonly number[]
  /** ISO 8601; the latest sending. */
  readonly sentAt: string | null
}

/** Parts the entries that need the person by what was pressed and what is known of the answer. */
export function alikeEntries(entries: readonly Entry[]): readonly AlikeEntries[] {
  const groups = new Map<string, AlikeEntries>()
  for (const { state, operation, position, problem, sentAt } of entries) {
    if (state !== 'needs-you') continue
    const [code, message] = [problem?.code ?? null, problem?.message ?? null]
    const key = [operation, code ?? '', message ?? ''].join('\n')
    const before = groups.get(key)
    groups.set(key, {
      key,
      operation,
      code,
      message,
      positions: [...(before?.positions ?? []), position],
      sentAt:
        [before?.sentAt, sentAt]
          .flatMap((at) => at ?? [])
          .toSorted()
          .at(-1) ?? null,
    })
  }
  return [...groups.values()]
}
