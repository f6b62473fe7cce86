import type { Entry } from '#src/api/runs.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import type { Messages } from '#src/lib/messages/en.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { useNow } from '#src/ui/use-now.ts'
import { lookOf, Toned } from './entry-look.ts'

/** How long after the end of a hold the page waits for word of it, ms. It asks every second. */
const newsMayTake = 3000

/** Where an entry on its way stands, in words; null once it has ended. */
export function wayText({ entry: words }: Messages, entry: Entry, now: number): string | null {
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
      return null
  }
}

/** One line: the sign and the words. */
export function Standing({ entry, text }: { readonly entry: Entry; readonly text: string }) {
  const [icon, tone] = lookOf(entry)
  return (
    <Toned data-tone={tone}>
      <Icon name={icon} size={14} />
      <span>{text}</span>
    </Toned>
  )
}

/** Where an entry stands that has not ended. */
export function EntryOnItsWay({ entry }: { readonly entry: Entry }) {
  const messages = useMessages()
  const now = useNow(1000)
  return <Standing entry={entry} text={wayText(messages, entry, now) ?? ''} />
}
