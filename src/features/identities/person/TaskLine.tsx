import { styled } from '@mui/material/styles'
import type { Task } from '#src/api/identity-details.ts'
import { visibleOrNull, visibleText } from '#src/lib/visible-text.ts'
import { useIdentityTexts } from './texts.ts'

const Line = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  flexBasis: '100%',
  display: 'grid',
  gap: theme.spacing(0.5),
  color: theme.vars.palette.text.secondary,
  '&[data-tone=good] > span': { color: theme.vars.palette.success.main },
  '&[data-tone=bad] > span': { color: theme.vars.palette.error.main },
  '&[data-tone=warning] > span': { color: theme.vars.palette.warning.main },
  '& progress': { width: 'min(220px, 100%)', height: 5, accentColor: theme.vars.palette.primary.main },
  '& ul': { margin: 0, paddingLeft: theme.spacing(4) },
}))

const tones = { success: 'good', warning: 'warning', error: 'bad' } as const

/** Where the tenant's background work stands, in words. */
export function TaskLine({ task }: { readonly task: Task }) {
  const { task: words } = useIdentityTexts()
  const { state, messages } = task
  const tone = state === 'success' || state === 'warning' || state === 'error' ? tones[state] : undefined
  // A task that went well says nothing worth reading.
  const told = state === 'success' ? [] : messages
  return (
    <Line data-tone={tone}>
      <span>{textOf()}</span>
      {state === 'following' && <progress aria-label={words.following(null, null)} max={100} value={task.percent ?? undefined} />}
      {told.length > 0 && (
        <ul>
          {told.map(({ text }) => (
            <li key={text}>{visibleText(text)}</li>
          ))}
        </ul>
      )}
    </Line>
  )

  function textOf(): string {
    if (state === 'following') {
      const at = words.following(task.percent, visibleOrNull(task.progress))
      return task.waiting === null ? at : `${at} · ${words.waiting[task.waiting]}`
    }
    return state === 'ended' ? words.ended(visibleText(task.status ?? '')) : words[state]
  }
}
