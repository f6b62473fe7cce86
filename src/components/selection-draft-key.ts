import { browserSettings, draftKey } from '#src/lib/browser-store.ts'

/** Where one person's answers to one account selection are kept. */
export const selectionDraftKey = (userId: string, workItemId: string): string => draftKey(userId, `selection.${workItemId}`)

/** Forgets them: they have been sent, or the work item is closed. */
export const forgetSelectionDraft = (userId: string, workItemId: string): void =>
  browserSettings.write(selectionDraftKey(userId, workItemId), null)
