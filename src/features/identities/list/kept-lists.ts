import { draftKey, tabDrafts } from '#src/lib/browser-store.ts'

const keyOf = (userId: string, list: string): string => draftKey(userId, `people.${list}`)

/** Keeps a pasted list in this tab and gives the key that stands for it in the address. */
export function keepPastedList(userId: string, text: string): string {
  const list = crypto.randomUUID().slice(0, 8)
  tabDrafts.write(keyOf(userId, list), text)
  return list
}

/** The text that was pasted; null when it is not in this tab. */
export const readPastedList = (userId: string, list: string): string | null => tabDrafts.read(keyOf(userId, list))
