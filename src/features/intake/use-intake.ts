import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { askPeople } from '#src/api/ask-people.ts'
import { useSession } from '#src/components/session-context.ts'
import { draftKey, tabDrafts } from '#src/lib/browser-store.ts'
import { handOver, takeOver } from '#src/lib/intake-handover.ts'
import type { Role } from '#src/lib/intake/columns.ts'
import { newIntake, readIntake, runIdFor, withStored, withTry, writeIntake } from '#src/lib/intake/kept-intake.ts'
import type { KeptIntake, SentList } from '#src/lib/intake/kept-intake.ts'
import { KnownPeople } from '#src/lib/intake/known-people.ts'
import { peopleOfIds, personRows } from '#src/lib/intake/people-list.ts'
import { mostEntries } from '#src/lib/most-entries.ts'
import type { PeopleList, PersonRow } from '#src/lib/intake/people-list.ts'
import { lookUp } from '#src/lib/intake/preflight.ts'
import type { Progress } from '#src/lib/intake/preflight.ts'
import { judge, noChoices } from '#src/lib/intake/verdicts.ts'
import type { Choices, Errand, JudgedRow } from '#src/lib/intake/verdicts.ts'

/** How far the look-up of a list has come. */
export type Look =
  | { readonly kind: 'looking'; readonly progress: Progress | null }
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: unknown }

/** What the look-ups of one list have cost and found. It goes on growing when one is stopped and taken up again. */
interface Knowledge {
  readonly source: PeopleList['rows'] | undefined
  readonly people: KnownPeople
  requests: number
  /** ms */
  took: number
  /** When the first request left, on this clock. */
  readAt: number | null
}

export interface Intake {
  readonly kept: KeptIntake | null
  /** The rows that are looked at; those beyond the most are in `beyond`. */
  readonly rows: readonly PersonRow[]
  readonly beyond: readonly PersonRow[]
  readonly look: Look
  /** Null until everything is known. */
  readonly judged: readonly JudgedRow[] | null
  readonly requests: number
  readonly took: number
  readonly readAt: number
  readonly load: (list: PeopleList, file: KeptIntake['file']) => void
  readonly clear: () => void
  readonly setRole: (column: number, role: Role) => void
  readonly choose: (change: (choices: Choices) => Choices) => void
  readonly stop: () => void
  readonly goOn: () => void
  /** Forgets what was found and asks anew. */
  readonly again: () => void
  /** Notes what is about to be handed over, before it is; gives the run id it goes under, which for one list is always the same. */
  readonly attempt: (list: Omit<SentList, 'runId'>) => string
  /** Notes that the server has the run, which is about these people. */
  readonly stored: (personIds: readonly string[]) => void
}

const nothingKnown = (source: Knowledge['source']): Knowledge => ({
  source,
  people: new KnownPeople(),
  requests: 0,
  took: 0,
  readAt: null,
})

const newId = () => crypto.randomUUID()
const noRows: readonly PersonRow[] = []
const begun: Look = { kind: 'looking', progress: null }

/** Somebody's work on one list: kept in this tab, looked up at the tenant while it is in sight, judged again with every choice. */
export function useIntake(errand: Errand, isShown: boolean): Intake {
  const { user } = useSession()
  const key = draftKey(user.id, `intake.${errand}`)
  const [kept, setKept] = useState<KeptIntake | null>(() => {
    const ids = takeOver(user.id)
    if (ids.length === 0) return readIntake(tabDrafts.read(key))
    return newIntake(peopleOfIds(ids))
  })
  useEffect(() => {
    tabDrafts.write(key, kept && writeIntake(kept))
  }, [key, kept])
  // A selection that was taken over is one of this tab's drafts from now on; left lying, it would begin the next list as well.
  useEffect(() => handOver(user.id, []), [user.id])

  const list = kept?.list ?? null
  const all = useMemo(() => (list === null ? noRows : personRows(list)), [list])
  const [rows, beyond] = useMemo(() => [all.slice(0, mostEntries), all.slice(mostEntries)] as const, [all])
  const source = list?.rows
  // Another list is looked up anew; other columns of the same one are not.
  const [knowledge, setKnowledge] = useState(() => nothingKnown(source))
  if (knowledge.source !== source) setKnowledge(nothingKnown(source))
  const isSent = (kept?.sent ?? null) !== null
  const { look, stop, goOn } = useLookUp(isSent || !isShown ? noRows : rows, errand, knowledge)
  const choices = kept?.choices ?? noChoices
  const judged = useMemo(
    () => (look.kind === 'done' && !isSent ? judge(rows, knowledge.people, errand, choices) : null),
    [look, isSent, rows, knowledge, errand, choices],
  )
  const change = useCallback((act: (before: KeptIntake) => KeptIntake) => setKept((before) => before && act(before)), [])
  return {
    kept,
    rows,
    beyond,
    look,
    judged,
    requests: knowledge.requests,
    took: knowledge.took,
    readAt: knowledge.readAt ?? 0,
    load: (loaded, file) => setKept(newIntake(loaded, file)),
    clear: () => setKept(null),
    setRole: (column, role) => change((before) => ({ ...before, choices: noChoices, list: withRole(before.list, column, role) })),
    choose: (act) => change((before) => ({ ...before, choices: act(before.choices) })),
    stop,
    goOn,
    again: () => {
      setKnowledge(nothingKnown(source))
      goOn()
    },
    attempt: (sent) => {
      if (kept === null) return newId()
      const runId = runIdFor(kept, newId)
      const next = withTry(kept, { ...sent, runId })
      // At once: the page may be gone before it is drawn again.
      tabDrafts.write(key, writeIntake(next))
      setKept(next)
      return runId
    },
    stored: (personIds) => change((before) => withStored(before, personIds)),
  }
}

/** A role belongs to one column. */
function withRole(list: PeopleList, column: number, role: Role): PeopleList {
  const roles = list.roles.map((each, index) => (index === column ? role : each === role ? 'ignored' : each))
  return { ...list, roles }
}

/** Looks the rows up whenever they are others, and stops when they go. */
function useLookUp(rows: readonly PersonRow[], errand: Errand, knowledge: Knowledge) {
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<{ readonly rows: readonly PersonRow[]; readonly attempt: number; readonly look: Look }>({
    rows,
    attempt,
    look: begun,
  })
  const stopped = useRef<(() => void) | null>(null)
  useEffect(() => {
    if (rows.length === 0) return undefined
    const control = new AbortController()
    const began = Date.now()
    let isOver = false
    const show = (look: Look) => setState({ rows, attempt, look })
    const end = (next: Look) => {
      if (isOver) return
      isOver = true
      knowledge.took += Date.now() - began
      show(next)
    }
    stopped.current = () => {
      end({ kind: 'stopped' })
      control.abort()
    }
    knowledge.readAt ??= began
    const tell = (progress: Progress) => {
      knowledge.requests = progress.requests
      if (!isOver) show({ kind: 'looking', progress })
    }
    lookUp({
      rows,
      purpose: errand,
      known: knowledge.people,
      ask: askPeople,
      onProgress: tell,
      signal: control.signal,
      requestsBefore: knowledge.requests,
    }).then(
      (requests) => {
        knowledge.requests = requests
        end({ kind: 'done' })
      },
      (error: unknown) => end({ kind: 'failed', error }),
    )
    return () => {
      isOver = true
      control.abort()
    }
  }, [rows, errand, knowledge, attempt])
  return {
    // What is known of other rows, or of an earlier attempt, says nothing about these.
    look: state.rows === rows && state.attempt === attempt ? state.look : begun,
    stop: () => stopped.current?.(),
    goOn: () => setAttempt((before) => before + 1),
  }
}
