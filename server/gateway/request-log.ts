import type { MiddlewareHandler } from 'hono'
import type { Clock } from '../tenant/clock.ts'
import type { DeskEnv } from './context.ts'

/** One line of the log. Ids, numbers and names of ours only: no path, query, body, name or address of anybody (promise W6). */
export type LogLine = Readonly<Record<string, string | number>>

export type Log = (line: LogLine) => void

/** Writes lines as JSON, one each, so that no value can begin a line of its own. */
export const jsonLog =
  (write: (line: string) => void): Log =>
  (line) =>
    write(`${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`)

/** Gives each request an id of ours and logs it when it is answered. */
export function requestLog(options: {
  readonly log: Log
  readonly clock: Clock
  readonly random: (bytes: number) => Uint8Array
}): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const began = options.clock.monotonic()
    const requestId = Buffer.from(options.random(9)).toString('base64url')
    c.set('requestId', requestId)
    c.set('route', 'unknown')
    await next()
    c.res.headers.set('x-request-id', requestId)
    const signedIn: DeskEnv['Variables']['signedIn'] | undefined = c.get('signedIn')
    options.log({
      level: c.res.status >= 500 ? 'error' : 'info',
      requestId,
      method: c.req.method,
      route: c.get('route'),
      status: c.res.status,
      ms: Math.round(options.clock.monotonic() - began),
      ...(signedIn ? { userId: signedIn.userId } : {}),
    })
  }
}

/** A fault of ours for the log: what kind and where, without its message, which may quote what somebody typed. */
export function describeFault(error: unknown): LogLine {
  if (!(error instanceof Error)) return { fault: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return {
    fault: error.name,
    ...code,
    at: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' | '),
  }
}
