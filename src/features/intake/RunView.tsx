import { styled } from '#src/ui/styled.ts'
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { intakeQueries } from '#src/api/intake.ts'
import { ApiError } from '#src/api/errors.ts'
import { entryKey, hasEnded, sendAllNow, takeBackAll } from '#src/api/runs.ts'
import type { ActionEntry } from '#src/api/runs.ts'
import { errorSentence, Problem } from '#src/components/Problem.tsx'
import type { KeptIntake } from '#src/lib/intake/kept-intake.ts'
import { leftoversFile } from '#src/lib/intake/leftovers.ts'
import {
  chunksInDoubt,
  chunksToRetry,
  countPeople,
  peopleOfChunk,
  standingOfChunk,
  unsentRows,
  wasSentAgain,
} from '#src/lib/intake/run-outcome.ts'
import type { Chunk, Doubtful } from '#src/lib/intake/run-outcome.ts'
import type { Errand } from '#src/lib/intake/verdicts.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { saveCsv } from '#src/lib/save-file.ts'
import { paths } from '#src/lib/paths.ts'
import { Button } from '#src/ui/Button.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { ProgressBar } from '#src/ui/ProgressBar.tsx'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { useFocusFollows } from '#src/ui/use-focus-follows.ts'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { ChunkLine } from './ChunkLine.tsx'
import { DoubtDialog } from './DoubtDialog.tsx'
import { useIntakeTexts } from './intake-words.ts'
import { Strip } from './layout.ts'
import { leftoversName } from './leftovers-name.ts'
import { useAttempt } from './use-attempt.ts'
import { useSend } from './use-send.ts'
import { theme } from '#src/ui/theme.ts'
import { useOutboxTexts } from '#src/components/outbox-words.ts'

const List = styled('ol')({ margin: 0, padding: 0, listStyle: 'none' })
const Waiting = styled('div')(({ theme }) => ({ display: 'grid', gap: theme.spacing(4), padding: theme.spacing(5, 6) }))

interface Props {
  readonly errand: Errand
  /** The run, and those in which what failed was sent again, in their order. */
  readonly runIds: readonly string[]
  readonly kept: KeptIntake | null
  readonly onRetried: (runId: string) => void
  readonly onAnother: () => void
}

/** What becomes of people who were sent, request by request, until SailPoint has finished with them. */
export function RunView({ errand, runIds, kept, onRetried, onAnother }: Props) {
  const messages = useMessages()
  const { run: words, list: headings } = useIntakeTexts()
  const { actFailed } = useOutboxTexts()
  const client = useQueryClient()
  const results = useQueries({ queries: runIds.map((runId) => intakeQueries.run(runId)) })
  const renew = () => client.invalidateQueries({ queryKey: [...intakeQueries.all(), 'run'] })
  const chunks = results.flatMap(({ data }) => data?.entries ?? [])
  const { frame, pressed } = useFocusFollows<HTMLDivElement>(chunks.length)
  // What was sent again is known once every run is: until then nothing is offered.
  const all = results.every(({ data }) => data !== undefined) ? chunks : []
  const retryable = chunksToRetry(all)
  const doubtful = chunksInDoubt(all)
  const [asked, setAsked] = useState<Doubtful | null>(null)
  const attempt = useAttempt(`again.${runIds[0] ?? ''}`, onRetried)
  const { send, isPending, isInOutbox, holdFor } = useSend(
    errand,
    [...retryable, ...doubtful.map(({ chunk }) => chunk)].flatMap(({ seen }) => seen.people),
    attempt.stored,
  )
  const held = chunks.filter(({ state }) => state === 'held')
  const back = chunks.filter(({ canTakeBack }) => canTakeBack)
  const acts = useMutation({
    mutationFn: async (act: 'take-back' | 'send-now') => {
      for (const runId of runIds) {
        const own = (act === 'take-back' ? back : held).filter((entry) => entry.runId === runId).map(({ position }) => position)
        // oxlint-disable-next-line no-await-in-loop -- one run after the other
        if (own.length > 0) await (act === 'take-back' ? takeBackAll : sendAllNow)(client, runId, own)
      }
    },
    onSettled: renew,
  })
  const retry = async (failed: readonly Chunk[]) => {
    const people = failed.flatMap(({ seen }) => seen.people)
    const readAt = Math.min(...failed.map((chunk) => readAtOf(chunks, chunk)))
    pressed()
    await send({ people, readAt }, attempt.begin())
  }

  const failure = results.find(({ error }) => error !== null)
  if (failure && chunks.length === 0) {
    if (failure.error instanceof ApiError && failure.error.isMissing)
      return (
        <EmptyState icon="search" title={messages.errors.missingTitle} text={words.lost}>
          <Button variant="outlined" onClick={onAnother} sx={{ marginTop: theme.spacing(3) }}>
            {words.another[errand]}
          </Button>
        </EmptyState>
      )
    return <Problem error={failure.error} onRetry={() => void renew()} />
  }
  if (chunks.length === 0)
    return (
      <Waiting>
        <VisuallyHidden as="output">{messages.loading}</VisuallyHidden>
        {['38%', '62%', '51%'].map((width) => (
          <Skeleton key={width} style={{ width }} />
        ))}
      </Waiting>
    )

  const { total, accepted, failed, inDoubt } = countPeople(chunks)
  const tasks = chunks.flatMap((chunk) => (wasSentAgain(chunk, chunks) ? [] : (chunk.task ?? [])))
  const unsent = unsentRows(kept, chunks, (standing) => words.reasons[standing])
  const isOver = chunks.every(hasEnded)
  return (
    <>
      <Strip ref={frame}>
        <ProgressBar aria-label={words.progress} max={total} value={accepted} sx={{ width: 160 }} />
        <p data-figures="">
          <strong>{words.accepted(accepted, total)}</strong>
          {tasks.length > 0 && (
            <small>
              {' · '}
              {words.finished(tasks.filter(({ state }) => state !== 'following').length, tasks.length)}
            </small>
          )}
        </p>
        <span data-grow="" />
        {chunks.length > 1 && back.length > 0 && (
          <Button variant="outlined" disabled={acts.isPending} onClick={() => acts.mutate('take-back')}>
            {words.takeBackAll}
          </Button>
        )}
        {chunks.length > 1 && held.length > 0 && (
          <Button variant="text" disabled={acts.isPending} onClick={() => acts.mutate('send-now')}>
            {words.sendAllNow}
          </Button>
        )}
        {acts.error && (
          <p role="alert">
            {actFailed} {errorSentence(messages, acts.error)}
          </p>
        )}
      </Strip>
      <List aria-label={words.label}>
        {chunks.map((entry, index) => {
          const standing = standingOfChunk(entry)
          const inDoubt = doubtful.find(({ chunk }) => chunk === entry)
          const again = inDoubt ? () => setAsked(inDoubt) : retryable.includes(entry) ? () => void retry([entry]) : null
          return (
            <ChunkLine
              key={entryKey(entry)}
              entry={entry}
              number={index + 1}
              of={chunks.length}
              isOnly={chunks.length === 1}
              isBad={standing === 'refused' || standing === 'unknown'}
              isSentAgain={wasSentAgain(entry, chunks)}
              isInDoubt={inDoubt !== undefined}
              {...(again && !isPending && !isInOutbox && { onRetry: again })}
            />
          )
        })}
      </List>
      <Strip>
        {failed > 0 && <output>{words.failed(failed)}</output>}
        {inDoubt > 0 && <output>{words.inDoubt[errand](inDoubt)}</output>}
        {retryable.length > 1 && (
          <Button variant="outlined" disabled={isPending || isInOutbox} onClick={() => void retry(retryable)}>
            {words.retry(failed)}
          </Button>
        )}
        {isOver && unsent.rows.length > 0 && (
          <Button
            variant="outlined"
            onClick={() => saveCsv(leftoversName(kept?.file?.name ?? null), leftoversFile(unsent.list, unsent.rows, headings))}
          >
            <Icon name="download" size={14} />
            {words.download(unsent.rows.length, inDoubt > 0)}
          </Button>
        )}
        <span data-grow="" />
        {runIds.map((runId) => (
          <Link key={runId} to={paths.run(runId)}>
            {words.activity}
          </Link>
        ))}
        <Button variant="text" onClick={onAnother}>
          {words.another[errand]}
        </Button>
      </Strip>
      {asked && (
        <DoubtDialog
          errand={errand}
          count={peopleOfChunk(asked.chunk)}
          task={asked.doubt.task}
          holdMs={holdFor(peopleOfChunk(asked.chunk))}
          isPending={isPending}
          onSend={() => void retry([asked.chunk]).then(() => setAsked(null))}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

/** When the people of a chunk were read, ms on this clock. */
function readAtOf(entries: readonly ActionEntry[], chunk: Chunk): number {
  const entry = entries.find((each) => each.runId === chunk.runId && each.position === chunk.position)
  return entry ? Date.parse(entry.createdAt) - entry.seen.ageMs : 0
}
