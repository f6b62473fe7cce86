/** The sandbox tenant as a process of its own, in test mode and without a limit of requests; test support. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRecord, listOf } from '#contract/json.ts'
import type { JsonRecord } from '#contract/json.ts'

export interface SandboxProcess {
  readonly url: string
  /** The parsed answer; `token` is an access token. */
  readonly ask: (path: string, init?: RequestInit, token?: string) => Promise<unknown>
  /** An access token of this persona. */
  readonly tokenOf: (persona: string) => Promise<string>
  /** Asks for a fault at the next call of `operation`. */
  readonly fault: (operation: string, kind: string, more?: { nth?: number; times?: number; delayMs?: number }) => Promise<void>
  readonly forgetFaults: () => Promise<void>
  readonly naive: (on: boolean) => Promise<void>
  /** Everything that took effect, in order. */
  readonly effects: () => Promise<JsonRecord[]>
  readonly stop: () => void
}

/** `env` goes before what is set here. Rejects when the process ends before it listens; then its folder is removed. */
export async function startSandboxProcess(env: Readonly<Record<string, string>> = {}): Promise<SandboxProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
  const child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts'], {
    env: {
      ...process.env,
      SANDBOX_PORT: '0',
      SANDBOX_DATA_DIR: folder,
      SANDBOX_PAT_SECRET: 'test-secret',
      SANDBOX_TEST_MODE: '1',
      SANDBOX_RATE_LIMIT: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = () => {
    child.kill('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
  const listening = new Promise<string>((resolve, reject) => {
    let said = ''
    const hear = (data: Buffer) => {
      said += data.toString()
      const address = /listening on (http:\/\/localhost:\d+)/.exec(said)?.[1]
      if (address !== undefined) resolve(address.replace('localhost', '127.0.0.1'))
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('close', () => reject(new Error(`The sandbox did not start: ${said}`)))
  })
  const url = await listening.catch((error: unknown) => {
    stop()
    throw error
  })
  const ask: SandboxProcess['ask'] = async (path, init = {}, token) => {
    const headers = new Headers(init.headers)
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
    const text = await (await fetch(url + path, { ...init, headers })).text()
    const answer: unknown = text === '' ? undefined : JSON.parse(text)
    return answer
  }
  const post = (path: string, body: unknown) =>
    ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return {
    url,
    ask,
    tokenOf: async (persona) => {
      const form = { grant_type: 'client_credentials', client_id: `${persona}-pat`, client_secret: 'test-secret' }
      const answer = await ask('/oauth/token', { method: 'POST', body: new URLSearchParams(form) })
      return isRecord(answer) ? String(answer['access_token']) : ''
    },
    fault: async (operation, kind, more = {}) => void (await post('/_sandbox/faults', { operation, nth: 1, kind, ...more })),
    forgetFaults: async () => void (await ask('/_sandbox/faults', { method: 'DELETE' })),
    naive: async (on) => void (await post('/_sandbox/naive', { on })),
    effects: async () => listOf(await ask('/_sandbox/effects')).filter(isRecord),
    stop,
  }
}
