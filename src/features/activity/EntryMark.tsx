import { styled } from '#src/ui/styled.ts'
import type { Entry } from '#src/api/runs.ts'
import { isForgotten, lookOf, Toned } from '#src/components/entry-look.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { useActivityTexts } from './activity-words.ts'

const Label = styled(Toned)({ alignItems: 'center', whiteSpace: 'nowrap', '& > svg': { marginTop: 0 } })

/** The state of an entry: a sign and a word. */
export function EntryMark({ entry }: { readonly entry: Pick<Entry, 'state' | 'problem'> }) {
  const { states, takenBack, forgotten } = useActivityTexts()
  const [icon, tone] = lookOf(entry)
  return (
    <Label data-tone={tone}>
      <Icon name={icon} size={14} />
      {entry.state === 'cancelled' ? (isForgotten(entry) ? forgotten : takenBack) : states[entry.state]}
    </Label>
  )
}
