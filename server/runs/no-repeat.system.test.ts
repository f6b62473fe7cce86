/** Promise D3, over real sockets: how often does a write leave, whatever happens to it? */
import { randomUUID } from 'node:crypto'
import { describe, test, vi } from 'vitest'
import { systemClock } from '../tenant/clock.ts'
import type { TokenSource } from '../tenant/token-source.ts'
import type { EntryDraft } from './decision.ts'
import { approve, draft, forward, me, openDesk, whole } from './testing/desk.ts'
import { onPerson } from './testing/people.ts'
import { httpText, openRawTenant } from './testing/raw-tenant.ts'
import type { RawRequest } from './testing/raw-tenant.ts'
import { TenantModel } from './testing/tenant-model.ts'

interface Fault {
  readonly name: string
  /** What the tenant does with a write; readings are answered. */
  readonly write: (request: RawRequest) => void
  /** How often the write leaves in all, and how the entry ends. */
  readonly writes: number
  readonly state: 'done' | 'needs-you'
  readonly confirmed: boolean
  /** The tenant is only there after a while. */
  readonly late?: boolean
}

const once =
  (first: (request: RawRequest) => void) =>
  (request: RawRequest): void =>
    request.count === 1 ? first(request) : request.reply(request.act())

const DTO = { detailCode: '500.0', trackingId: 't', messages: [], causes: [] }

const faults: readonly Fault[] = [
  {
    name: 'connection refused at first',
    write: ({ act, reply }) => reply(act()),
    writes: 1,
    state: 'done',
    confirmed: false,
    late: true,
  },
  { name: 'closed before the effect', write: ({ socket }) => socket.end(), writes: 1, state: 'needs-you', confirmed: false },
  {
    name: 'closed after the effect',
    write: ({ act, socket }) => (act(), socket.end()),
    writes: 1,
    state: 'done',
    confirmed: true,
  },
  {
    name: 'reset after the effect',
    write: ({ act, socket }) => (act(), socket.resetAndDestroy()),
    writes: 1,
    state: 'done',
    confirmed: true,
  },
  {
    name: '500 before the effect',
    write: ({ reply }) => reply({ status: 500, body: DTO }),
    writes: 1,
    state: 'needs-you',
    confirmed: false,
  },
  {
    name: '500 after the effect',
    write: ({ act, reply }) => (act(), reply({ status: 500, body: DTO })),
    writes: 1,
    state: 'done',
    confirmed: true,
  },
  {
    name: 'answer cut short after the effect',
    write: ({ act, socket }) => socket.end(httpText(act(), 100_000)),
    writes: 1,
    // A forward's answer is empty, but one that promises more than it brings is none.
    state: 'done',
    confirmed: true,
  },
  { name: 'no answer in time, after the effect', write: ({ act }) => void act(), writes: 1, state: 'done', confirmed: true },
  {
    name: '429 at first',
    write: once(({ reply }) => reply({ status: 429, body: { message: 'slow' }, headers: { 'retry-after': '1' } })),
    writes: 2,
    state: 'done',
    confirmed: false,
  },
  {
    name: '401 at first',
    write: once(({ reply }) => reply({ status: 401, body: { error: 'JWT expired' } })),
    writes: 2,
    state: 'done',
    confirmed: false,
  },
]

const operations: readonly [string, (model: TenantModel) => EntryDraft][] = [
  ['approve', (model) => approve(model.add('w1'))],
  ['forward', (model) => forward(model.add('w1'))],
  ['bulk approve', (model) => whole(model.add('w1'), 'approveApprovalItemsInBulk')],
  ['reset', (model) => onPerson('resetIdentity', model.people.add('w1'))],
]

function refreshing(): TokenSource {
  let token = 'old'
  return {
    tokenFor: () => Promise.resolve(token),
    replace: () => {
      token = 'new'
      return Promise.resolve(token)
    },
  }
}

describe.concurrent('D3 nothing repeats a write by itself', () => {
  const cells = faults.flatMap((fault) => operations.map(([name, entry]) => ({ fault, entry, name: `${fault.name}, ${name}` })))
  test.for(cells)('D3 $name', async ({ fault, entry }, { onTestFinished, expect }) => {
    const model = new TenantModel()
    const write = entry(model)
    const handle = (request: RawRequest) => (request.method === 'GET' ? request.reply(request.act()) : fault.write(request))
    let tenant = await openRawTenant(model, handle)
    if (fault.late) await tenant.close()
    const desk = await openDesk({
      clock: systemClock,
      fetch,
      apiUrl: tenant.url,
      tokens: refreshing(),
      // A reading that is late on a busy machine is tried again later and later.
      timeouts: { readMs: 2_000, writeMs: 400 },
    })
    await desk.runner.start()
    const runId = randomUUID()
    const state = async () => (await desk.service.get(me, runId)).entries[0]
    await desk.service.put(me, runId, draft([write]))
    if (fault.late) {
      await vi.waitUntil(async () => (await state())?.waiting === 'network', { timeout: 20_000 })
      tenant = await openRawTenant(model, handle, tenant.port)
    }
    onTestFinished(async () => {
      await desk.runner.stop()
      await tenant.close()
      await desk.close()
    })
    await vi.waitUntil(async () => (await state())?.state === fault.state, { timeout: 60_000, interval: 50 })
    expect(await state()).toMatchObject({ state: fault.state, confirmedByReading: fault.confirmed, attempt: 1 })
    expect(tenant.arrived.filter((line) => line.startsWith('POST '))).toHaveLength(fault.writes)
    const perObject = model.effects.map(({ approvalItemId }) => approvalItemId)
    expect(perObject).toHaveLength(new Set(perObject).size)
    expect(perObject.length > 0).toBe(fault.state === 'done')
  })
})
