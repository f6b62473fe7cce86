import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Libsql from 'libsql'

/** Somebody else works on this data folder. */
export class DataInUseError extends Error {
  override readonly name = 'DataInUseError'
}

export interface DataLock {
  /** Names this installation in leases: the same after every restart. */
  readonly serverId: string
  release(): void
}

/**
 * Makes this process the only server on `dataDir`, waiting up to `waitMs` for one that is just ending. The system frees the lock when the process
 * ends, however it ends. Raises `DataInUseError`, which names the holder.
 */
export function lockData(dataDir: string, waitMs = 5_000): DataLock {
  mkdirSync(dataDir, { recursive: true })
  const holder = join(dataDir, 'server.pid')
  const lock = new Libsql(join(dataDir, 'lock.sqlite'))
  try {
    lock.pragma(`busy_timeout=${waitMs}`)
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    const pid = existsSync(holder) ? readFileSync(holder, 'utf8').trim() : 'unknown'
    throw new DataInUseError(`the data folder ${dataDir} is used by another server (process ${pid}).`)
  }
  const release = () => {
    lock.exec('rollback')
    lock.close()
  }
  writeFileSync(holder, `${process.pid}\n`)
  return { serverId: serverIdIn(dataDir), release }
}

function serverIdIn(dataDir: string): string {
  const file = join(dataDir, 'server-id')
  if (!existsSync(file)) writeFileSync(file, `${randomUUID()}\n`)
  return readFileSync(file, 'utf8').trim()
}
