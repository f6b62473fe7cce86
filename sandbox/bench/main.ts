import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRecord } from '#contract/json.ts'
import { bundleSandbox } from '../testing/bundle.ts'
import { startSandboxProcess } from '../testing/sandbox-process.ts'
import { measureLoad } from './load.ts'
import { median, p95 } from './statistics.ts'

/**
 * `npm run bench:sandbox`: seeds a large tenant and compares the p95 of a 250-row page of either list with that of a trivial route,
 * interleaved, one request at a time, as the median of five runs. `-- load` instead lets 50 users ask 200 times a second over 50,000 work
 * items, for a minute (promise T1). JSON goes to stdout, words to stderr; exit code 1 above the target.
 */
const isLoad = process.argv[2] === 'load'
const IDENTITIES = Number(process.env['SANDBOX_IDENTITIES'] ?? (isLoad ? 1_000 : 50_000))
const OPEN_ITEMS = Number(process.env['SANDBOX_OPEN_ITEMS'] ?? (isLoad ? 50_000 : 10_000))
const SECRET = 'bench'
const RUNS = 5
const ROUNDS = 25
const WARM_UP_ROUNDS = 10
const TARGET_RATIO = 5
const TARGET_SEED_MS = 60_000
/** The denominator is never smaller: half of what the promise on load (promise T1) takes, since here nobody else is asking. */
const FLOOR_MS = 5

const TRIVIAL = '/oauth/info'
const identityPage = (query: Readonly<Record<string, string>>): string =>
  `/v2024/identities?${new URLSearchParams({ limit: '250', ...query }).toString()}`
const pages: Readonly<Record<string, string>> = {
  'open items, first page': '/beta/work-items?limit=250',
  'open items, deep, counted': `/beta/work-items?limit=250&count=true&offset=${OPEN_ITEMS - 250}`,
  'identities, first page': identityPage({}),
  'identities, deep, counted': identityPage({ offset: String(Math.floor(IDENTITIES * 0.9)), count: 'true' }),
  'identities, deep, uncorrelated too': identityPage({ offset: String(IDENTITIES - 250), defaultFilter: 'NONE' }),
  'identities, filtered by name': identityPage({ filters: 'name sw "a" or email sw "a"' }),
  'identities, filtered by status, deep': identityPage({
    filters: 'cloudStatus eq "REGISTERED"',
    offset: String(Math.floor(IDENTITIES / 2)),
  }),
  'identities, sorted by status and name, deep': identityPage({
    sorters: '-cloudStatus,name',
    offset: String(Math.floor(IDENTITIES / 2)),
  }),
  'identities, sorted by alias backwards, deep': identityPage({
    sorters: '-alias',
    offset: String(Math.floor(IDENTITIES / 2)),
  }),
}

const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

async function signIn(baseUrl: string): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'manager-pat', client_secret: SECRET })
  const answer: unknown = await (await fetch(`${baseUrl}/oauth/token`, { method: 'POST', body })).json()
  return isRecord(answer) ? String(answer['access_token']) : ''
}

/** How long one answer takes, to its last byte, in ms. */
async function timed(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const began = performance.now()
  const response = await fetch(url, { headers })
  const bytes = (await response.arrayBuffer()).byteLength
  const ms = performance.now() - began
  if (response.status !== 200 || bytes < 10) throw new Error(`${url} answered ${response.status} with ${bytes} bytes.`)
  return ms
}

/** One run: every page once between two trivial requests, `rounds` times over. */
async function run(baseUrl: string, headers: Readonly<Record<string, string>>, rounds: number): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>([[TRIVIAL, []], ...Object.keys(pages).map((name): [string, number[]] => [name, []])])
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, path] of Object.entries(pages)) {
      times.get(TRIVIAL)?.push(await timed(`${baseUrl}${TRIVIAL}`, headers))
      times.get(name)?.push(await timed(`${baseUrl}${path}`, headers))
    }
  }
  return times
}

async function measure(folder: string, program: string): Promise<boolean> {
  const began = performance.now()
  const sandbox = await startSandboxProcess(
    {
      SANDBOX_DATA_DIR: folder,
      SANDBOX_IDENTITIES: String(IDENTITIES),
      SANDBOX_OPEN_ITEMS: String(OPEN_ITEMS),
      SANDBOX_RATE_LIMIT: '0',
      SANDBOX_PAT_SECRET: SECRET,
      SANDBOX_ACCESS_TOKEN_SECONDS: '86400',
    },
    [program],
  )
  const seedMs = Math.round(performance.now() - began)
  say(`${IDENTITIES} identities and ${OPEN_ITEMS} open items seeded, listening after ${(seedMs / 1000).toFixed(1)} s`)
  if (isLoad) {
    const report = await measureLoad(sandbox.baseUrl, SECRET, OPEN_ITEMS)
    await sandbox.end('SIGTERM')
    for (const { kind, p50Ms, p95Ms, ratio, target } of report.results)
      say(`  ${ratio.toFixed(2).padStart(6)} × (${target ?? '-'})  p50 ${p50Ms} ms, p95 ${p95Ms} ms  ${kind}`)
    say(`${report.requests} requests, ${report.errors} errors`)
    process.stdout.write(`${JSON.stringify({ ...report, seedMs }, null, 2)}\n`)
    return report.met
  }
  const headers = { authorization: `Bearer ${await signIn(sandbox.baseUrl)}`, 'x-sailpoint-experimental': 'true' }
  await run(sandbox.baseUrl, headers, WARM_UP_ROUNDS)
  const runs: Array<Map<string, number[]>> = []
  for (let nth = 0; nth < RUNS; nth += 1) runs.push(await run(sandbox.baseUrl, headers, ROUNDS))
  await sandbox.end('SIGTERM')

  const medianP95 = (name: string): number => median(runs.map((times) => p95(times.get(name) ?? [])))
  const trivialMs = medianP95(TRIVIAL)
  const denominatorMs = Math.max(trivialMs, FLOOR_MS)
  const results = Object.keys(pages).map((name) => {
    const p95Ms = medianP95(name)
    return { name, p95Ms: Number(p95Ms.toFixed(2)), ratio: Number((p95Ms / denominatorMs).toFixed(2)) }
  })
  say(`trivial p95 ${trivialMs.toFixed(2)} ms, floor ${FLOOR_MS} ms`)
  for (const { name, p95Ms, ratio } of results)
    say(`  ${ratio.toFixed(2).padStart(6)} ×  ${String(p95Ms).padStart(7)} ms  ${name}`)
  const met = seedMs <= TARGET_SEED_MS && results.every(({ ratio }) => ratio <= TARGET_RATIO)
  const report = {
    identities: IDENTITIES,
    openItems: OPEN_ITEMS,
    seedMs,
    trivialP95Ms: trivialMs,
    floorMs: FLOOR_MS,
    results,
    met,
  }
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  return met
}

const folder = await mkdtemp(join(tmpdir(), 'sandbox-bench-'))
const bundle = await bundleSandbox()
try {
  process.exitCode = (await measure(folder, bundle.program)) ? 0 : 1
} finally {
  await rm(folder, { recursive: true, force: true })
  await rm(bundle.folder, { recursive: true, force: true })
}
