/** What the acts on a person in this ledger mean for the next one. Pure; times are wall-clock ms. */
import type { components } from '#contract/generated/desk.ts'
import { isRecord, textOf } from '#contract/json.ts'
import type { InvitedPerson, PersonAct } from '../store/people.ts'
import type { TaskRecord } from '../store/tasks.ts'
import type { UserKey } from '../tenant/token-source.ts'
import type { ActionOperation } from './action.ts'
import { taskView } from './entry-view.ts'

type Clocks = components['schemas']['Clocks']

/** By the vendor: a password mail's link holds for 2 hours, an invitation's for 7 days; one person is synchronised once in 10 s. */
const PASSWORD_LINK_MS = 2 * 3_600_000
const INVITATION_LINK_MS = 7 * 86_400_000
export const SYNC_PAUSE_MS = 10_000

/** How long is left of the pause after `last`. A clock that was set back never makes it longer than it is. */
export const coolDownLeft = (last: number, now: number): number =>
  Math.min(SYNC_PAUSE_MS, Math.max(0, last + SYNC_PAUSE_MS - now))

const iso = (ms: number): string => new Date(ms).toISOString()

const linkOf = (sentAt: number, validMs: number, now: number) => ({
  validUntil: iso(sentAt + validMs),
  validMs: Math.max(0, sentAt + validMs - now),
})

/** `acts` are all on this person, the newest first; `asker` sees the ids of runs of their own, and their tasks in full. */
export function clocksOf(identityId: string, acts: readonly PersonAct[], asker: UserKey, now: number): Clocks {
  /** The last of a kind that took effect, or may have. */
  const last = (operation: ActionOperation) => {
    const act = acts.find((one) => one.operation === operation && one.sentAt !== null && isKnown(one))
    if (!act || act.sentAt === null) return null
    const base = { at: iso(act.sentAt), by: act.by, outcome: act.state === 'done' ? ('done' as const) : ('unknown' as const) }
    return { act, base, sentAt: act.sentAt, task: act.task && taskFor(act.task, act.by.id === asker.userId) }
  }
  const mail = last('sendIdentityVerificationAccountToken')
  const invited = last('startIdentitiesInvite')
  const synchronised = last('synchronizeAttributesForIdentity')
  const processed = last('startIdentityProcessing')
  const body = isRecord(mail?.act.body) ? mail.act.body : {}
  return {
    identityId,
    passwordMail: mail && {
      ...mail.base,
      ...linkOf(mail.sentAt, PASSWORD_LINK_MS, now),
      via: textOf(body['via']) ?? '',
      sourceName: textOf(body['sourceName']),
    },
    invitation: invited && { ...invited.base, ...linkOf(invited.sentAt, INVITATION_LINK_MS, now), task: invited.task },
    reset: last('resetIdentity')?.base ?? null,
    synchronisation: synchronised && { ...synchronised.base, freeInMs: coolDownLeft(synchronised.sentAt, now) },
    processing: processed && { ...processed.base, task: processed.task },
    open: acts
      .filter(({ isOpen }) => isOpen)
      .map(({ operation, state, by, createdAt, runId }) => ({
        operation,
        state,
        by,
        since: iso(createdAt),
        runId: by.id === asker.userId ? runId : null,
      })),
  }
}

/** A task of somebody else's run may be about 250 people, and be hidden from the asker at the tenant: only how it stands is told. */
const taskFor = (task: TaskRecord, isOwn: boolean) =>
  taskView(isOwn ? task : { ...task, id: null, status: null, percent: null, progress: null, messages: [], figures: {} })

/** Done, or with an outcome that only the person could not establish. What is still on its way is among the open ones. */
const isKnown = ({ state, mayHaveRun }: PersonAct): boolean =>
  state === 'done' || ((state === 'needs-you' || state === 'dismissed') && mayHaveRun)

/** How long the link of an invitation holds. */
export const invitationOf = ({ sentAt, by }: InvitedPerson, now: number) => ({
  at: iso(sentAt),
  by,
  outcome: 'done' as const,
  ...linkOf(sentAt, INVITATION_LINK_MS, now),
})
