import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask } from './gateway/testing/http.ts'
import { TestTenant } from './gateway/testing/tenant.ts'

let tenant: TestTenant
let dataDir: string
let running: ChildProcess | undefined
beforeEach(async () => {
  tenant = new TestTenant()
  await tenant.listen()
  dataDir = await mkdtemp(join(tmpdir(), 'countersign-'))
})
afterEach(async () => {
  running?.kill('SIGKILL')
  await tenant.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** Starts the server as a process with nothing in its environment but `env`; gives what it wrote so far. */
function startServer(env: Record<string, string>): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
  running = child
  return { child, output: () => text }
}

const environment = (port: number) => ({
  PORT: String(port),
  DATA_DIR: dataDir,
  TENANT_API_URL: tenant.origin,
  ALLOW_LOOPBACK_TENANT: '1',
  OAUTH_CLIENT_ID: 'desk',
  OAUTH_CLIENT_SECRET: 'canary-client-secret',
})

async function signIn(port: number): Promise<string> {
  const host = `localhost:${port}`
  const begun = await ask(`http://127.0.0.1:${port}/auth/sign-in`, { headers: { host } })
  const authorize = begun.headers['location'] ?? ''
  const state = new URL(authorize).searchParams.get('state')
  const back = await ask(`http://127.0.0.1:${port}/auth/callback?code=${tenant.grantCode(authorize)}&state=${state}`, {
    headers: { host, cookie: begun.setCookies[0]?.split(';')[0] ?? '' },
  })
  return back.setCookies.find((cookie) => cookie.includes('-sid-'))?.split(';')[0] ?? ''
}

test('S1 W6 the process says where it is, keeps sessions over a restart, stops cleanly, and leaves no secret in files or output', async () => {
  const port = await freePort()
  const first = startServer(environment(port))
  await expect.poll(first.output, { timeout: 20_000 }).toContain(`Countersign is at http://localhost:${port}\n`)
  const cookie = await signIn(port)
  expect(cookie).toContain(`__Host-Http-sid-${port}=`)
  first.child.kill('SIGTERM')
  expect(await once(first.child, 'exit')).toEqual([0, null])

  const second = startServer(environment(port))
  await expect.poll(second.output, { timeout: 20_000 }).toContain('Countersign is at')
  const session = await ask(`http://127.0.0.1:${port}/desk/session`, {
    headers: { host: `localhost:${port}`, cookie, 'sec-fetch-site': 'same-origin', 'x-requested-by': 'app' },
  })
  expect([session.status, JSON.parse(session.body).user.name]).toEqual([200, 'Dana Example'])
  second.child.kill('SIGINT')
  expect(await once(second.child, 'exit')).toEqual([0, null])

  expect((await stat(join(dataDir, 'secret-key'))).mode & 0o777).toBe(0o600)
  const files = await Promise.all((await readdir(dataDir)).map((name) => readFile(join(dataDir, name), 'latin1')))
  const said = first.output() + second.output()
  for (const text of [...files, said]) {
    expect(text).not.toMatch(/canary/)
    expect(text).not.toContain(cookie.split('=')[1])
  }
  expect(said).not.toMatch(/Dana Example|dana@example/)
  for (const line of said.split('\n').filter((line) => line.startsWith('{'))) expect(JSON.parse(line)).toHaveProperty('requestId')
})

test.each([
  ['OAUTH_CLIENT_ID', { OAUTH_CLIENT_ID: '' }],
  ['SECRET_KEY', { SECRET_KEY: 'canary' }],
  ['TENANT_API_URL', { ALLOW_LOOPBACK_TENANT: '0' }],
])('S10 S12 the process does not start without a good %s and says so', async (variable, change) => {
  const { child, output } = startServer({ ...environment(await freePort()), ...change })
  expect(await once(child, 'exit')).toEqual([1, null])
  expect(output()).toMatch(new RegExp(`^Countersign cannot start: ${variable} `))
  expect(output()).not.toContain('canary')
})
