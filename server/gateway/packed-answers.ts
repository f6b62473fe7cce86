import type { MiddlewareHandler } from 'hono'
import type { DeskEnv } from './context.ts'
import { acceptedEncoding, pack, WORTH_PACKING_BYTES } from './packing.ts'

/**
 * Sends JSON packed to whoever takes that: a page of 250 work items shrinks to a sixth, and ten thousand are forty such pages.
 *
 * Packing what holds secrets can betray them to somebody who has text of theirs reflected beside it and sees the lengths (BREACH). Here
 * nobody can have that done from elsewhere: an answer is only given to our own page (`guard`), and none holds a secret of the session.
 */
export function packedAnswers(): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    await next()
    const { res } = c
    if (!res.headers.get('content-type')?.startsWith('application/json')) return
    res.headers.append('vary', 'accept-encoding')
    const encoding = acceptedEncoding(c.req.header('accept-encoding'))
    if (!encoding || !res.body || c.req.method === 'HEAD') return
    const bytes = new Uint8Array(await res.arrayBuffer())
    const isWorthIt = bytes.byteLength >= WORTH_PACKING_BYTES
    const headers = new Headers(res.headers)
    headers.delete('content-length')
    if (isWorthIt) headers.set('content-encoding', encoding)
    c.res = undefined
    c.res = new Response(isWorthIt ? await pack(bytes, encoding, 'each-time') : bytes, { status: res.status, headers })
  }
}
