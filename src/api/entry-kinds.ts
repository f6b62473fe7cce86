import type { DecisionEntry, Entry, EntryDraft } from './runs.ts'

export const isDecision = (entry: Entry): entry is DecisionEntry => entry.kind === 'decision'

/** Whether an entry, or the draft of one, is about this work item. */
export const isAbout = (workItemId: string, entry: Entry | EntryDraft): boolean =>
  'workItemId' in entry && entry.workItemId === workItemId
