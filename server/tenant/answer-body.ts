/** What became of an answer's body; `bytes` is the same as it came, for whoever passes it on. */
export type BodyRead =
  | { readonly ok: true; readonly body: unknown; readonly bytes?: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly reason: 'unreadable' | 'too-large' }

/** Promise S9: an answer is at most this long (bytes). */
const LONGEST_BODY = 10 * 1024 * 1024

/**
 * Reads a body to its end: JSON in UTF-8 or nothing at all (`undefined`). Rejects as the stream does when the connection breaks.
 * `longest` is in bytes.
 */
export async function readBody(response: Response, longest: number = LONGEST_BODY): Promise<BodyRead> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (;;) {
    const part = await reader?.read()
    if (!part || part.done) break
    size += part.value.byteLength
    if (size > longest) {
      await reader?.cancel()
      return { ok: false, reason: 'too-large' }
    }
    chunks.push(part.value)
  }
  if (size === 0) return { ok: true, body: undefined }
  if (!isJson(response.headers.get('content-type'))) return { ok: false, reason: 'unreadable' }
  try {
    const bytes = Buffer.concat(chunks)
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return { ok: true, body, bytes }
  } catch {
    return { ok: false, reason: 'unreadable' }
  }
}

function isJson(contentType: string | null): boolean {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? ''
  return type === 'application/json' || (type.startsWith('application/') && type.endsWith('+json'))
}
