/** The sandbox tenant as a process of its own, asked past the desk: to prepare a measurement, and to find out afterwards what took effect. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRecord, listOf } from '#contract/json.ts'
import { readWorkItems } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'

export interface SandboxTenant {
  readonly url: string
  /** The manager's access token, with which the desk under test asks. */
  readonly token: string
  /** All open work items of the manager. */
  readonly open: readonly WorkItem[]
  /** Every effect so far, as `work item/approval item`. */
  effects(): Promise<string[]>
  stop(): void
}

const SECRET = 'bench-secret'

/** `rateLimit`: requests per 10 s, 0 for none. */
export async function startSandbox(openItems: number, rateLimit: number): Promise<SandboxTenant> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-runs-'))
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts'], {
    env: {
      ...process.env,
      SANDBOX_PORT: '0',
      SANDBOX_DATA_DIR: folder,
      SANDBOX_PAT_SECRET: SECRET,
      SANDBOX_TEST_MODE: '1',
      SANDBOX_OPEN_ITEMS: String(openItems),
      SANDBOX_RATE_LIMIT: String(rateLimit),
      SANDBOX_ACCESS_TOKEN_SECONDS: '3600',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = () => {
    child.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = ''
      child.stdout.on('data', (data: Buffer) => {
        said += data.toString()
        const address = /listening on (http:\/\/localhost:\d+)/.exec(said)?.[1]
        if (address !== undefined) resolve(address.replace('localhost', '127.0.0.1'))
      })
      child.once('close', () => reject(new Error(`The sandbox did not start: ${said}`)))
    })
    // Its own client, so that looking around takes nothing of what the desk may ask.
    const [admin, token] = [await tokenOf(url, 'admin'), await tokenOf(url, 'manager')]
    const me = await ask(`${url}/oauth/userinfo`, token)
    const ownerId = isRecord(me) ? String(me['id']) : ''
    const open: WorkItem[] = []
    for (let offset = 0; offset < openItems; offset += 250) {
      const query = new URLSearchParams({ limit: '250', offset: String(offset), ownerId })
      open.push(...readWorkItems(await ask(`${url}/beta/work-items?${query.toString()}`, admin)))
    }
    return {
      url,
      token,
      open,
      effects: async () =>
        listOf(await ask(`${url}/_sandbox/effects`, admin))
          .filter(isRecord)
          .map((effect) => `${String(effect['workItemId'])}/${String(effect['approvalItemId'])}`),
      stop,
    }
  } catch (error) {
    stop()
    throw error
  }
}

async function ask(url: string, token: string): Promise<unknown> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } })
  if (!response.ok) throw new Error(`The sandbox answered ${response.status} to ${new URL(url).pathname}`)
  const answer: unknown = await response.json()
  return answer
}

async function tokenOf(url: string, persona: string): Promise<string> {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: `${persona}-pat`, client_secret: SECRET })
  const answer: unknown = await (await fetch(`${url}/oauth/token`, { method: 'POST', body })).json()
  return isRecord(answer) ? String(answer['access_token']) : ''
}
