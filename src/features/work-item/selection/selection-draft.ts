import { selectionDraftKey } from '#src/components/selection-draft-key.ts'
import { readAnswers, writeAnswers } from '#src/lib/account-selection.ts'
import type { Answers } from '#src/lib/account-selection.ts'
import { browserSettings } from '#src/lib/browser-store.ts'
import { parsedJson } from '#src/lib/parsed-json.ts'

/** What this person had answered so far; kept in the browser, over reloads and sign-ins, until it is sent or they sign out. */
export const readSelectionDraft = (userId: string, workItemId: string): Answers | null =>
  readAnswers(parsedJson(browserSettings.read(selectionDraftKey(userId, workItemId))))

export const keepSelectionDraft = (userId: string, workItemId: string, answers: Answers): void =>
  browserSettings.write(selectionDraftKey(userId, workItemId), writeAnswers(answers))
