import { styled } from '@mui/material/styles'
import type { EntryState } from '#src/api/runs.ts'
import { Icon } from '#src/ui/Icon.tsx'
import type { IconName } from '#src/ui/Icon.tsx'
import { useActivityTexts } from './activity-words.ts'

type Tone = 'quiet' | 'good' | 'bad'

const looks: Partial<Record<EntryState, readonly [IconName, Tone]>> = {
  done: ['done', 'good'],
  refused: ['alert', 'bad'],
  conflict: ['alert', 'quiet'],
  'needs-you': ['alert', 'bad'],
  cancelled: ['undo', 'quiet'],
  dismissed: ['question', 'quiet'],
}

const Label = styled('span', { shouldForwardProp: (name) => name !== 'tone' })<{ readonly tone: Tone }>(({ theme, tone }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: theme.spacing(1.5),
  whiteSpace: 'nowrap',
  color:
    tone === 'good'
      ? theme.vars.palette.success.main
      : tone === 'bad'
        ? theme.vars.palette.error.main
        : theme.vars.palette.text.secondary,
}))

/** The state of an entry: a sign and a word. */
export function EntryMark({ state }: { readonly state: EntryState }) {
  const { states } = useActivityTexts()
  const [icon, tone] = looks[state] ?? ['clock', 'quiet']
  return (
    <Label tone={tone}>
      <Icon name={icon} size={14} />
      {states[state]}
    </Label>
  )
}
