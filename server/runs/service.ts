/** What a signed-in person may do with runs. Every method is about that person's own runs only; another's do not exist for them. */
import type { components } from '#contract/generated/desk.ts'
import { DeskFailure } from '../desk-failure.ts'
import type { Stored } from '../store/new-runs.ts'
import type { RunRecord } from '../store/run-rows.ts'
import type { EntryQuery, RunStore } from '../store/runs.ts'
import type { Clock } from '../tenant/clock.ts'
import type { UserKey } from '../tenant/token-source.ts'
import type { RunDraft } from './decision.ts'
import { sameUser } from './decision.ts'
import { checkDraft, contentHash } from './draft-check.ts'
import type { EntryEvent } from './entry-machine.ts'
import { entryView, runSummary, runView } from './entry-view.ts'
import type { EntryView, RunSummary, RunView } from './entry-view.ts'
import type { Waits } from './waits.ts'

export type SettleAct = components['schemas']['Settlement']['act']

/** The part of the runner that the service talks to. */
export interface RunnerPort {
  /** The run's entries are held from now on, for `holdMs`. */
  hold(runId: string, holdMs: number): void
  /** What is left of the run's hold (ms), or null when it is not held by time. */
  holdLeftMs(runId: string): number | null
  /** How long runs have to wait now, for what can be counted. */
  waits(): Waits
  /** There may be something to do: look at once. */
  wake(): void
}

export interface RunService {
  /** `language`: what the tenant is to answer in, an `Accept-Language`. */
  put(user: UserKey & { readonly userName: string }, runId: string, draft: RunDraft, language?: string | null): Promise<RunView>
  get(user: UserKey, runId: string): Promise<RunView>
  list(user: UserKey, query: { open?: boolean | undefined; limit: number; offset: number }): Promise<RunSummary[]>
  entries(user: UserKey, query: EntryQuery): Promise<EntryView[]>
  /** No positions: all entries of the run. */
  takeBack(user: UserKey, runId: string, positions?: readonly number[]): Promise<RunView>
  sendNow(user: UserKey, runId: string, positions?: readonly number[]): Promise<RunView>
  settle(user: UserKey, runId: string, act: SettleAct, positions?: readonly number[]): Promise<RunView>
  pause(user: UserKey, runId: string, paused: boolean): Promise<RunView>
  /** Takes back all that has not left, and sends nothing more. */
  stop(user: UserKey, runId: string): Promise<RunView>
  /** How many of the user's entries have not ended. */
  countOpen(user: UserKey): Promise<number>
  /** Takes back everything of the user that has not been sent. */
  takeBackAll(user: UserKey): Promise<void>
}

const SETTLEMENTS: Readonly<Record<SettleAct, EntryEvent>> = {
  'check-again': { type: 'check-again' },
  'send-again': { type: 'send-again' },
  dismiss: { type: 'dismissed' },
}

const notFound = () => new DeskFailure(404, 'not_found', 'There is no run of yours with this id.')

export function createRunService({ store, runner, clock }: { store: RunStore; runner: RunnerPort; clock: Clock }): RunService {
  async function ownRun(user: UserKey, runId: string): Promise<RunRecord> {
    const run = await store.run(runId)
    if (!run || !sameUser(run.user, user)) throw notFound()
    return run
  }

  const timesOf = (runId: string) => ({ holdLeftMs: runner.holdLeftMs(runId), waits: runner.waits() })

  const view = async (run: RunRecord) => runView(run, await store.entries(run.id), timesOf(run.id))

  async function act(
    user: UserKey,
    runId: string,
    positions: readonly number[] | undefined,
    event: EntryEvent,
  ): Promise<RunView> {
    const run = await ownRun(user, runId)
    await writable(() => store.moveChosen(runId, positions ?? 'all', event, clock.wall()))
    runner.wake()
    return view(run)
  }

  return {
    put: async (user, runId, draft, language = null) => {
      const check = checkDraft(draft)
      if (!check.ok) throw refusalOf(check, runId)
      const hash = contentHash(draft)
      const stored = await writable((): Promise<Stored> =>
        store.put(
          {
            id: runId,
            user,
            userName: user.userName,
            contentHash: hash,
            note: draft.note ?? null,
            holdMs: draft.holdMs,
            forOwner: draft.forOwner ?? null,
            language,
            writes: check.writes,
          },
          clock.wall(),
        ),
      )
      if (stored.kind === 'busy') {
        const text = sameUser(stored.user, user)
          ? 'Something of this run is in another entry that has not ended.'
          : 'Somebody else has begun the same, and it has not ended.'
        throw new DeskFailure(409, 'already_in_run', text, { runId: stored.runId })
      }
      if (stored.kind === 'known') {
        if (!sameUser(stored.run.user, user)) throw notFound()
        if (stored.run.contentHash !== hash)
          throw new DeskFailure(422, 'id_reused', 'Another run was handed over under this id. Make a new id.')
      } else {
        runner.hold(runId, draft.holdMs)
      }
      return view(await ownRun(user, runId))
    },
    get: async (user, runId) => view(await ownRun(user, runId)),
    list: async (user, query) => {
      const runs = await store.runsOf(user, query)
      const ids = runs.map(({ id }) => id)
      const [counts, acts] = [await store.counts(ids), await store.acts(ids)]
      return runs.map((run) =>
        runSummary(
          run,
          counts.get(run.id) ?? [],
          acts.get(run.id) ?? { following: 0, forgotten: 0, acts: [], subject: null },
          runner.waits(),
        ),
      )
    },
    entries: async (user, query) => {
      const entries = await store.entriesOf(user, query)
      return entries.map((entry) => entryView(entry, timesOf(entry.runId)))
    },
    takeBack: (user, runId, positions) => act(user, runId, positions, { type: 'taken-back' }),
    sendNow: (user, runId, positions) => act(user, runId, positions, { type: 'confirmed' }),
    settle: async (user, runId, how, positions) => {
      // What is sent again goes through the queue, and nothing leaves a stopped run's queue but to be cancelled.
      if (how === 'send-again' && (await ownRun(user, runId)).stopped)
        throw new DeskFailure(409, 'run_stopped', 'This run was stopped. Decide these in a new run.')
      return act(user, runId, positions, SETTLEMENTS[how])
    },
    pause: async (user, runId, paused) => {
      await ownRun(user, runId)
      await writable(() => store.setPaused(runId, paused, clock.wall()))
      runner.wake()
      return view(await ownRun(user, runId))
    },
    stop: async (user, runId) => {
      await ownRun(user, runId)
      await writable(() => store.stop(runId, clock.wall()))
      runner.wake()
      return view(await ownRun(user, runId))
    },
    countOpen: (user) => store.countOpen(user),
    takeBackAll: async (user) => {
      const open = await store.entriesOf(user, { open: true, limit: Number.MAX_SAFE_INTEGER, offset: 0 })
      for (const runId of new Set(open.map((entry) => entry.runId))) {
        await writable(() => store.moveChosen(runId, 'all', { type: 'taken-back' }, clock.wall()))
      }
    },
  }
}

function refusalOf(check: Extract<ReturnType<typeof checkDraft>, { ok: false }>, runId: string): DeskFailure {
  if ('overlap' in check) {
    const [first, second] = check.overlap
    return new DeskFailure(
      409,
      'already_in_run',
      `Entries ${first} and ${second} of this run are about the same and exclude each other.`,
      {
        runId,
      },
    )
  }
  if ('unguarded' in check) {
    const [missing] = check.unguarded
    const text = missing ? `${missing.field} ${missing.message}.` : 'A ticket and a reason are required.'
    return new DeskFailure(422, 'guard_required', text, { problems: check.unguarded.slice(0, 100) })
  }
  const [problem] = check.problems
  return new DeskFailure(400, 'invalid_request', problem ? `${problem.field} ${problem.message}.` : 'The run is not valid.', {
    problems: check.problems.slice(0, 100),
  })
}

/** Nothing is sent that is not in the ledger first, so a ledger that cannot be written means: not sent. */
async function writable<Value>(act: () => Promise<Value>): Promise<Value> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof DeskFailure) throw error
    throw new DeskFailure(
      503,
      'not_sent',
      'The ledger cannot be written at the moment, so nothing was sent. Try again in a minute.',
      { sent: 'no' },
    )
  }
}
