import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import createClient from 'openapi-fetch'
import type { Client } from 'openapi-fetch'
import type { paths as WorkItemPaths } from '#contract/generated/work-items.ts'
import { integerOf, isRecord, listOf, textOf } from '#contract/json.ts'

export type Persona = 'manager' | 'colleague' | 'helpdesk' | 'admin'

/** One row of the sandbox's append-only effect log: something really happened in the tenant. */
export interface Effect {
  readonly seq: number
  readonly operation: string
  readonly by: string
  readonly workItemId: string | null
  readonly approvalItemId: string | null
  readonly identityId: string | null
}

/** A sandbox tenant and a desk server of one's own: own ports, own data, production builds, real HTTP between them. */
export interface Stack {
  readonly url: string
  readonly tenantUrl: string
  /** An access token of this persona's personal access token. */
  tokenOf(persona: Persona): Promise<string>
  /** The tenant's API as this persona, with a personal access token: how a test checks what really happened. */
  tenant(persona: Persona): Promise<Client<WorkItemPaths>>
  effects(): Promise<readonly Effect[]>
  /** Asks the sandbox to misbehave at the n-th next call of an operation. */
  fault(fault: { operation: string; nth?: number; kind: string; times?: number; delayMs?: number }): Promise<void>
  clearFaults(): Promise<void>
  /** Gives somebody these user levels in the tenant, from the next request on. */
  setLevels(persona: Persona, authorities: readonly string[]): Promise<void>
  /** From now on the tenant applies every write again that reaches it, without looking at the state. */
  makeNaive(): Promise<void>
  /** kill -9, as a crash would. */
  killServer(): Promise<void>
  /** SIGTERM; the exit code. */
  stopServer(): Promise<number | null>
  /** Sends a signal and does not wait: `SIGSTOP` is a laptop asleep. */
  signalServer(signal: 'SIGSTOP' | 'SIGCONT'): void
  /** The tenant stops answering, and goes on where it was. */
  signalTenant(signal: 'SIGSTOP' | 'SIGCONT'): void
  /** Ends the tenant (kill -9), and starts it again on the same port and data. */
  killTenant(): Promise<void>
  startTenant(): Promise<void>
  /** What the servers have written, the last megabyte of it. */
  serverLog(): string
  /** Process id of the server that runs now. */
  serverPid(): number
  startServer(): Promise<void>
  /** Moves the time of both on by so many ms: the tenant goes on, the server is started anew. Whoever was signed in no longer is. */
  moveTime(ms: number): Promise<void>
  /** `npm run verify`: an exported file of receipts, or the server's own store. Its lines; fails when a link does not hold. */
  verify(file?: string): Promise<string>
  close(): Promise<void>
}

export interface StackOptions {
  /** Host names under which the two are reached; `127.0.0.1` for the tenant makes sign-in cross-site. */
  readonly tenantHost?: 'localhost' | '127.0.0.1'
  readonly env?: Readonly<Record<string, string>>
}

function readEffect(row: unknown): Effect {
  if (!isRecord(row)) throw new Error('The effect log holds something that is not a row.')
  return {
    seq: integerOf(row['seq']) ?? 0,
    operation: textOf(row['operation']) ?? '',
    by: textOf(row['by']) ?? '',
    workItemId: textOf(row['workItemId']),
    approvalItemId: textOf(row['approvalItemId']),
    identityId: textOf(row['identityId']),
  }
}

/** A port that is free at the moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('The system gave no port.')
  return address.port
}

async function startNode(
  entry: string,
  env: Record<string, string>,
  hear: (text: string) => void = () => {},
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [entry], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      hear(chunk.toString())
      output = (output + chunk.toString()).slice(-20_000)
      if (/is at|listening/i.test(output)) resolve()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      hear(chunk.toString())
      output = (output + chunk.toString()).slice(-20_000)
    })
  })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${entry} ended with code ${String(code)} before it listened:\n${output}`)
  })
  await Promise.race([ready, ended])
  ended.catch(() => undefined)
  return child
}

async function end(child: ChildProcess | undefined, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null
  // What is stopped takes no other signal.
  child.kill('SIGCONT')
  child.kill(signal)
  await once(child, 'exit')
  return child.exitCode
}

/** What makes a Node process believe that it is later than it is. */
function clockAhead(ms: number): string {
  const code = `const Real = Date
    globalThis.Date = class extends Real {
      constructor(...given) { given.length === 0 ? super(Real.now() + ${ms}) : super(...given) }
      static now() { return Real.now() + ${ms} }
    }`
  return `--import=data:text/javascript,${encodeURIComponent(code)}`
}

/** Starts both processes from `dist/node`; `close()` ends them and removes their data. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const data = mkdtempSync(join(tmpdir(), 'countersign-e2e-'))
  const [port, sandboxPort] = [await freePort(), await freePort()]
  const url = `http://localhost:${port}`
  const tenantUrl = `http://${options.tenantHost ?? 'localhost'}:${sandboxPort}`
  const secret = randomBytes(12).toString('hex')
  const sandboxEnv = {
    SANDBOX_PORT: String(sandboxPort),
    SANDBOX_DATA_DIR: join(data, 'sandbox'),
    SANDBOX_CLIENT_ID: 'countersign',
    SANDBOX_CLIENT_SECRET: secret,
    SANDBOX_REDIRECT_URIS: `${url}/auth/callback`,
    SANDBOX_PAT_SECRET: secret,
    SANDBOX_TEST_MODE: '1',
    ...options.env,
  }
  const startTenant = () => startNode('dist/node/sandbox.js', sandboxEnv)
  let sandbox = await startTenant()
  const serverEnv = {
    PORT: String(port),
    DATA_DIR: join(data, 'desk'),
    TENANT_API_URL: tenantUrl,
    ALLOW_LOOPBACK_TENANT: '1',
    OAUTH_CLIENT_ID: 'countersign',
    OAUTH_CLIENT_SECRET: secret,
    ...options.env,
  }
  let server: ChildProcess | undefined
  let movedMs = 0
  let log = ''
  const hear = (text: string) => {
    log = (log + text).slice(-1_000_000)
  }
  const control = async (method: string, path: string, body?: unknown) => {
    const init: RequestInit = { method }
    if (body !== undefined) Object.assign(init, { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
    const response = await fetch(`${tenantUrl}/_sandbox/${path}`, init)
    if (!response.ok) throw new Error(`The sandbox refused ${method} ${path}: ${response.status} ${await response.text()}`)
    return response
  }

  const stack: Stack = {
    url,
    tenantUrl,
    tokenOf: async (persona) => {
      const answer = await fetch(`${tenantUrl}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'client_credentials', client_id: `${persona}-pat`, client_secret: secret }),
      })
      const body: unknown = await answer.json()
      const token = isRecord(body) ? textOf(body['access_token']) : null
      if (token === null) throw new Error(`No token for ${persona}.`)
      return token
    },
    tenant: async (persona) =>
      createClient<WorkItemPaths>({
        baseUrl: `${tenantUrl}/beta`,
        headers: { Authorization: `Bearer ${await stack.tokenOf(persona)}` },
      }),
    effects: async () => listOf(await (await control('GET', 'effects')).json()).map(readEffect),
    fault: async (fault) => {
      await control('POST', 'faults', { nth: 1, times: 1, ...fault })
    },
    clearFaults: async () => {
      await control('DELETE', 'faults')
    },
    setLevels: async (persona, authorities) => {
      await control('POST', 'person', { persona, authorities })
    },
    makeNaive: async () => {
      await control('POST', 'naive', { on: true })
    },
    killServer: async () => void (await end(server, 'SIGKILL')),
    stopServer: () => end(server, 'SIGTERM'),
    signalServer: (signal) => void server?.kill(signal),
    signalTenant: (signal) => void sandbox.kill(signal),
    killTenant: async () => void (await end(sandbox, 'SIGKILL')),
    startTenant: async () => {
      sandbox = await startTenant()
    },
    serverLog: () => log,
    serverPid: () => server?.pid ?? 0,
    startServer: async () => {
      const env = { ...serverEnv, ...(movedMs > 0 && { NODE_OPTIONS: clockAhead(movedMs) }) }
      server = await startNode('dist/node/server.js', env, hear)
    },
    moveTime: async (ms) => {
      await control('POST', 'clock', { advanceMs: ms })
      await end(server, 'SIGTERM')
      movedMs += ms
      await stack.startServer()
    },
    verify: async (file) => {
      const rest = ['dist/node/server.js', 'verify', ...(file === undefined ? [] : [file])]
      const { stdout } = await promisify(execFile)(process.execPath, rest, {
        env: { PATH: process.env['PATH'] ?? '', ...serverEnv },
      })
      return stdout
    },
    close: async () => {
      await end(server, 'SIGTERM')
      await end(sandbox, 'SIGTERM')
      rmSync(data, { recursive: true, force: true })
    },
  }
  await stack.startServer()
  return stack
}
