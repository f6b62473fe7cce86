import { draftKey, tabDrafts } from '#src/lib/browser-store.ts'

const keyOf = (userId: string, runId: string): string => draftKey(userId, `intake.again.${runId}`)

/** Keeps in this tab in which runs people of the first one were sent again, so that an older address of it offers them no second time. */
export function keepAgain(userId: string, runIds: readonly string[]): void {
  const [first, ...again] = runIds
  if (first !== undefined && again.length > 0) tabDrafts.write(keyOf(userId, first), again.join('\n'))
}

/** The run ids an address names, with those in which people of the first were sent again; each once. */
export function withAgain(userId: string, runIds: readonly string[]): readonly string[] {
  const [first] = runIds
  const again = first === undefined ? null : tabDrafts.read(keyOf(userId, first))
  return [...new Set([...runIds, ...(again?.split('\n') ?? [])])]
}
