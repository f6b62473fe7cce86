import { isRecord, textOf } from '#contract/json.ts'
import { draftKey, tabDrafts } from '#src/lib/browser-store.ts'
import { parsedJson } from '#src/lib/parsed-json.ts'
import type { ChosenPerson } from './PersonPicker.tsx'

/** A hand-over being written. */
export interface ForwardDraft {
  readonly person: ChosenPerson | null
  readonly comment: string
  readonly sendNotifications: boolean
}

export const emptyForwardDraft: ForwardDraft = { person: null, comment: '', sendNotifications: true }

const keyFor = (userId: string) => draftKey(userId, 'forward')
const nameOf = (workItemIds: readonly string[]) => workItemIds.toSorted().join(' ')

/** What this person had begun to write about exactly these work items; null when nothing. */
export function readForwardDraft(userId: string, workItemIds: readonly string[]): ForwardDraft | null {
  const kept = parsedJson(tabDrafts.read(keyFor(userId)))
  if (!isRecord(kept) || kept['items'] !== nameOf(workItemIds)) return null
  const person = kept['person']
  const id = isRecord(person) ? textOf(person['id']) : null
  return {
    person: isRecord(person) && id !== null ? { id, name: textOf(person['name']) } : null,
    comment: textOf(kept['comment']) ?? '',
    sendNotifications: kept['sendNotifications'] !== false,
  }
}

export function keepForwardDraft(userId: string, workItemIds: readonly string[], draft: ForwardDraft | null): void {
  tabDrafts.write(keyFor(userId), draft && JSON.stringify({ ...draft, items: nameOf(workItemIds) }))
}
