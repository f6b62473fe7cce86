import { styled } from '#src/ui/styled.ts'
import type { KnownWorkItemState } from '#contract/work-item.ts'
import type { OpenEnum } from '#contract/open-enum.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import type { Messages } from '#src/lib/messages/en.ts'
import { visibleText } from '#src/lib/visible-text.ts'

type State = OpenEnum<KnownWorkItemState> | null

/** A state's word; one we do not know as the tenant wrote it, none at all as open. */
export function stateWord(messages: Messages, state: State, of: 'states' | 'approvalStates'): string {
  if (state === null) return messages[of].Pending
  return state.known === null ? visibleText(state.raw) : messages[of][state.known]
}

type Tone = 'quiet' | 'good' | 'bad'

const toneOf = (state: State): Tone => {
  if (state?.known === 'Finished') return 'good'
  return state?.known === 'Rejected' ? 'bad' : 'quiet'
}

/** One set of rules for all tones: each set that comes later makes the browser work out the styles of the whole page anew. */
const Label = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  gap: theme.spacing(1.5),
  whiteSpace: 'nowrap',
  '&::before': {
    content: '""',
    width: 7,
    height: 7,
    borderRadius: '50%',
    flex: 'none',
    boxSizing: 'border-box',
  },
  '&[data-tone=quiet]::before': { border: `1.5px solid ${theme.vars.palette.text.secondary}` },
  '&[data-tone=good]::before': { background: theme.vars.palette.success.main },
  '&[data-tone=bad]::before': { background: theme.vars.palette.error.main },
}))

interface Props {
  readonly state: State
  /** The same states read differently on a work item and on an approval item. */
  readonly of: 'states' | 'approvalStates'
}

export function StateLabel({ state, of }: Props) {
  const messages = useMessages()
  return <Label data-tone={toneOf(state)}>{stateWord(messages, state, of)}</Label>
}
