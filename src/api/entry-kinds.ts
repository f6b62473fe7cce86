import type { DecisionEntry, Entry, EntryDraft, Run } from './runs.ts'

/** With the moment the hold ends on this machine's clock, counted from the server's remaining time. For showing only. */
export const onThisClock = <Each extends { readonly sendsInMs: number | null }>(
  entry: Each,
): Each & { readonly sendsAt: number | null } => ({
  ...entry,
  sendsAt: entry.sendsInMs === null ? null : Date.now() + entry.sendsInMs,
})

export const isDecision = (entry: Entry): entry is DecisionEntry => entry.kind === 'decision'

/** Whether an entry, or the draft of one, is about this work item. */
export const isAbout = (workItemId: string, entry: Entry | EntryDraft): boolean =>
  'workItemId' in entry && entry.workItemId === workItemId

/** The work item an entry, or the draft of one, is about; null for an action on people. */
export const workItemIdOf = (entry: Entry | EntryDraft | Run['entries'][number]): string | null =>
  'workItemId' in entry ? entry.workItemId : null
