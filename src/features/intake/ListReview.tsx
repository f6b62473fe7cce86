import { useEffect, useMemo, useRef, useState } from 'react'
import { errorSentence } from '#src/components/Problem.tsx'
import { seenPerson } from '#src/lib/seen.ts'
import type { SentList } from '#src/lib/intake/kept-intake.ts'
import { leftoversFile } from '#src/lib/intake/leftovers.ts'
import { mostEntries } from '#src/lib/most-entries.ts'
import type { PersonRow } from '#src/lib/intake/people-list.ts'
import { countKinds, readyPeople } from '#src/lib/intake/verdicts.ts'
import type { Choices, Errand, JudgedRow, VerdictKind } from '#src/lib/intake/verdicts.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { saveCsv } from '#src/lib/save-file.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { Button } from '#src/ui/Button.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { ProgressBar } from '#src/ui/ProgressBar.tsx'
import { ChooseDialog } from './ChooseDialog.tsx'
import { Columns } from './Columns.tsx'
import { useIntakeTexts } from './intake-words.ts'
import { KindChips, undecidedKinds } from './KindChips.tsx'
import { Strip } from './layout.ts'
import { RowList } from './RowList.tsx'
import type { RowActs } from './RowLine.tsx'
import { leftoversName } from './leftovers-name.ts'
import { SendBar } from './SendBar.tsx'
import { SendDialog } from './SendDialog.tsx'
import type { Intake } from './use-intake.ts'
import { useSend } from './use-send.ts'
import { beyondText, verdictText } from './verdict-words.ts'
import { theme } from '#src/ui/theme.ts'

interface Props {
  readonly errand: Errand
  readonly intake: Intake
  /** Loaded a moment ago, and not kept from before. */
  readonly isNew: boolean
  readonly onSent: (runId: string) => void
}

/** A list on its way from what somebody brought to what is sent: looked up, told row by row, mended, and handed over. */
export function ListReview({ errand, intake, isNew, onSent }: Props) {
  const messages = useMessages()
  const words = useIntakeTexts()
  const { kept, judged, rows, beyond, look } = intake
  const [only, setOnly] = useState<VerdictKind | null>(null)
  const [asked, setAsked] = useState<PersonRow | null>(null)
  const [isSending, setIsSending] = useState(false)

  const counts = useMemo(() => countKinds(judged ?? []), [judged])
  const ready = useMemo(() => readyPeople(judged ?? []), [judged])
  const shownKind = only !== null && counts.has(only) ? only : null
  const shown = useMemo(() => {
    const all = judged ?? rows.map((row) => ({ row, verdict: null }))
    return shownKind === null ? all : all.filter(({ verdict }) => verdict?.kind === shownKind)
  }, [judged, rows, shownKind])
  const { choose } = intake
  useAnnouncedEnd(judged !== null, ready.length, rows.length - ready.length)
  const about = useRef<HTMLParagraphElement>(null)
  // What was pressed to come here is gone.
  useEffect(() => {
    if (isNew) about.current?.focus({ preventScroll: true })
  }, [isNew])
  const acts = useActs(choose, setAsked)
  const left = leftOver(judged ?? [], beyond, (verdict) => verdictText(messages, words, errand, verdict), beyondText(words))
  const { send, isPending, isInOutbox, holdFor } = useSend(errand, ready, (runId) => {
    intake.stored(ready.map(({ id }) => id))
    onSent(runId)
  })
  if (kept === null) return null
  const askedPeople = asked && judged?.find(({ row }) => row === asked)?.verdict

  const sendAll = async () => {
    const runId = intake.attempt(sentList(judged ?? [], left))
    await send({ people: ready.map((person) => seenPerson(person)), readAt: intake.readAt }, runId)
    setIsSending(false)
  }
  const differing = judged?.filter(({ verdict }) => verdict.kind === 'differs') ?? []
  return (
    <>
      <Strip>
        <p ref={about} data-lead="" tabIndex={-1} style={{ outline: 'none' }}>
          <strong>{words.list.from(kept.file === null ? null : visibleText(kept.file.name), kept.list.rows.length)}</strong>
          {kept.file !== null && kept.file.encoding !== 'utf-8' && <small> · {words.list.readAs(kept.file.encoding)}</small>}
        </p>
        <Columns list={kept.list} onChange={intake.setRole} />
        <span data-grow="" />
        {judged && (
          <>
            <small data-figures="">{words.checking.used(intake.requests, intake.took)}</small>
            <Button variant="text" onClick={intake.again} sx={small}>
              {words.checking.again}
            </Button>
          </>
        )}
        <Button variant="text" data-lead="" onClick={intake.clear} sx={small}>
          {words.list.startOver}
        </Button>
      </Strip>
      {beyond.length > 0 && (
        <Strip role="note">
          <small>{words.list.tooMany(kept.list.rows.length, mostEntries)}</small>
        </Strip>
      )}
      <Strip>
        {judged ? (
          <KindChips errand={errand} counts={counts} total={rows.length} chosen={shownKind} onChoose={setOnly} />
        ) : (
          <LookLine intake={intake} />
        )}
        {shownKind === 'differs' && differing.length > 1 && (
          <Button
            variant="outlined"
            sx={{ minHeight: 26, fontSize: '0.75rem' }}
            onClick={() => choose((before) => takeAll(before, differing))}
          >
            {words.acts.takeAll(differing.length)}
          </Button>
        )}
      </Strip>
      <RowList
        rows={shown}
        errand={errand}
        waiting={look.kind === 'looking' ? words.list.asked : words.list.notAsked}
        chosen={kept.choices.people}
        acts={acts}
      />
      {judged && (
        <SendBar
          errand={errand}
          ready={ready.length}
          left={left.length}
          isInOutbox={isInOutbox}
          undecided={[...undecidedKinds].reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0)}
          onReview={() => setIsSending(true)}
          onDownload={() => saveCsv(leftoversName(kept.file?.name ?? null), leftoversFile(kept.list, left, words.list))}
        />
      )}
      {isSending && (
        <SendDialog
          errand={errand}
          count={ready.length}
          counts={counts}
          beyond={beyond.length}
          holdMs={holdFor(ready.length)}
          isPending={isPending}
          onSend={() => void sendAll()}
          onClose={() => setIsSending(false)}
        />
      )}
      {asked && askedPeople?.kind === 'several' && (
        <ChooseDialog
          row={asked}
          people={askedPeople.people}
          onClose={() => setAsked(null)}
          onChoose={(personId) => {
            acts.take(asked, personId)
            setAsked(null)
          }}
        />
      )}
    </>
  )
}

const small = {
  minHeight: 26,
  paddingInline: theme.spacing(1.5),
  fontSize: '0.75rem',
  '@media (pointer: coarse)': { minHeight: 44 },
}

/** Says once that everything is known. */
function useAnnouncedEnd(isDone: boolean, ready: number, left: number) {
  const { checking } = useIntakeTexts()
  const announce = useAnnounce()
  const said = useRef(false)
  useEffect(() => {
    if (isDone && !said.current) announce(checking.announceDone(ready, left))
    said.current = isDone
  }, [isDone, ready, left, checking, announce])
}

/** How far the look-up is, how to stop it, and how to go on. */
function LookLine({ intake }: { readonly intake: Intake }) {
  const messages = useMessages()
  const { checking: words, list } = useIntakeTexts()
  const { look, kept, rows } = intake
  if (kept?.list.roles.every((role) => role === 'ignored')) return <p>{list.noKey}</p>
  if (look.kind === 'failed')
    return (
      <>
        <p role="alert">
          <Icon name="alert" size={14} />
          {words.failed} {errorSentence(messages, look.error)}
        </p>
        <Button variant="outlined" onClick={intake.goOn}>
          {words.goOn}
        </Button>
      </>
    )
  if (look.kind === 'stopped')
    return (
      <>
        <p>{words.stopped}</p>
        <Button variant="outlined" onClick={intake.goOn}>
          {words.goOn}
        </Button>
      </>
    )
  const progress = look.kind === 'looking' ? look.progress : null
  return (
    <>
      <ProgressBar aria-label={words.bar} max={progress?.of ?? rows.length} value={progress?.done ?? 0} sx={{ width: 160 }} />
      <p data-figures="">{progress ? words[progress.about](progress.done, progress.of) : words.begin}</p>
      <Button variant="outlined" sx={{ minHeight: 26, fontSize: '0.75rem' }} onClick={intake.stop}>
        {words.stop}
      </Button>
      {intake.requests > 0 && <small data-figures="">{words.requests(intake.requests)}</small>}
      {intake.requests >= manyRequests && <small>{words.limit}</small>}
    </>
  )
}

/** What the rows' buttons do; the same object as long as nothing about it changes, so that rows are not drawn anew. */
function useActs(choose: Intake['choose'], ask: (row: PersonRow) => void): RowActs {
  const [acts] = useState((): RowActs => {
    const withPeople = (act: (people: Map<number, string>) => void) =>
      choose((before) => {
        const people = new Map(before.people)
        act(people)
        return { ...before, people }
      })
    return {
      choose: ask,
      take: ({ line }, personId) => withPeople((people) => people.set(line, personId)),
      untake: ({ line }) => withPeople((people) => people.delete(line)),
      skip: ({ line }, isSkipped) =>
        choose((before) => {
          const skipped = new Set(before.skipped)
          if (isSkipped) skipped.add(line)
          else skipped.delete(line)
          return { ...before, skipped }
        }),
    }
  })
  return acts
}

/** From so many requests on the tenant's limit is worth a word. */
const manyRequests = 60

const takeAll = (before: Choices, differing: readonly JudgedRow[]): Choices => ({
  ...before,
  people: new Map([
    ...before.people,
    ...differing.flatMap(({ row, verdict }) => (verdict.kind === 'differs' ? [[row.line, verdict.person.id] as const] : [])),
  ]),
})

interface Left {
  readonly row: PersonRow
  readonly reason: string
}

/** Every row that is not sent, and why. */
function leftOver(
  judged: readonly JudgedRow[],
  beyond: readonly PersonRow[],
  reasonOf: (verdict: JudgedRow['verdict']) => string,
  reasonBeyond: string,
): Left[] {
  const left = judged.flatMap(({ row, verdict }) => (verdict.kind === 'ready' ? [] : { row, reason: reasonOf(verdict) }))
  return [...left, ...beyond.map((row) => ({ row, reason: reasonBeyond }))]
}

const sentList = (judged: readonly JudgedRow[], left: readonly Left[]): Omit<SentList, 'runId'> => ({
  sent: new Map(judged.flatMap(({ row, verdict }) => (verdict.kind === 'ready' ? [[verdict.person.id, row.line] as const] : []))),
  left: new Map(left.map(({ row, reason }) => [row.line, reason])),
})
