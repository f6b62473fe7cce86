import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { DataInUseError, lockData } from './data-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'lock-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('R2 a second server on the same data folder fails, naming the holder; after the first has ended it has the same name', () => {
  const first = lockData(folder)
  expect(() => lockData(folder, 50)).toThrow(DataInUseError)
  expect(() => lockData(folder, 50)).toThrow(`process ${process.pid}`)
  first.release()
  const second = lockData(folder)
  expect(second.serverId).toBe(first.serverId)
  second.release()
})
