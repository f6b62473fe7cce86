/**
 * The states of an entry and the only moves between them: one write of a run, from the moment it is handed over to its end.
 *
 * Pure. It takes an entry and an event and gives the entry after it and what is to be done, or refuses. Nothing else in the server may
 * change a state, so the promise "takes effect at most once, and is never dropped without telling you" can be checked here alone.
 */
import type { components } from '#contract/generated/desk.ts'

export type EntryState = components['schemas']['EntryState']
export type Sent = components['schemas']['Sent']
export type Problem = components['schemas']['EntryProblem']
/** `cool-down`: the tenant takes this act on this person only now and then. */
export type Waiting = 'sign-in' | 'rate' | 'network' | 'earlier-entries' | 'cool-down'

/** Why a sent entry has to be verified: the tenant refused a decision, or it is not known what became of the request. */
export type Doubt = 'was-refused' | 'unknown'

/** A decision settles a work item, which can be read again; an action is any other write. */
export type WriteKind = 'decision' | 'action'

export interface EntryCore {
  readonly kind: WriteKind
  readonly state: EntryState
  /** Only while verifying. */
  readonly doubt: Doubt | null
  /** Held until the person says so, however long that takes. */
  readonly endless: boolean
  /** How often the request has left, not counting those that were provably not executed. */
  readonly attempt: number
  /** `yes`: the tenant answered it (perhaps with a refusal); `unknown`: it may have been carried out. */
  readonly sent: Sent
  /** Done, established by reading the work item again. */
  readonly confirmed: boolean
  readonly waiting: Waiting | null
  readonly problem: Problem | null
  readonly trackingId: string | null
}

/** Everything that must be true before a request may leave. */
export interface Clearance {
  readonly lease: boolean
  /** The run is neither paused nor stopped. */
  readonly running: boolean
  readonly signedIn: boolean
  readonly paced: boolean
  /** The intent is part of the very transaction that stores this move. */
  readonly intent: boolean
}

export type EntryEvent =
  | { readonly type: 'hold-ended' }
  /** The person ended the hold before its time, or confirmed an endless one. */
  | { readonly type: 'confirmed' }
  | { readonly type: 'taken-back' }
  | { readonly type: 'cleared'; readonly clearance: Clearance }
  | { readonly type: 'expectation-broken'; readonly problem: Problem }
  | { readonly type: 'recheck-failed'; readonly waiting: Waiting | null }
  | { readonly type: 'sign-in-overdue' }
  /** Never sent, and for so long nobody came back to it that it may keep its object from others no longer. */
  | { readonly type: 'forgotten'; readonly problem: Problem }
  /** `taskId`: of the task in which the tenant goes on with it, null when it named none; absent where there is no task. */
  | { readonly type: 'succeeded'; readonly trackingId: string | null; readonly taskId?: string | null }
  /** The tenant took it, but only a reading shows that it was done (a deletion). */
  | { readonly type: 'accepted'; readonly trackingId: string | null; readonly problem: Problem }
  | { readonly type: 'not-executed'; readonly waiting: Waiting | null }
  | { readonly type: 'tenant-refused'; readonly problem: Problem }
  | { readonly type: 'in-doubt'; readonly problem: Problem }
  | { readonly type: 'read-shows-ours' }
  | { readonly type: 'read-shows-otherwise'; readonly problem: Problem }
  /**
   * Nothing decided, or only a part. `readsAt` are the monotonic times of all such readings of this attempt, the newest last;
   * `timeoutAt` is when the write's own timeout has surely passed (ms).
   */
  | { readonly type: 'read-as-before'; readonly readsAt: readonly number[]; readonly timeoutAt: number }
  /** 403 or 404 to a forward: the new owner may have it, or somebody else. Also an action that cannot be read back. */
  | { readonly type: 'read-out-of-sight' }
  /** The person is gone, as one reading says; another must say so too. */
  | { readonly type: 'read-gone-once' }
  | { readonly type: 'read-failed'; readonly waiting: Waiting | null }
  | { readonly type: 'check-again' }
  | { readonly type: 'send-again' }
  | { readonly type: 'dismissed' }

/** What the caller has to do once the move is stored. `send` is given by exactly one move, and only there. */
export type Effect = 'send' | 'verify'

export type Step =
  | { readonly ok: true; readonly entry: EntryCore; readonly effects: readonly Effect[] }
  | { readonly ok: false; readonly reason: string }

/** Two readings that show nothing must lie this far apart before the person is asked, and two before a deletion is believed (ms). */
export const READS_APART_MS = 2_000

const TERMINAL: ReadonlySet<EntryState> = new Set(['done', 'refused', 'conflict', 'cancelled', 'dismissed'])

/** Whether nothing can happen to the entry any more. */
export const isTerminal = (state: EntryState): boolean => TERMINAL.has(state)

/** Whether a person may still take it back: exactly until the intent to send is stored. */
export const canTakeBack = (state: EntryState): boolean => state === 'held' || state === 'queued'

/** An entry as it is handed over. */
export const newEntry = (kind: WriteKind): EntryCore => ({
  kind,
  state: 'held',
  doubt: null,
  endless: false,
  attempt: 0,
  sent: 'no',
  confirmed: false,
  waiting: null,
  problem: null,
  trackingId: null,
})

/** The one function that moves an entry. Refuses every move that the table does not have. */
export function step(entry: EntryCore, event: EntryEvent): Step {
  const next = movesFrom[entry.state](entry, event)
  return next ?? { ok: false, reason: `${event.type} does not apply to an entry that is ${entry.state}` }
}

type Moves = (entry: EntryCore, event: EntryEvent) => Step | undefined

const move = (entry: EntryCore, change: Partial<EntryCore>, effects: readonly Effect[] = []): Step => ({
  ok: true,
  entry: { ...entry, waiting: null, ...change },
  effects,
})

const verify = (entry: EntryCore, doubt: Doubt, change: Partial<EntryCore>): Step =>
  move(entry, { ...change, state: 'verifying', doubt }, ['verify'])

const settle = (entry: EntryCore, state: EntryState, change: Partial<EntryCore> = {}): Step =>
  move(entry, { ...change, state, doubt: null })

/** Only what provably never left: what may have been carried out stays until the person has looked at it. */
const forget = (entry: EntryCore, problem: Problem): Step | undefined =>
  entry.attempt === 0 && entry.sent === 'no' ? settle(entry, 'cancelled', { endless: false, problem }) : undefined

const ended: Moves = () => undefined

const movesFrom: Readonly<Record<EntryState, Moves>> = {
  held: (entry, event) => {
    switch (event.type) {
      case 'hold-ended':
        return entry.endless ? undefined : move(entry, { state: 'queued' })
      case 'confirmed':
        return move(entry, { state: 'queued', endless: false })
      case 'taken-back':
        return settle(entry, 'cancelled', { endless: false })
      case 'forgotten':
        return forget(entry, event.problem)
      default:
        return undefined
    }
  },
  queued: (entry, event) => {
    switch (event.type) {
      case 'taken-back':
        return settle(entry, 'cancelled')
      case 'forgotten':
        return forget(entry, event.problem)
      case 'cleared':
        // The request is as good as gone from here on: until an answer says otherwise, it may have been carried out.
        return Object.values(event.clearance).every(Boolean)
          ? move(entry, { state: 'sending', attempt: entry.attempt + 1, sent: 'unknown', problem: null }, ['send'])
          : undefined
      case 'expectation-broken':
        return settle(entry, 'conflict', { problem: event.problem })
      case 'recheck-failed':
        return move(entry, { waiting: event.waiting })
      case 'sign-in-overdue':
        return move(entry, { state: 'held', endless: true })
      default:
        return undefined
    }
  },
  sending: (entry, event) => {
    switch (event.type) {
      case 'succeeded':
        return settle(entry, 'done', { sent: 'yes', problem: null, trackingId: event.trackingId })
      case 'not-executed':
        return move(entry, {
          state: 'queued',
          attempt: entry.attempt - 1,
          sent: entry.attempt > 1 ? 'unknown' : 'no',
          waiting: event.waiting,
        })
      case 'tenant-refused': {
        const answered = { sent: 'yes', problem: event.problem, trackingId: event.problem.trackingId ?? null } as const
        // An action that may have been carried out by an earlier request is perhaps refused for just that.
        return entry.kind === 'action' && entry.attempt === 1
          ? settle(entry, 'refused', answered)
          : verify(entry, 'was-refused', answered)
      }
      case 'accepted':
        return verify(entry, 'unknown', { sent: 'yes', problem: event.problem, trackingId: event.trackingId })
      case 'in-doubt':
        return verify(entry, 'unknown', { problem: event.problem, trackingId: event.problem.trackingId ?? null })
      default:
        return undefined
    }
  },
  verifying: (entry, event) => {
    switch (event.type) {
      case 'read-shows-ours':
        return settle(entry, 'done', { sent: 'yes', confirmed: true, problem: null })
      case 'read-shows-otherwise':
        return settle(entry, 'conflict', { problem: event.problem })
      case 'read-as-before':
        if (entry.doubt === 'was-refused') return settle(entry, 'refused')
        return nothingShowsForCertain(event) ? settle(entry, 'needs-you') : move(entry, {})
      case 'read-out-of-sight':
        // A first request that the tenant refused was not executed, whatever can be seen. After a second one, the first may have been.
        return settle(entry, entry.doubt === 'was-refused' && entry.attempt === 1 ? 'refused' : 'needs-you')
      case 'read-gone-once':
        return move(entry, {})
      case 'read-failed':
        return move(entry, { waiting: event.waiting })
      default:
        return undefined
    }
  },
  'needs-you': (entry, event) => {
    switch (event.type) {
      case 'check-again':
        return verify(entry, 'unknown', {})
      case 'send-again':
        return move(entry, { state: 'queued' })
      case 'dismissed':
        return settle(entry, 'dismissed')
      default:
        return undefined
    }
  },
  done: ended,
  refused: ended,
  conflict: ended,
  cancelled: ended,
  dismissed: ended,
}

function nothingShowsForCertain(event: Extract<EntryEvent, { type: 'read-as-before' }>): boolean {
  const sure = event.readsAt.filter((at) => at >= event.timeoutAt)
  const first = sure[0]
  const last = sure.at(-1)
  return first !== undefined && last !== undefined && last - first >= READS_APART_MS
}
