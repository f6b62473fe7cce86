import { draftKey, tabDrafts } from './browser-store.ts'

const keyOf = (userId: string): string => draftKey(userId, 'intake')

/**
 * Leaves chosen identities for the page that invites or processes them; in this tab only, and until another choice replaces it. So the
 * intake page can be loaded again without losing them.
 */
export function handOver(userId: string, ids: readonly string[]): void {
  tabDrafts.write(keyOf(userId), ids.length === 0 ? null : ids.join('\n'))
}

/** The identity ids that were left, each once; none when nobody was chosen. */
export function takeOver(userId: string): readonly string[] {
  const kept = tabDrafts.read(keyOf(userId)) ?? ''
  return [...new Set(kept.split('\n').filter((id) => id !== ''))]
}
