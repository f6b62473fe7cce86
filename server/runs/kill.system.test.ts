/** Promise D2, with real processes: kill -9 at six points, twenty times each. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from 'vite'
import { isRecord, listOf } from '#contract/json.ts'
import { openRawTenant } from './testing/raw-tenant.ts'
import type { RawRequest, RawTenant } from './testing/raw-tenant.ts'
import { TenantModel } from './testing/tenant-model.ts'

const KILLS = 20

interface Point {
  readonly name: string
  /** Where the tenant's side kills, rather than the process itself. */
  readonly atTenant?: (request: RawRequest, kill: () => void) => void
  /** How all entries end, how often each write arrived, and how often it took effect. */
  readonly end: { readonly state: string; readonly confirmed: boolean; readonly writes: number; readonly effects: number }
}

const points: readonly Point[] = [
  { name: 'after the run is stored', end: { state: 'done', confirmed: false, writes: 1, effects: 1 } },
  { name: 'before the intent is stored', end: { state: 'done', confirmed: false, writes: 1, effects: 1 } },
  { name: 'after the intent is stored', end: { state: 'needs-you', confirmed: false, writes: 0, effects: 0 } },
  {
    name: 'when the request has arrived, before its effect',
    atTenant: (_, kill) => kill(),
    end: { state: 'needs-you', confirmed: false, writes: 1, effects: 0 },
  },
  {
    name: 'after the effect, before the answer',
    atTenant: ({ act }, kill) => {
      act()
      kill()
    },
    end: { state: 'done', confirmed: true, writes: 1, effects: 1 },
  },
  { name: 'before the outcome is stored', end: { state: 'done', confirmed: true, writes: 1, effects: 1 } },
]

// Beside the packages, so that the bundle finds the database driver, which cannot be bundled.
const bundle = resolve('node_modules/.cache/kill-process')
const folder = mkdtempSync(join(tmpdir(), 'kill-'))

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: fileURLToPath(new URL('./testing/kill-process.ts', import.meta.url)),
      outDir: bundle,
      emptyOutDir: true,
      target: 'node20',
      copyPublicDir: false,
    },
    ssr: { noExternal: true, external: ['libsql'] },
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the process to its end, by itself or by a kill. Answers what it printed, and by which signal it ended. */
function run(
  env: Record<string, string>,
  started: (child: ChildProcess) => void = () => undefined,
): Promise<{ out: string; signal: string | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(bundle, 'kill-process.js')], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let errors = ''
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString()
    })
    child.stderr.on('data', (data: Buffer) => {
      errors += data.toString()
    })
    child.once('error', reject)
    child.once('close', (code, signal) => (code === null || code === 0 ? resolve({ out, signal }) : reject(new Error(errors))))
    started(child)
  })
}

async function killed20Times(
  point: Point,
): Promise<{ entries: readonly unknown[]; model: TenantModel; tenant: RawTenant; signals: (string | null)[] }> {
  const model = new TenantModel()
  const data = join(folder, `${points.indexOf(point)}.sqlite`)
  const at = { item: '', child: undefined as ChildProcess | undefined }
  const tenant = await openRawTenant(model, (request) => {
    const killsHere = point.atTenant && request.method === 'POST' && request.path.split('/').includes(at.item)
    if (killsHere) point.atTenant?.(request, () => at.child?.kill('SIGKILL'))
    else request.reply(request.act())
  })
  const signals: (string | null)[] = []
  for (let kill = 0; kill < KILLS; kill += 1) {
    at.item = `w${kill}`
    model.add(at.item)
    const { signal } = await run({ DATA: data, TENANT: tenant.url, ITEM: at.item, POINT: point.name }, (child) => {
      at.child = child
    })
    signals.push(signal)
  }
  at.item = ''
  const { out } = await run({ DATA: data, TENANT: tenant.url })
  const printed: unknown = JSON.parse(out)
  return { entries: listOf(printed), model, tenant, signals }
}

describe.concurrent('D2 ledger before send', () => {
  test.for([...points])('D2 kill -9 $name', async (point, { expect }) => {
    const { entries, model, tenant, signals } = await killed20Times(point)
    await tenant.close()
    expect(signals).toEqual(Array(KILLS).fill('SIGKILL'))
    expect(entries).toHaveLength(KILLS)
    const { state, confirmed, writes, effects } = point.end
    for (const entry of entries.filter(isRecord)) {
      const id = String(entry['workItemId'])
      const arrived = tenant.arrived.filter((line) => line.startsWith('POST ') && line.split('/').includes(id)).length
      expect([id, entry['state'], entry['confirmedByReading'], entry['attempt'], arrived, model.effectsOn(id).length]).toEqual([
        id,
        state,
        confirmed,
        1,
        writes,
        effects,
      ])
    }
  })
})

test('D2 the six points are killed 120 times in all', () => {
  expect(points.length * KILLS).toBe(120)
})
