/**
 * Promise T2, for `npm run soak -- load=MINUTES`: 50 requests a second, open loop, over the whole stack, as four people would: pages,
 * lists, work items, runs that are carried out. Samples the server's memory and open handles; prints one line and writes JSON to the file
 * named by the second argument. The tenant's own limit (100 per 10 s and version) bounds the part that goes through to it.
 */
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { setInterval as every } from 'node:timers/promises'
import { isRecord, listOf } from '#contract/json.ts'
import { signInOverHttp } from '../http-desk.ts'
import type { HttpDesk } from '../http-desk.ts'
import { readDecidable, runOf } from '../runs.ts'
import { startStack } from '../stack.ts'
import { growthOf, median } from './statistics.ts'

const MINUTES = Number(process.argv[2] ?? 30)
const OUT = process.argv[3]
const PER_SECOND = 50
const SAMPLE_EVERY_MS = 2_000
/** The first part warms up: caches, the compiler, the heap's own size. */
const WARM_UP_SHARE = 0.25
const MOST_GROWTH = 0.05
/** Sockets come and go with the connections that are open at the moment of looking. */
const MOST_MORE_HANDLES = 16
const RUN_EVERY = 250
const RUN_SIZE = 3

/** What is asked in turn: of each 50, nine go through to the tenant, within what its two versions allow. */
const mix: readonly string[] = [
  ...Array.from({ length: 20 }, () => '/inbox'),
  ...Array.from({ length: 9 }, () => '/desk/health/ready'),
  ...Array.from({ length: 6 }, () => '/desk/runs?limit=10'),
  ...Array.from({ length: 3 }, () => '/desk/session'),
  ...Array.from({ length: 3 }, () => '/desk/receipts?limit=20'),
  '/api/beta/work-items?limit=50',
  '/api/beta/work-items?limit=50&offset=50',
  '/api/beta/work-items/summary',
  '/api/beta/work-items/count',
  '/api/beta/work-items/completed/count',
  '/api/v2024/identities?limit=25',
  '/api/v2024/identities?limit=25&offset=25',
  '/api/v2024/identities?limit=5',
  '/api/v2024/identities?limit=5&offset=5',
]

interface Sample {
  readonly atMs: number
  readonly megabytes: number
  readonly handles: number
}

function sampleOf(pid: number, atMs: number): Sample {
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  return { atMs, megabytes: kilobytes / 1024, handles: readdirSync(`/proc/${pid}/fd`).length }
}

const runs = Math.ceil((MINUTES * 60 * PER_SECOND) / RUN_EVERY)
const stack = await startStack({ env: { SANDBOX_OPEN_ITEMS: String(Math.ceil(runs * RUN_SIZE * 1.6) + 100) } })
try {
  const manager = await signInOverHttp(stack, 'manager')
  const people: readonly HttpDesk[] = [
    manager,
    ...(await Promise.all((['manager', 'helpdesk', 'admin'] as const).map((persona) => signInOverHttp(stack, persona)))),
  ]
  const items = await readDecidable(await stack.tenant('manager'), runs * RUN_SIZE)

  const statuses = new Map<string, number>()
  const tookMs: number[] = []
  const samples: Sample[] = []
  const underWay = new Set<Promise<void>>()
  const began = performance.now()
  const note = (status: string) => statuses.set(status, (statuses.get(status) ?? 0) + 1)
  const ask = async (send: () => Promise<Response>): Promise<void> => {
    const asked = performance.now()
    try {
      const response = await send()
      await response.arrayBuffer()
      note(String(response.status))
    } catch {
      note('none')
    }
    tookMs.push(performance.now() - asked)
  }
  let nth = 0
  let lastSample = Number.NEGATIVE_INFINITY
  for await (const _ of every(1_000 / PER_SECOND)) {
    const now = performance.now() - began
    if (now > MINUTES * 60_000) break
    // An open loop: as many as the clock says, whatever became of those before.
    for (; nth < (now / 1_000) * PER_SECOND; nth += 1) {
      const path = mix[(nth * 7) % mix.length] ?? '/inbox'
      const desk = people[nth % people.length] ?? manager
      const batch = nth % RUN_EVERY === 0 ? items.splice(0, RUN_SIZE) : []
      const sent = ask(() =>
        batch.length > 0 ? manager.ask('PUT', `/desk/runs/${randomUUID()}`, runOf(batch)) : desk.ask('GET', path),
      )
      underWay.add(sent)
      void sent.finally(() => underWay.delete(sent))
    }
    if (now - lastSample >= SAMPLE_EVERY_MS) samples.push(sampleOf(stack.serverPid(), (lastSample = now)))
  }
  await Promise.all(underWay)

  const list: unknown = await (await manager.ask('GET', '/desk/runs?limit=50')).json()
  const totals = listOf(isRecord(list) ? list['runs'] : list).filter(isRecord)
  const steady = samples.filter(({ atMs }) => atMs > MINUTES * 60_000 * WARM_UP_SHARE)
  const growth = growthOf(steady.map(({ atMs, megabytes }) => [atMs, megabytes] as const))
  const handles = steady.map((sample) => sample.handles)
  const quarter = Math.ceil(handles.length / 4)
  const moreHandles = median(handles.slice(-quarter)) - median(handles.slice(0, quarter))
  const failed = [...statuses].filter(([status]) => status !== '200').reduce((sum, [, count]) => sum + count, 0)
  const sorted = tookMs.toSorted((a, b) => a - b)
  const figures = {
    minutes: MINUTES,
    requests: nth,
    perSecond: Number((nth / (MINUTES * 60)).toFixed(1)),
    statuses: Object.fromEntries(statuses),
    p50Ms: Math.round(sorted[Math.floor(sorted.length * 0.5)] ?? 0),
    p95Ms: Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
    recentRuns: totals.length,
    memoryMegabytes: {
      first: Math.round(steady[0]?.megabytes ?? 0),
      last: Math.round(steady.at(-1)?.megabytes ?? 0),
      most: Math.round(Math.max(...samples.map(({ megabytes }) => megabytes))),
    },
    growthPercent: Number((growth * 100).toFixed(1)),
    moreHandles,
    samples,
  }
  if (OUT !== undefined) writeFileSync(OUT, JSON.stringify(figures, null, 2))
  const { samples: _samples, ...said } = figures
  process.stdout.write(`T2: ${JSON.stringify(said)}\n`)
  process.exitCode = failed === 0 && growth <= MOST_GROWTH && moreHandles <= MOST_MORE_HANDLES ? 0 : 1
} finally {
  await stack.close()
}
