import { draftKey, tabDrafts } from '#src/lib/browser-store.ts'

/** Where the selection of one list is kept in this tab. */
export const selectionKey = (userId: string, list: string): string => draftKey(userId, `selection.${list}`)

/** A list of work items, one's own or of another owner, as selections know it. */
export const listSelection = (place: 'inbox' | 'completed', owner: string | null): string => `${place} ${owner ?? ''}`

/** The list of people, as selections know it. */
export const peopleSelection = 'people'

export const readSelection = (key: string): readonly string[] => (tabDrafts.read(key) ?? '').split('\n').filter((id) => id !== '')

export const keepSelection = (key: string, ids: Iterable<string>): void => {
  const text = [...ids].join('\n')
  tabDrafts.write(key, text === '' ? null : text)
}
