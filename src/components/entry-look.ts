import { styled } from '#src/ui/styled.ts'
import type { Entry, EntryState } from '#src/api/runs.ts'
import type { IconName } from '#src/ui/Icon.tsx'

type Tone = 'quiet' | 'good' | 'bad'

/** Of an entry, or of the receipt that was made of it. */
type Standing = Pick<Entry, 'state' | 'problem'>

const looks: Partial<Record<EntryState, readonly [icon: IconName, tone: Tone]>> = {
  done: ['done', 'good'],
  refused: ['alert', 'bad'],
  conflict: ['alert', 'quiet'],
  'needs-you': ['alert', 'bad'],
  cancelled: ['undo', 'quiet'],
  dismissed: ['question', 'quiet'],
}

/** Somebody else was quicker: worth knowing, but nothing went wrong. */
export const isDecidedElsewhere = ({ state, problem }: Standing): boolean =>
  state === 'conflict' && problem?.kind === 'decided-elsewhere'

/** Cancelled by the server because nobody came back to it, not taken back by anybody. */
export const isForgotten = ({ state, problem }: Standing): boolean => state === 'cancelled' && problem?.code === 'forgotten'

/** The sign and the tone of an entry, wherever it is shown. */
export const lookOf = (entry: Standing): readonly [icon: IconName, tone: Tone] =>
  isDecidedElsewhere(entry)
    ? ['person', 'quiet']
    : isForgotten(entry)
      ? ['alert', 'quiet']
      : (looks[entry.state] ?? ['clock', 'quiet'])

/** A sign and the words beside it, in the colour of their tone. */
export const Toned = styled('span')<{ readonly 'data-tone': Tone }>(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'flex-start',
  gap: theme.spacing(1.5),
  minWidth: 0,
  '& > svg': { marginTop: '0.2em' },
  color: theme.vars.palette.text.secondary,
  '&[data-tone=good]': { color: theme.vars.palette.success.main },
  '&[data-tone=bad]': { color: theme.vars.palette.error.main },
}))
