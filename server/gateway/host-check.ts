import type { MiddlewareHandler } from 'hono'
import type { DeskEnv } from './context.ts'
import { messagePage } from './message-page.ts'
import { isPagePath } from './return-to.ts'
import { isLoopbackHost } from './tenant-address.ts'

const LONGEST_TARGET = 8 * 1024
/** Our paths are plain: no escapes, no dots but in file names, no empty or dot segments. */
const PLAIN_PATH = /^\/(?:[A-Za-z0-9_@~-][A-Za-z0-9_.@~-]*(?:\/[A-Za-z0-9_@~-][A-Za-z0-9_.@~-]*)*)?\/?$/

/** The request target as it came over the wire; the URL parser would tidy up what must be refused. */
export const rawTarget = (c: { readonly env: DeskEnv['Bindings'] }): string => c.env.incoming.url ?? '/'

/**
 * `PUBLIC_URL` is the truth (promise S12): a request for any other host is misdirected, whatever forwarded headers say. One kindness:
 * somebody who opened the desk as 127.0.0.1 is sent to its real address.
 */
export function hostCheck(publicUrl: URL): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const { headers, method } = c.env.incoming
    const target = rawTarget(c)
    if (headers.host === publicUrl.host && target.startsWith('/')) return next()
    const asked = `http://${headers.host ?? ''}`
    const path = target.split('?')[0] ?? '/'
    const isNeighbour =
      URL.canParse(asked) &&
      isLoopbackHost(publicUrl.hostname) &&
      isLoopbackHost(new URL(asked).hostname) &&
      new URL(asked).port === publicUrl.port
    if (isNeighbour && (method === 'GET' || method === 'HEAD') && isPagePath(path)) {
      c.set('route', 'redirect-to-public-url')
      return c.redirect(new URL(target, publicUrl).href, 302)
    }
    c.set('route', 'misdirected')
    return c.text('This server does not answer for that host.\n', 421)
  }
}

/** Refuses targets that are too long (8 kB) or not plain, before anything interprets them. */
export function plainTarget(): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const target = rawTarget(c)
    if (target.length > LONGEST_TARGET) return c.text('That address is too long.\n', 414)
    if (PLAIN_PATH.test(target.split('?')[0] ?? '') && !target.includes('#')) return next()
    return messagePage(c, {
      status: 404,
      title: 'There is nothing here',
      text: 'The address does not belong to any page of Countersign.',
      link: { href: '/inbox', text: 'Go to the inbox' },
    })
  }
}
