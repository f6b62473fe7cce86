import { styled } from '#src/ui/styled.ts'
import { Link } from 'react-router'
import type { RunSummary } from '#src/api/run-progress.ts'
import { RunBar } from '#src/components/RunBar.tsx'
import { runStateText } from '#src/components/run-state.ts'
import { progressText, runTitle } from '#src/components/run-title.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { countsOf } from '#src/lib/run-counts.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { useActivityTexts } from './activity-words.ts'
import { RunActs } from './RunActs.tsx'
import { useOutboxTexts } from '#src/components/outbox-words.ts'

const Row = styled('li')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 5fr) minmax(180px, 4fr) auto',
  alignItems: 'center',
  gap: theme.spacing(1, 5),
  minHeight: 56,
  padding: theme.spacing(2.5, 0),
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& > [data-what]': { minWidth: 0 },
  '& > [data-what] > *': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& > [data-what] > a': {
    ...theme.typography.body2,
    fontWeight: 560,
    textDecoration: 'none',
    '&:hover': { textDecoration: 'underline' },
  },
  '& small': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
  '& p': { ...theme.typography.caption, margin: 0, color: theme.vars.palette.text.secondary },
  '& > [data-far]': { display: 'grid', gap: theme.spacing(1), minWidth: 0 },
  '& > [data-acts]': { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: theme.spacing(1.5) },
  '& > [data-acts] > button': { minHeight: 28 },
  [theme.breakpoints.down('md')]: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& > [data-acts]': { justifyContent: 'flex-start' },
    '& > [data-acts]:empty': { display: 'none' },
  },
}))

/** One run: what it does, how far it is, what can be done about it. */
export function RunLine({ run, now }: { readonly run: RunSummary; readonly now: number }) {
  const messages = useMessages()
  const words = useActivityTexts()
  const outboxWords = useOutboxTexts()
  const { all } = countsOf(run.totals)
  const what = runTitle(messages, run.acts, all, run.subject)
  const facts = [
    run.forOwner && words.onListOf(visibleText(run.forOwner.name)),
    run.note === null ? null : words.note(visibleText(run.note)),
  ].flatMap((fact) => fact ?? [])
  return (
    <Row>
      <span data-what="">
        <Link to={paths.run(run.id)}>{what}</Link>
        <small>
          <time dateTime={run.createdAt} title={words.exact(run.createdAt)}>
            {words.made(run.createdAt)}
          </time>
          {facts.map((fact) => ` · ${fact}`)}
        </small>
      </span>
      <div data-far="" data-figures="">
        {(run.open || all > 1) && <RunBar totals={run.totals} forgotten={run.forgotten} label={what} />}
        <p>
          {all > 1 || run.open
            ? progressText(messages, run.totals, run.forgotten)
            : run.forgotten > 0
              ? words.forgotten
              : Object.entries(run.totals).flatMap(([state, count]) => (count > 0 ? stateWord(words.states, state) : []))}
          {run.open && ` · ${runStateText(messages, outboxWords, run, now)}`}
        </p>
      </div>
      <span data-acts="">
        <RunActs run={run} what={what} />
      </span>
    </Row>
  )
}

const stateWord = (words: Readonly<Record<string, string>>, state: string): string => words[state] ?? state
