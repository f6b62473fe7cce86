import { duplicateKey } from './duplicate-keys.ts'
import { badRequest } from './errors.ts'

const MAX_BYTES = 256 * 1024
const MAX_DEPTH = 20
const LONE_SURROGATE = /\p{Surrogate}/u

/** Reads at most 256 kB; raises the tenant's 400 when there is more. */
async function readBytes(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_BYTES) throw badRequest(`The request body is larger than ${MAX_BYTES} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Refuses what no honest client sends: nesting beyond 20 levels, half characters. */
function holdToLimits(value: unknown, depth: number): void {
  if (typeof value === 'string' && LONE_SURROGATE.test(value)) throw badRequest('The request body holds half a character.')
  if (typeof value !== 'object' || value === null) return
  if (depth > MAX_DEPTH) throw badRequest(`The request body is nested deeper than ${MAX_DEPTH} levels.`)
  for (const [key, inner] of Object.entries(value)) {
    holdToLimits(key, depth)
    holdToLimits(inner, depth + 1)
  }
}

/**
 * The request's JSON body, or undefined when it is empty. Raises the tenant's 400 for anything that is not plain UTF-8 JSON within the
 * limits. An empty body may carry any content type: the vendor's SDK labels its empty bodies as JSON.
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  const bytes = await readBytes(request)
  if (bytes.byteLength === 0) return undefined
  if (request.headers.has('content-encoding')) throw badRequest('Compressed request bodies are not accepted.')
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw badRequest('The request body must be application/json.')
  let text: string
  let value: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    value = JSON.parse(text)
  } catch {
    throw badRequest('The request body is not valid JSON.')
  }
  holdToLimits(value, 1)
  const twice = duplicateKey(text)
  if (twice !== undefined) throw badRequest(`The request body names ${JSON.stringify(twice.slice(0, 128))} twice in one object.`)
  return value
}
