import { readAnswers, writeAnswers } from '#src/lib/account-selection.ts'
import type { Answers } from '#src/lib/account-selection.ts'
import { browserSettings, draftKey } from '#src/lib/browser-store.ts'
import { parsedJson } from '#src/lib/parsed-json.ts'

const keyFor = (userId: string, workItemId: string) => draftKey(userId, `selection.${workItemId}`)

/** What this person had answered so far; kept in the browser, over reloads and sign-ins, until it is sent or they sign out. */
export const readSelectionDraft = (userId: string, workItemId: string): Answers | null =>
  readAnswers(parsedJson(browserSettings.read(keyFor(userId, workItemId))))

export function keepSelectionDraft(userId: string, workItemId: string, answers: Answers | null): void {
  browserSettings.write(keyFor(userId, workItemId), answers && writeAnswers(answers))
}
