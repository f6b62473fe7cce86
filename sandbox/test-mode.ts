import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { faultKinds, readFault } from './http/faults.ts'
import type { Faults } from './http/faults.ts'
import { readJsonBody } from './http/read-body.ts'
import type { SandboxStore } from './store/open.ts'

type Env = { Bindings: Partial<HttpBindings> }

const isLoopback = (address: string | undefined): boolean =>
  address === undefined || address === '::1' || address.replace('::ffff:', '').startsWith('127.')

/** `/_sandbox`, in test mode only and for callers on this machine: the effect log, and faults on request. */
export function createTestMode(store: SandboxStore, faults: Faults): Hono<Env> {
  const app = new Hono<Env>()
  app.use('*', async (c, next) => (isLoopback(c.env?.incoming?.socket.remoteAddress) ? next() : c.notFound()))
  app.get('/effects', async (c) => {
    const rows = await store.selectFrom('effect').selectAll().orderBy('seq').execute()
    return c.json(
      rows.map((row) => ({
        seq: row.seq,
        at: row.at,
        operation: row.operation,
        by: row.by,
        workItemId: row.work_item_id,
        approvalItemId: row.approval_item_id,
        identityId: row.identity_id,
      })),
    )
  })
  app.post('/faults', async (c) => {
    const fault = readFault(await readJsonBody(c.req.raw).catch(() => undefined))
    if (!fault)
      return c.json(
        { error: `Expected {operation, nth?, kind, times?, delayMs?} with kind one of ${faultKinds.join(', ')}.` },
        400,
      )
    faults.add(fault)
    return c.body(null, 204)
  })
  app.delete('/faults', (c) => {
    faults.clear()
    return c.body(null, 204)
  })
  return app
}
