import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSqlite } from '#platform/sqlite.ts'
import { verifyFile, verifyStore } from './receipts/verify.ts'
import { createReceiptStore } from './store/receipts.ts'
import type { Schema } from './store/schema.ts'

/**
 * `server verify [file]`: the chain of receipts in `dataDir`, or an exported file. Says what it found; answers the exit code, 1 when a link
 * does not hold. A server may be running on the same store.
 */
export async function verifyCommand(dataDir: string, file: string | undefined, say: (text: string) => void): Promise<number> {
  const verdicts = file === undefined ? await inStore(join(dataDir, 'desk.sqlite')) : [verifyFile(readFileSync(file, 'utf8'))]
  for (const { text } of verdicts) say(`${text}\n`)
  return verdicts.every((verdict) => verdict.holds) ? 0 : 1
}

async function inStore(path: string) {
  if (!existsSync(path)) return [{ holds: false, text: `There is no store at ${path}.` }]
  const db = openSqlite<Schema>(path)
  try {
    return await verifyStore(createReceiptStore(db))
  } finally {
    await db.destroy()
  }
}
