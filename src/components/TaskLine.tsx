import { styled } from '#src/ui/styled.ts'
import type { components } from '#contract/generated/desk.ts'
import { screenTexts } from '#src/lib/messages/context.tsx'
import { taskTexts } from '#src/lib/messages/en-task.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Icon } from '#src/ui/Icon.tsx'
import type { IconName } from '#src/ui/Icon.tsx'
import { ProgressBar } from '#src/ui/ProgressBar.tsx'

type Task = components['schemas']['Task']
type TaskTexts = ReturnType<typeof taskTexts>

const useTaskTexts = screenTexts(taskTexts)

const Frame = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1),
  color: theme.vars.palette.text.secondary,
  '& > p': { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: theme.spacing(0.5, 2), margin: 0 },
  '&[data-tone=good] > p > svg': { color: theme.vars.palette.success.main },
  '&[data-tone=warn] > p > svg': { color: theme.vars.palette.warning.main },
  '&[data-tone=bad] > p': { color: theme.vars.palette.error.main },
  '& progress': { width: 120 },
  '& summary': { ...theme.typography.caption, cursor: 'pointer', width: 'max-content' },
  '& ul': {
    ...theme.typography.caption,
    margin: theme.spacing(1, 0, 0),
    paddingLeft: theme.spacing(4),
    overflowWrap: 'anywhere',
  },
}))

const looks: Readonly<Record<Task['state'], readonly [icon: IconName, tone: 'good' | 'warn' | 'bad' | 'quiet']>> = {
  following: ['clock', 'quiet'],
  success: ['done', 'good'],
  warning: ['alert', 'warn'],
  error: ['alert', 'bad'],
  ended: ['question', 'warn'],
  'not-traceable': ['question', 'quiet'],
  'not-followed': ['question', 'quiet'],
}

interface Props {
  readonly task: Task
  /** Shows everything SailPoint had to say, and not only its remarks to whoever opens them. */
  readonly isWhole?: boolean
}

/** How far SailPoint is with what it accepted, and what it had to say about it. */
export function TaskLine({ task, isWhole = false }: Props) {
  const words = useTaskTexts()
  const [icon, tone] = looks[task.state]
  const remarks = task.messages.filter(({ type }) => type !== 'INFO')
  return (
    <Frame data-tone={tone}>
      <p data-figures="">
        <Icon name={icon} size={14} />
        <span>{stateText(words, task)}</span>
        {task.state === 'following' && task.percent !== null && (
          <ProgressBar aria-label={words.bar} max={100} value={task.percent} />
        )}
        {figuresText(words, task)}
      </p>
      {isWhole && task.messages.length > 0 && <Messages messages={task.messages} />}
      {!isWhole && remarks.length > 0 && (
        <details>
          <summary>{words.remarks(remarks.length)}</summary>
          <Messages messages={remarks} />
        </details>
      )}
    </Frame>
  )
}

const Messages = ({ messages }: Pick<Task, 'messages'>) => (
  <ul>
    {messages.map(({ text }) => (
      <li key={text}>{visibleText(text)}</li>
    ))}
  </ul>
)

function stateText(words: TaskTexts, task: Task): string {
  if (task.state === 'ended') return words.ended(visibleText(task.status ?? ''))
  if (task.state !== 'following') return words[task.state]
  const waits = task.waiting === null ? '' : `; ${words.waiting[task.waiting]}`
  return `${words.following(task.percent)}${waits}`
}

const figureNames = ['sent', 'processed', 'leftOut', 'failed'] as const

/** Its numbers that we know the meaning of. */
function figuresText(words: TaskTexts, task: Task): string | null {
  if (task.state === 'following') return null
  const texts = figureNames.flatMap((name) => {
    const value = task.figures[name]
    return value === undefined || (value === 0 && (name === 'leftOut' || name === 'failed'))
      ? []
      : words.figure(value, words.figures[name])
  })
  return texts.length === 0 ? null : `· ${texts.join(' · ')}`
}
