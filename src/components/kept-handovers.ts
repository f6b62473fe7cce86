import { isRecord, listOf, textOf } from '#contract/json.ts'
import { ApiError } from '#src/api/errors.ts'
import type { RunDraft } from '#src/api/runs.ts'
import { parsedJson } from '#src/lib/parsed-json.ts'

interface Kept {
  readonly runId: string
  readonly draft: RunDraft
  readonly error: ApiError
}

/**
 * Reads what this tab kept of decisions that never reached the server; anything odd is forgotten. They wait for the person: nothing is
 * sent by itself.
 */
export function keptHandovers(text: string | null): Kept[] {
  return listOf(parsedJson(text)).flatMap((entry) => {
    const runId = isRecord(entry) ? textOf(entry['runId']) : null
    if (!isRecord(entry) || runId === null || !isDraft(entry['draft'])) return []
    const sent = entry['sent'] === 'no' ? 'no' : 'unknown'
    return [{ runId, draft: entry['draft'], error: new ApiError({ status: 0, code: 'kept', message: null, sent }) }]
  })
}

/** Whether it has the shape this page writes; the server checks the rest. */
function isDraft(value: unknown): value is RunDraft {
  if (!isRecord(value) || typeof value['holdMs'] !== 'number') return false
  const entries = listOf(value['entries'])
  return (
    entries.length > 0 &&
    entries.every(
      (entry) =>
        isRecord(entry) &&
        typeof entry['operation'] === 'string' &&
        isRecord(entry['seen']) &&
        ((typeof entry['workItemId'] === 'string' && Array.isArray(entry['seen']['approvalItems'])) ||
          Array.isArray(entry['seen']['people'])),
    )
  )
}
