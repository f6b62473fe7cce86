import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRecord } from '#contract/json.ts'
import { startSandboxProcess } from './testing/sandbox-process.ts'
import type { SandboxProcess } from './testing/sandbox-process.ts'

const KILLS = 6
const WRITERS = 8

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sandbox-durability-'))
})
afterAll(() => rm(dataDir, { recursive: true }))

const environment = () => ({
  SANDBOX_DATA_DIR: dataDir,
  SANDBOX_PAT_SECRET: 'secret',
  SANDBOX_OPEN_ITEMS: '800',
  SANDBOX_RATE_LIMIT: '0',
  SANDBOX_TEST_MODE: '1',
})

async function tokenOf({ baseUrl }: SandboxProcess): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'manager-pat', client_secret: 'secret' })
  const answer: unknown = await (await fetch(`${baseUrl}/oauth/token`, { method: 'POST', body })).json()
  return isRecord(answer) ? String(answer['access_token']) : ''
}

const records = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : [])

interface Decision {
  approvalItemId: string
  verb: 'approve' | 'reject'
  workItemId: string
}

/** What is left to decide, as the tenant lists it. */
async function pendingDecisions(baseUrl: string, headers: Record<string, string>): Promise<Decision[]> {
  const found: Decision[] = []
  for (let offset = 0; ; offset += 250) {
    const page = records(await (await fetch(`${baseUrl}/beta/work-items?limit=250&offset=${offset}`, { headers })).json())
    for (const item of page) {
      for (const approval of records(item['approvalItems']).filter(({ state }) => state === null || state === 'Pending')) {
        const verb = found.length % 3 === 0 ? 'reject' : 'approve'
        found.push({ approvalItemId: String(approval['id']), verb, workItemId: String(item['id']) })
      }
    }
    if (page.length < 250) return found
  }
}

test(`R1 ${KILLS} times kill -9 under ${WRITERS} writers loses no acknowledged decision`, async () => {
  const acknowledged: Decision[] = []
  let sandbox = await startSandboxProcess(environment())
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { baseUrl } = sandbox
    const headers = { authorization: `Bearer ${await tokenOf(sandbox)}` }
    const queue = await pendingDecisions(baseUrl, headers)
    const goal = acknowledged.length + 20
    let killed: Promise<unknown> | undefined
    await Promise.all(
      Array.from({ length: WRITERS }, async () => {
        for (let next = queue.shift(); next && !killed; next = queue.shift()) {
          const url = `${baseUrl}/beta/work-items/${next.workItemId}/${next.verb}/${next.approvalItemId}`
          const status = await fetch(url, { method: 'POST', headers }).then(
            (response) => response.status,
            () => 'cut',
          )
          if (status === 200) acknowledged.push(next)
          if (acknowledged.length >= goal) killed ??= sandbox.end('SIGKILL')
        }
      }),
    )
    await killed
    sandbox = await startSandboxProcess(environment())
    const effects = records(await (await fetch(`${sandbox.baseUrl}/_sandbox/effects`)).json())
    const byApproval = new Map(effects.map((effect) => [effect['approvalItemId'], effect['operation']]))
    expect(byApproval.size).toBe(effects.length)
    for (const { approvalItemId, verb } of acknowledged) {
      expect(byApproval.get(approvalItemId)).toBe(verb === 'approve' ? 'approveApprovalItem' : 'rejectApprovalItem')
    }
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS * 20)
  expect(await sandbox.end('SIGTERM')).toBe(0)
})

test('says who can sign in, prints the secret only when it made one up, and answers on both loopback names', async () => {
  const sandbox = await startSandboxProcess({ SANDBOX_DATA_DIR: dataDir })
  const text = sandbox.lines.join('\n')
  for (const token of ['manager-pat', 'colleague-pat', 'helpdesk-pat', 'admin-pat']) expect(text).toContain(token)
  expect(text).toMatch(/secret of the personal access tokens: \S{20,}/)
  for (const host of ['localhost', '127.0.0.1']) {
    const info: unknown = await (await fetch(`${sandbox.baseUrl.replace('localhost', host)}/oauth/info`)).json()
    expect(info).toMatchObject({ cloudDomainUrl: sandbox.baseUrl.replace('localhost', host) })
  }
  expect(await sandbox.end('SIGTERM')).toBe(0)
})
