import { styled } from '@mui/material/styles'
import type { Entry } from '#src/api/runs.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import type { Messages } from '#src/lib/messages/en.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { useNow } from '#src/ui/use-now.ts'
import { outcomeText } from './decision-draft.ts'
import { isDecidedElsewhere, lookOf, Toned } from './entry-look.ts'
import { TrackingId } from './Problem.tsx'

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

/** Whether an entry has something to explain beyond its line. */
export const needsExplaining = ({ state }: Entry): boolean => state === 'refused' || state === 'conflict' || state === 'needs-you'

/** Whether it went wrong or hangs in the air. */
export const isTrouble = (entry: Entry): boolean => needsExplaining(entry) && !isDecidedElsewhere(entry)

const Details = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  flexBasis: '100%',
  color: theme.vars.palette.text.primary,
  overflowWrap: 'anywhere',
  '& > p': { margin: 0 },
}))

function needsYouHelp(words: Messages['entry'], entry: Entry): string {
  if (entry.kind === 'decision') return words.needsYouHelp
  return entry.problem?.code === 'still_there' ? words.stillThere : words.actionNeedsYouHelp
}

/** The tenant's own words and the id to name to its support. */
export function EntryExplanation({ entry }: { readonly entry: Entry }) {
  const { entry: words } = useMessages()
  const trackingId = entry.problem?.trackingId ?? entry.trackingId
  const said = entry.problem?.message ?? null
  if (!needsExplaining(entry)) return null
  return (
    <Details>
      {entry.state === 'needs-you' && <p>{needsYouHelp(words, entry)}</p>}
      {said !== null && <p>{visibleText(said)}</p>}
      {trackingId !== null && <TrackingId id={trackingId} />}
    </Details>
  )
}
