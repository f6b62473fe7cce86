import { styled } from '@mui/material/styles'
import type { Entry } from '#src/api/runs.ts'
import { lookOf, Toned } from '#src/components/entry-look.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { useActivityTexts } from './activity-words.ts'

const Label = styled(Toned)({ alignItems: 'center', whiteSpace: 'nowrap', '& > svg': { marginTop: 0 } })

/** The state of an entry: a sign and a word. */
export function EntryMark({ entry }: { readonly entry: Pick<Entry, 'state' | 'problem'> }) {
  const { states } = useActivityTexts()
  const [icon, tone] = lookOf(entry)
  return (
    <Label tone={tone}>
      <Icon name={icon} size={14} />
      {states[entry.state]}
    </Label>
  )
}
