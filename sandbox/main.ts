import { randomBytes } from 'node:crypto'
import { ConfigurationError, optionalText } from '#platform/env.ts'
import { listen } from '#platform/http.ts'
import type { Listener } from '#platform/http.ts'
import { createSandbox } from './app.ts'
import { readConfig } from './config.ts'
import { patClientId, personas } from './personas.ts'
import { openStore } from './store/open.ts'

const GRACE_MS = 5_000
const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

/** Both loopback addresses, so that `localhost` works however it resolves; a machine without IPv6 has only the first. */
async function listenOnLoopback(
  fetch: Parameters<typeof listen>[0],
  port: number,
): Promise<{ port: number; listeners: Listener[] }> {
  const first = await listen(fetch, { host: '127.0.0.1', port })
  try {
    return { port: first.port, listeners: [first, await listen(fetch, { host: '::1', port: first.port })] }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return { port: first.port, listeners: [first] }
    await first.close(0)
    throw error
  }
}

async function main(): Promise<void> {
  const generated = { patSecret: randomBytes(24).toString('base64url'), clientSecret: randomBytes(24).toString('base64url') }
  const config = readConfig(process.env, generated)
  const store = await openStore(config.dataDir)
  const sandbox = await createSandbox(config, { clock: Date.now, random: (bytes) => randomBytes(bytes), store })
  const { port, listeners } = await listenOnLoopback((request, bindings) => sandbox.app.fetch(request, bindings), config.port)

  for (const persona of personas)
    say(`  ${persona.key.padEnd(9)} ${persona.firstname} ${persona.lastname}, personal access token ${patClientId(persona)}`)
  if (optionalText(process.env, 'SANDBOX_PAT_SECRET') === undefined)
    say(`  secret of the personal access tokens: ${config.patSecret}`)
  if (config.testMode) say('  test mode: effects and faults under /_sandbox')
  say(`Sandbox tenant listening on http://localhost:${port}`)

  const stop = async (): Promise<void> => {
    await Promise.all(listeners.map((listener) => listener.close(GRACE_MS)))
    await sandbox.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
}

main().catch((error: unknown) => {
  const text =
    error instanceof ConfigurationError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`The sandbox tenant cannot start: ${text}\n`)
  process.exitCode = 1
})
