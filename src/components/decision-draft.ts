import type { WorkItem } from '#contract/work-item.ts'
import { isDecision } from '#src/api/entry-kinds.ts'
import type {
  ActionDraft,
  ActionEntry,
  DecisionDraft,
  DecisionEntry,
  DecisionOperation,
  Entry,
  EntryDraft,
  RunDraft,
} from '#src/api/runs.ts'
import type { Messages } from '#src/lib/messages/en.ts'
import { seenAge, short } from '#src/lib/seen.ts'
import { approvalItemLabels } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { isForgotten } from './entry-look.ts'
import type { OutcomeTexts } from './outcome-words.ts'
import { verbWord } from './VerbMark.tsx'

/** A decision as a person makes it. */
export interface Decision {
  readonly item: WorkItem
  /** When the page had read the item, ms on this clock. */
  readonly readAt: number
  readonly operation: DecisionOperation
  readonly approvalItemId?: string
  /** The operation's request body, where it has one. */
  readonly body?: unknown
  readonly note?: string
}

interface Moment {
  readonly now: number
  readonly holdMs: number
  /** Who decides. */
  readonly userId: string
}

/**
 * The run for decisions made together, with one note for all of them: exactly what stood on the screen, and how old that was. Where they
 * are another person's work items, it says whose.
 */
export function runOf(decisions: readonly Decision[], note: string | undefined, { now, holdMs, userId }: Moment): RunDraft {
  const words = note?.trim() ?? ''
  const forOwner = otherOwnerOf(decisions, userId)
  return {
    holdMs,
    ...(words !== '' && { note: words.slice(0, 2000) }),
    ...(forOwner && { forOwner }),
    entries: decisions.map((decision) => entryOf(decision, now)),
  }
}

/** The one person, other than the one who decides, to whom all of the work items belong; null when there is none. */
function otherOwnerOf(decisions: readonly Decision[], userId: string): { id: string; name: string } | null {
  const [first, ...others] = decisions.map(({ item }) => item.owner)
  if (!first?.id || first.id === userId || others.some((owner) => owner?.id !== first.id)) return null
  return { id: first.id, name: (first.name ?? first.id).slice(0, 1000) }
}

function entryOf({ item, readAt, operation, approvalItemId, body }: Decision, now: number): DecisionDraft {
  return {
    operation,
    workItemId: item.id,
    ...(approvalItemId !== undefined && { approvalItemId }),
    ...(body !== undefined && { body }),
    seen: {
      ageMs: seenAge(readAt, now),
      name: short(item.name, 1000),
      type: short(item.type.raw, 64),
      description: short(item.description, 4000),
      requesterName: short(item.requester?.name ?? null, 1000),
      ownerId: item.owner?.id ?? null,
      ownerName: short(item.owner?.name ?? null, 1000),
      state: item.state?.raw ?? null,
      modified: item.modified,
      approvalItems: item.approvalItems.map((each) => ({
        id: each.id,
        state: each.state?.raw ?? null,
        account: short(each.account, 1000),
        application: short(each.application, 1000),
        attribute: short(each.attribute, 1000),
        operation: short(each.operation, 1000),
        value: short(each.value, 4000),
      })),
    },
  }
}

type PressedDecision = Pick<DecisionDraft, 'operation' | 'seen'> & { readonly approvalItemId?: string | null | undefined }
type PressedAction = Pick<ActionDraft | ActionEntry, 'operation' | 'seen'>
type Pressed = PressedDecision | PressedAction

/** The name of what was pressed on: the approval item's, or null for a whole work item and for people, whose names stand beside it. */
function labelOf(messages: Messages, pressed: Pressed): string | null {
  if ('people' in pressed.seen) return null
  const { seen } = pressed
  const approvalItemId = 'approvalItemId' in pressed ? pressed.approvalItemId : null
  if (approvalItemId === null || approvalItemId === undefined) return null
  const changes = seen.approvalItems.map((each) => ({
    id: each.id,
    account: each.account ?? null,
    application: each.application ?? null,
    attribute: each.attribute ?? null,
    operation: each.operation ?? null,
    value: each.value ?? null,
  }))
  const label = approvalItemLabels(changes, (verb) => verbWord(messages, verb)).get(approvalItemId)
  return label === undefined ? null : visibleText(label)
}

/** What was pressed, e.g. "Approve Finance Reader". */
export const pressedText = (messages: Messages, pressed: Pressed): string =>
  messages.entry.what(messages.acts[pressed.operation], labelOf(messages, pressed))

/** The same for a run: of one entry what was pressed on it, of many the act and how many. */
export function pressedOnAll(messages: Messages, entries: readonly Pressed[]): string {
  const [first, ...others] = entries
  if (!first) return ''
  if (others.length === 0) return pressedText(messages, first)
  const people = entries.map(peopleIn)
  return messages.entry.what(
    messages.acts[first.operation],
    people.every((count) => count !== null)
      ? messages.entry.people(people.reduce((sum, count) => sum + count, 0))
      : messages.entry.workItems(entries.length),
  )
}

/** How many people an action is about; null for a decision. */
const peopleIn = ({ seen }: Pick<Pressed, 'seen'>): number | null =>
  'people' in seen ? (seen.count ?? seen.people.length) : null

/** The work item's name as it was seen; of an action the person's, or how many they are. */
export function seenName(messages: Messages, { seen }: Pick<EntryDraft | Entry, 'seen'>): string {
  if (!('people' in seen)) return visibleText(seen.name ?? messages.unnamed)
  const [person, ...others] = seen.people
  if (!person || others.length > 0) return messages.entry.people(peopleIn({ seen }) ?? 0)
  return visibleText(person.name ?? person.alias ?? messages.person.byId(person.id))
}

/** Why it was cancelled though nobody took it back; null of anything else. */
export function forgottenText(words: OutcomeTexts, entry: Pick<Entry, 'state' | 'problem'>): string | null {
  if (!isForgotten(entry)) return null
  return words.forgotten[entry.problem?.kind === 'paused-too-long' ? 'paused-too-long' : 'sign-in-too-late']
}

/** How an entry ended, in a sentence; null while it is open. */
export function outcomeText(messages: Messages, words: OutcomeTexts, entry: Entry): string | null {
  const done = () => messages.entry.what(words.acts[entry.operation], labelOf(messages, entry))
  switch (entry.state) {
    case 'done':
      if (!entry.confirmedByReading) return words.done(done(), entry.endedAt)
      return isDecision(entry) ? words.doneByReading(done(), entry.endedAt) : words.confirmed(done(), entry.endedAt)
    case 'refused':
      return words.refused(pressedText(messages, entry))
    case 'conflict':
      return isDecision(entry) ? conflictText(messages, words, entry) : actionConflictText(words, entry)
    case 'cancelled':
      return forgottenText(words, entry) ?? words.cancelled
    case 'dismissed':
      return words.dismissed
    default:
      return null
  }
}

function conflictText({ states }: Messages, words: OutcomeTexts, { problem }: DecisionEntry): string {
  const kind = problem?.kind ?? ''
  const known = kind === 'changed' || kind === 'decided-elsewhere' || kind === 'gone' || kind === 'expired' ? kind : 'other'
  const now = problem?.now ?? null
  if (now === null || known === 'changed') return words.conflict[known]
  const named = Object.entries(states).find(([state]) => state.toLowerCase() === now.toLowerCase())?.[1] ?? now
  return `${words.conflict[known]} ${words.conflictNow(visibleText(named).toLowerCase(), problem?.at ?? null)}`
}

function actionConflictText(words: OutcomeTexts, { problem }: ActionEntry): string {
  const found = Object.entries(words.actionConflict).find(([kind]) => kind === problem?.kind)?.[1] ?? words.actionConflict.changed
  const now = problem?.now ?? null
  return now === null ? found : `${found} (${visibleText(now)})`
}

/** Which approval items of a work item are in a decision on its way; a whole-item decision covers them all. */
export function coveredBy(
  entries: readonly Pick<DecisionEntry, 'workItemId' | 'approvalItemId'>[],
  item: WorkItem,
): ReadonlySet<string> {
  const own = entries.filter(({ workItemId }) => workItemId === item.id)
  if (own.some(({ approvalItemId }) => approvalItemId === null)) return new Set(item.approvalItems.map(({ id }) => id))
  return new Set(own.flatMap(({ approvalItemId }) => approvalItemId ?? []))
}
