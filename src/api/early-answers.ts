import type { EarlyAnswers } from '#src/early.ts'

declare global {
  /** What `early.ts` asked for. */
  var earlyAnswers: EarlyAnswers | undefined
}

/** An answer nobody has taken after so long (ms) is no longer the newest. */
const goodFor = 15_000

/** `fetch`, except that a read which was asked for before the page's code had arrived gets that answer. Each is given once. */
export function fetchOrEarly(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const address = pathname + search
  const early = request.method === 'GET' ? goodAnswers()?.get(address) : undefined
  globalThis.earlyAnswers?.byAddress.delete(address)
  return early ?? fetch(request)
}

/** When a read whose address begins like this was asked for, ms: now, unless it was before. To be called before the read itself. */
export function askedAt(beginning: string): number {
  const isEarly = [...(goodAnswers()?.keys() ?? [])].some((address) => address.startsWith(beginning))
  return (isEarly ? globalThis.earlyAnswers?.askedAt : undefined) ?? Date.now()
}

const goodAnswers = () =>
  globalThis.earlyAnswers && Date.now() - globalThis.earlyAnswers.askedAt < goodFor
    ? globalThis.earlyAnswers.byAddress
    : undefined
