import { isRecord, textOf } from '#contract/json.ts'
import { draftKey, tabDrafts } from '#src/lib/browser-store.ts'
import { parsedJson } from '#src/lib/parsed-json.ts'

/** A rejection being written: of what, and the note so far. */
export interface RejectDraft {
  readonly workItemId: string
  /** Null for the whole work item. */
  readonly approvalItemId: string | null
  readonly note: string
}

const keyFor = (userId: string) => draftKey(userId, 'reject')

/** What this person had begun to write about this work item, before the page was left or the session ended. */
export function readRejectDraft(userId: string, workItemId: string): RejectDraft | null {
  const draft = parsedJson(tabDrafts.read(keyFor(userId)))
  if (!isRecord(draft) || draft['workItemId'] !== workItemId) return null
  return { workItemId, approvalItemId: textOf(draft['approvalItemId']), note: textOf(draft['note']) ?? '' }
}

export function keepRejectDraft(userId: string, draft: RejectDraft | null): void {
  tabDrafts.write(keyFor(userId), draft && JSON.stringify(draft))
}
