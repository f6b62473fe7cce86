import { randomBytes } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { resolve } from 'node:path'
import { ConfigurationError } from '#platform/env.ts'
import { listen } from '#platform/http.ts'
import { MigrationError } from '#platform/migrate.ts'
import { createApp } from './app.ts'
import { dataDirOf, readConfig } from './config.ts'
import { loadPageFiles } from './gateway/page-files.ts'
import { describeFault, jsonLog } from './gateway/request-log.ts'
import { guardLookups } from './gateway/guarded-lookup.ts'
import { loadSecretKeys } from './gateway/secret-keys.ts'
import { refusalHeaders } from './gateway/security-headers.ts'
import { checkTenantAddress } from './gateway/tenant-address.ts'
import { DataInUseError, lockData } from './store/data-lock.ts'
import { openStore } from './store/store.ts'
import { systemClock } from './tenant/clock.ts'
import { verifyCommand } from './verify-command.ts'

const STOP_GRACE_MS = 25_000

const say = (text: string) => process.stdout.write(text)

/** Starts the server: the only place that reads the environment, opens the port and listens to signals. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  await checkTenantAddress('TENANT_API_URL', config.tenantUrl, async (host) =>
    (await lookup(host, { all: true })).map(({ address }) => address),
  )
  guardLookups(config.tenantUrl)
  const dataDir = resolve(config.dataDir)
  const secretKeys = loadSecretKeys(config.secretKey, dataDir)
  const lock = lockData(dataDir)
  const store = await openStore(dataDir)
  const log = jsonLog(say)
  const app = createApp(config, {
    store,
    serverId: lock.serverId,
    secretKeys,
    fetch: globalThis.fetch,
    clock: systemClock,
    random: (bytes) => randomBytes(bytes),
    chance: Math.random,
    log,
    page: loadPageFiles(resolve('dist/page')),
  })
  const listener = await listen(app.fetch, {
    host: config.host,
    port: config.port,
    refusalHeaders: refusalHeaders(config.publicUrl),
  })
  await app.start()
  say(`Countersign is at ${config.publicUrl.origin}\n`)

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    app.beginStopping()
    await Promise.all([listener.close(STOP_GRACE_MS), app.stop()])
    await store.destroy()
    lock.release()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop().catch((error: unknown) => {
        log({ level: 'error', ...describeFault(error) })
        process.exit(1)
      })
    })
  }
}

/** `verify [file]` checks the receipts instead of starting. */
async function verify(file: string | undefined): Promise<void> {
  process.exitCode = await verifyCommand(resolve(dataDirOf(process.env)), file, say)
}

const [, , command, file] = process.argv
const started = command === 'verify' ? verify(file) : main()
started.catch((error: unknown) => {
  const isOurs = error instanceof ConfigurationError || error instanceof MigrationError || error instanceof DataInUseError
  const text = error instanceof Error ? (isOurs ? error.message : (error.stack ?? error.message)) : String(error)
  process.stderr.write(`Countersign cannot start: ${text}\n`)
  process.exit(1)
})
