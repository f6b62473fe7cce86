import { styled } from '#src/ui/styled.ts'
import { useState } from 'react'
import type { ActionEntry } from '#src/api/runs.ts'
import { EntryActions } from '#src/components/EntryActions.tsx'
import { EntryExplanation } from '#src/components/EntryExplanation.tsx'
import { EntryStatus } from '#src/components/EntryStatus.tsx'
import { TaskLine } from '#src/components/TaskLine.tsx'
import { peopleOfChunk } from '#src/lib/intake/run-outcome.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Button } from '#src/ui/Button.tsx'
import { useIntakeTexts } from './intake-words.ts'
import { nameOf } from './verdict-words.ts'

const Frame = styled('li')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: '150px minmax(0, 1fr) auto',
  alignItems: 'start',
  gap: theme.spacing(1, 5),
  padding: theme.spacing(3, 6),
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '&[data-bad]': { background: theme.vars.palette.surface.danger },
  '&[data-over] [data-what] > b': { fontWeight: 450, color: theme.vars.palette.text.secondary },
  '& [data-what] > b': { display: 'block', fontWeight: 560 },
  '& [data-what] > small, & summary': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
  '& summary': { cursor: 'pointer', width: 'max-content' },
  '& details > p': {
    ...theme.typography.caption,
    margin: theme.spacing(1, 0, 0),
    color: theme.vars.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
  '& [data-how]': { display: 'grid', gap: theme.spacing(1.5), minWidth: 0 },
  '& [data-acts]': {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    gap: theme.spacing(1.5),
    '& > button': { minHeight: 28 },
  },
  [theme.breakpoints.down('md')]: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    padding: theme.spacing(3, 4),
    '& [data-acts]': { justifyContent: 'flex-start' },
    '& [data-acts]:empty': { display: 'none' },
  },
}))

interface Props {
  readonly entry: ActionEntry
  readonly number: number
  readonly of: number
  readonly isBad: boolean
  /** The only one there is: what can be done with it is not done to all at once above. */
  readonly isOnly: boolean
  /** Its people went again in a later request. */
  readonly isSentAgain: boolean
  /** Sends only its people again; absent where that cannot be. */
  readonly onRetry?: () => void
  /** Some of its people may have been reached already: it asks first. */
  readonly isInDoubt: boolean
}

/** One request of a run: whom it is about, how it went, and how far SailPoint is with it. */
export function ChunkLine({ entry, number, of, isOnly, isBad, isSentAgain, isInDoubt, onRetry }: Props) {
  const messages = useMessages()
  const { run: words } = useIntakeTexts()
  const [isOpen, setIsOpen] = useState(false)
  const { people, count } = entry.seen
  return (
    <Frame data-bad={isBad && !isSentAgain ? '' : undefined} data-over={isSentAgain ? '' : undefined}>
      <div data-what="">
        <b>{words.chunk(number, of)}</b>
        <small data-figures="">
          {people.length === 0 ? words.everyone(count ?? 0) : words.people(peopleOfChunk(entry))}
          {isSentAgain && ` · ${words.again}`}
        </small>
      </div>
      <div data-how="">
        <EntryStatus entry={entry} />
        <EntryExplanation entry={entry} />
        {entry.task && <TaskLine task={entry.task} />}
        {people.length > 0 && (
          <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
            <summary>{words.peopleOf(number)}</summary>
            {isOpen && <p>{people.map((person) => nameOf(messages, person)).join(', ')}</p>}
          </details>
        )}
      </div>
      <div data-acts="">
        {(isOnly || entry.state === 'needs-you') && <EntryActions entry={entry} />}
        {onRetry && (
          <Button
            variant="outlined"
            aria-label={isInDoubt ? words.retryDoubtOf(number) : words.retryOneOf(number)}
            onClick={onRetry}
          >
            {isInDoubt ? words.retryDoubt : words.retryOne}
          </Button>
        )}
      </div>
    </Frame>
  )
}
