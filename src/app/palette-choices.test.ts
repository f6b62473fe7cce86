import { expect, test } from 'vitest'
import { readWorkItems } from '#contract/work-item.ts'
import { choicesFor, itemsFor } from './palette-choices.ts'

const items = readWorkItems(
  Array.from({ length: 20 }, (_, index) => ({
    id: `w${index}`,
    name: index % 2 ? `Grant Ledger ${index}` : `Remove Crew ${index}`,
  })),
)

test('work items are found by all words, each once, and not too many', () => {
  expect(itemsFor('', [items])).toEqual([])
  expect(itemsFor('ledger 17', [items, items]).map(({ id }) => id)).toEqual(['w17'])
  expect(itemsFor('crew', [items])).toHaveLength(8)
})

test('what begins with the text comes first', () => {
  const texts = ['Go to completed', 'Completed', 'Inbox'].map((text) => ({ text }))
  expect(choicesFor('comp', texts).map(({ text }) => text)).toEqual(['Completed', 'Go to completed'])
  expect(choicesFor('', texts)).toHaveLength(3)
})
