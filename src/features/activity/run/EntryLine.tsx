import { styled } from '#src/ui/styled.ts'
import type { Entry } from '#src/api/runs.ts'
import { pressedText } from '#src/components/decision-draft.ts'
import { EntryExplanation } from '#src/components/EntryExplanation.tsx'
import { EntryStatus } from '#src/components/EntryStatus.tsx'
import { EntrySubject } from '#src/components/EntrySubject.tsx'
import { TaskLine } from '#src/components/TaskLine.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { useActivityTexts } from '../activity-words.ts'

const Row = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 4fr)',
  alignItems: 'center',
  gap: theme.spacing(0.5, 5),
  minHeight: 44,
  padding: theme.spacing(1.5, 0),
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& > [data-what]': { minWidth: 0 },
  '& > [data-what] > *': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& > [data-what] > a, & > [data-what] > span:first-of-type': { fontWeight: 540, textDecoration: 'none' },
  '& > [data-what] > a:hover': { textDecoration: 'underline' },
  '& small': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
  '& > div': { gridColumn: '1 / -1' },
  [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
}))

/** One entry of a run: on what, what was pressed, where it stands, and what stood against it. */
export function EntryLine({ entry }: { readonly entry: Entry }) {
  const messages = useMessages()
  const { run: words } = useActivityTexts()
  const facts = [
    pressedText(messages, entry),
    entry.sentAt === null ? null : words.sentAt(entry.sentAt),
    entry.attempt > 1 ? words.attempts(entry.attempt) : null,
  ].flatMap((fact) => fact ?? [])
  return (
    <Row>
      <span data-what="">
        <EntrySubject entry={entry} />
        <small>{facts.join(' · ')}</small>
      </span>
      <EntryStatus entry={entry} />
      <EntryExplanation entry={entry} />
      {entry.kind === 'action' && entry.task && <TaskLine task={entry.task} />}
    </Row>
  )
}
