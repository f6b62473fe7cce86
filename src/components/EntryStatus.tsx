import type { Entry } from '#src/api/runs.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import type { Messages } from '#src/lib/messages/en.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { useNow } from '#src/ui/use-now.ts'
import { outcomeText } from './decision-draft.ts'
import { lookOf, Toned } from './entry-look.ts'

/** How long after the end of a hold the page waits for word of it, ms. It asks every second. */
const newsMayTake = 3000

/** Where an entry stands, in words. Never "approved" before the tenant's answer is in. */
export function entryText(messages: Messages, entry: Entry, now: number): string {
  const { entry: words } = messages
  switch (entry.state) {
    case 'held':
      if (entry.sendsAt === null) return words.heldWithoutEnd
      return now > entry.sendsAt + newsMayTake ? words.heldOverdue(entry.sendsAt) : words.heldUntil(entry.sendsAt)
    case 'queued':
      return entry.waiting === null ? words.queued : words.waiting[entry.waiting]
    case 'sending':
      return words.sending
    case 'verifying':
      return words.verifying
    case 'needs-you':
      return words.needsYou
    default:
      return outcomeText(messages, entry) ?? ''
  }
}

/** One line: the sign and the words. */
export function EntryStatus({ entry }: { readonly entry: Entry }) {
  const messages = useMessages()
  const now = useNow(1000)
  const [icon, tone] = lookOf(entry)
  return (
    <Toned tone={tone}>
      <Icon name={icon} size={14} />
      <span>{entryText(messages, entry, now)}</span>
    </Toned>
  )
}
