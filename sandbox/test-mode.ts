import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { faultKinds, readFault } from './http/faults.ts'
import type { Faults } from './http/faults.ts'
import { readJsonBody } from './http/read-body.ts'
import { isRecord } from '#contract/json.ts'
import type { TenantDeps } from './deps.ts'
import type { TestControls } from './test-controls.ts'
import { personas } from './personas.ts'
import { isoTime } from './text.ts'

type Env = { Bindings: Partial<HttpBindings> }

const isLoopback = (address: string | undefined): boolean =>
  address === undefined || address === '::1' || address.replace('::ffff:', '').startsWith('127.')

/** A hundred years: enough for anybody, and the sum stays a date. */
const MOST_MS = 100 * 365 * 86_400_000

/** What cannot be read is refused like what makes no sense. */
const bodyOf = (request: Request): Promise<unknown> => readJsonBody(request).catch(() => undefined)

/** Which persona is to have which user levels or status from now on; undefined for anything else. */
function readPerson(body: unknown) {
  if (!isRecord(body)) return undefined
  const { persona, authorities, status } = body
  const named = personas.find(({ key }) => key === persona)
  const levels = Array.isArray(authorities) && authorities.every((level) => typeof level === 'string') ? authorities : undefined
  if (!named || (authorities !== undefined && !levels) || (status !== undefined && typeof status !== 'string')) return undefined
  if (levels === undefined && status === undefined) return undefined
  const change = { ...(levels && { authorities: JSON.stringify(levels) }), ...(status !== undefined && { status }) }
  return { persona: named.key, change }
}

/** `/_sandbox`, in test mode only and for callers on this machine: the effect log, faults on request, naive writes, people's levels, the clock. */
export function createTestMode(
  { store, clock }: Pick<TenantDeps, 'store' | 'clock'>,
  faults: Faults,
  controls: TestControls,
): Hono<Env> {
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
        taskId: row.task_id,
      })),
    )
  })
  app.post('/faults', async (c) => {
    const fault = readFault(await bodyOf(c.req.raw))
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
  app.post('/naive', async (c) => {
    const body = await bodyOf(c.req.raw)
    const on = isRecord(body) ? body['on'] : undefined
    if (typeof on !== 'boolean') return c.json({ error: 'Expected {on: true} or {on: false}.' }, 400)
    controls.isNaive = on
    return c.body(null, 204)
  })
  app.post('/person', async (c) => {
    const person = readPerson(await bodyOf(c.req.raw))
    if (!person) return c.json({ error: 'Expected {persona} with authorities (a list of user levels), status, or both.' }, 400)
    await store.updateTable('identity').set(person.change).where('persona', '=', person.persona).execute()
    return c.body(null, 204)
  })
  app.post('/clock', async (c) => {
    const body = await bodyOf(c.req.raw)
    const ms = isRecord(body) ? body['advanceMs'] : undefined
    if (typeof ms !== 'number' || !Number.isInteger(ms) || ms < 0 || ms + controls.skew > MOST_MS) {
      return c.json({ error: 'Expected {advanceMs} with a whole number of milliseconds: time only goes forward.' }, 400)
    }
    await controls.advance(ms)
    return c.json({ now: isoTime(clock()) })
  })
  return app
}
