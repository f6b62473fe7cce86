import type { Entry } from '#src/api/runs.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import type { Messages } from '#src/lib/messages/en.ts'
import { useNow } from '#src/ui/use-now.ts'
import { outcomeText } from './decision-draft.ts'
import { Standing, wayText } from './EntryOnItsWay.tsx'
import { useOutcomeTexts } from './outcome-words.ts'
import type { OutcomeTexts } from './outcome-words.ts'

/** Where an entry stands or how it ended, in words. Never "approved" before the tenant's answer is in. */
export const entryText = (messages: Messages, words: OutcomeTexts, entry: Entry, now: number): string =>
  wayText(messages, entry, now) ?? outcomeText(messages, words, entry) ?? ''

/** The same in one line, with its sign. */
export function EntryStatus({ entry }: { readonly entry: Entry }) {
  const messages = useMessages()
  const words = useOutcomeTexts()
  const now = useNow(1000)
  return <Standing entry={entry} text={entryText(messages, words, entry, now)} />
}
