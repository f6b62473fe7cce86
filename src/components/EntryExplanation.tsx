import { styled } from '#src/ui/styled.ts'
import type { Entry } from '#src/api/runs.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { isDecidedElsewhere } from './entry-look.ts'
import { useOutboxTexts } from './outbox-words.ts'
import type { OutboxTexts } from './outbox-words.ts'
import { TrackingId } from './Problem.tsx'

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

function needsYouHelp(words: OutboxTexts, entry: Entry): string {
  if (entry.kind === 'decision') return words.needsYouHelp
  return entry.problem?.code === 'still_there' ? words.stillThere : words.actionNeedsYouHelp
}

/** The tenant's own words and the id to name to its support. */
export function EntryExplanation({ entry }: { readonly entry: Entry }) {
  const words = useOutboxTexts()
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
