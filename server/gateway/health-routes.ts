import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Store } from '../store/store.ts'
import type { DeskEnv } from './context.ts'

/** For watchdogs: no session, no version, no detail. `isStopping` turns readiness off while requests in flight still end. */
export function createHealthRoutes(options: { readonly store: Store; readonly isStopping: () => boolean }): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get('/live', (c) => {
    c.set('route', 'getLiveness')
    return c.json({ status: 'ok' })
  })
  app.get('/ready', async (c) => {
    c.set('route', 'getReadiness')
    if (options.isStopping()) return c.json({ status: 'stopping' }, 503)
    try {
      await sql`select 1`.execute(options.store)
      return c.json({ status: 'ok' })
    } catch {
      return c.json({ status: 'store-unavailable' }, 503)
    }
  })
  return app
}
