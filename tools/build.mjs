import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = [
  'contract',
  'platform',
  'src',
  'server',
  'sandbox',
  'public',
  'index.html',
  'vite.config.ts',
  'tools/page-plugin.ts',
  'tools/theme-plugin.ts',
  'tools/vite.node.config.ts',
  'package-lock.json',
]
const STAMP = 'dist/.built-from'
const RESULTS = ['dist/page/index.html', 'dist/node/server.js', 'dist/node/sandbox.js', STAMP]

function* filesBelow(path) {
  if (statSync(path).isFile()) yield path
  else for (const entry of readdirSync(path).sort()) yield* filesBelow(join(path, entry))
}

/** A fingerprint of everything the build reads, by content. */
function fingerprint() {
  const hash = createHash('sha256')
  for (const source of SOURCES.filter((path) => existsSync(path))) {
    for (const file of filesBelow(source)) hash.update(file).update('\0').update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Builds page, server and sandbox unless `dist` was built from exactly these sources. Exits the process when the build fails. */
export function buildWhatIsMissing() {
  const now = fingerprint()
  if (RESULTS.every((file) => existsSync(file)) && readFileSync(STAMP, 'utf8') === now) return
  console.log('Building the page, the server and the sandbox…')
  for (const config of [[], ['-c', 'tools/vite.node.config.ts']]) {
    const build = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn', ...config], {
      stdio: 'inherit',
    })
    if (build.status !== 0) process.exit(build.status ?? 1)
  }
  writeFileSync(STAMP, now)
}

if (import.meta.filename === process.argv[1]) buildWhatIsMissing()
