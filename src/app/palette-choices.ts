import type { WorkItem } from '#contract/work-item.ts'
import { factsOf } from '#src/lib/item-facts.ts'

/** One line of the palette. */
export interface PaletteChoice {
  readonly id: string
  readonly group: 'acts' | 'list' | 'go' | 'settings' | 'views' | 'items' | 'people'
  readonly text: string
  readonly detail?: string
  readonly run: () => void
}

/** How many work items the palette lists. */
export const mostItems = 8

/** Loaded work items that contain every word, each once, as many as fit; none without a text. */
export function itemsFor(text: string, lists: readonly (readonly WorkItem[])[]): WorkItem[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const found = new Map<string, WorkItem>()
  if (words.length === 0) return []
  for (const list of lists)
    for (const item of list) {
      if (found.size === mostItems) return [...found.values()]
      const { searchText } = factsOf(item)
      if (!found.has(item.id) && words.every((word) => searchText.includes(word))) found.set(item.id, item)
    }
  return [...found.values()]
}

/** The choices whose text has every word in it, those that begin with the text first. */
export function choicesFor<Choice extends Pick<PaletteChoice, 'text'>>(text: string, choices: readonly Choice[]): Choice[] {
  const sought = text.trim().toLowerCase()
  const words = sought.split(/\s+/)
  const isBeginning = (choice: Choice) => Number(choice.text.toLowerCase().startsWith(sought))
  return choices
    .filter((choice) => words.every((word) => choice.text.toLowerCase().includes(word)))
    .toSorted((a, b) => isBeginning(b) - isBeginning(a))
}
