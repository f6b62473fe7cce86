import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigurationError } from '#platform/env.ts'

const KEY_BYTES = 32

/** Reads keys of 32 bytes, in hex or base64(url), separated by commas; raises `ConfigurationError` naming SECRET_KEY, never its value. */
export function parseSecretKeys(text: string): [Buffer, ...Buffer[]] {
  const [first, ...others] = text.split(',').map((part) => parseKey(part.trim()))
  if (!first) throw new ConfigurationError('SECRET_KEY', 'must hold a key.')
  return [first, ...others]
}

function parseKey(text: string): Buffer {
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64url')
  if (key.length !== KEY_BYTES || !/^[A-Za-z0-9+/_=-]+$/.test(text)) {
    throw new ConfigurationError(
      'SECRET_KEY',
      'must be 32 random bytes in hex or base64 (several, separated by commas, to rotate).',
    )
  }
  return key
}

/** The keys of the installation: SECRET_KEY when given, else one made once and kept in `dataDir`/secret-key, readable by the owner only. */
export function loadSecretKeys(given: string | undefined, dataDir: string): [Buffer, ...Buffer[]] {
  if (given !== undefined) return parseSecretKeys(given)
  const path = join(dataDir, 'secret-key')
  return parseSecretKeys((readIfThere(path) ?? makeOnce(path, dataDir)).trim())
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Two servers may start at once on one folder: the first to link its file wins and both use it. */
function makeOnce(path: string, dataDir: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!isFileError(error, 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(path, 'utf8')
}

const isFileError = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code
