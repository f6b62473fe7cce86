import { styled } from '@mui/material/styles'
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

const Label = styled('span', { shouldForwardProp: (name) => name !== 'tone' })<{ readonly tone: Tone }>(({ theme, tone }) => ({
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
    border: tone === 'quiet' ? `1.5px solid ${theme.vars.palette.text.secondary}` : 'none',
    background:
      tone === 'good' ? theme.vars.palette.success.main : tone === 'bad' ? theme.vars.palette.error.main : 'transparent',
  },
}))

interface Props {
  readonly state: State
  /** The same states read differently on a work item and on an approval item. */
  readonly of: 'states' | 'approvalStates'
}

export function StateLabel({ state, of }: Props) {
  const messages = useMessages()
  return <Label tone={toneOf(state)}>{stateWord(messages, state, of)}</Label>
}
