/** Walks the chain of receipts, in the store or in an exported file, and names the first link that does not hold. */
import { isDeepStrictEqual } from 'node:util'
import { readCsv } from '#contract/csv.ts'
import type { ReceiptStore } from '../store/receipts.ts'
import { cellsOf, cellsOfLine, hashOf, isHead, NO_HASH } from './receipt.ts'

export interface Verdict {
  readonly holds: boolean
  /** One line for a person. */
  readonly text: string
}

const holds = (text: string): Verdict => ({ holds: true, text })
const broken = (text: string): Verdict => ({ holds: false, text })

/** Every receipt of every tenant, against its hash, the one before it and the entry it is about; and every ended entry has one. */
export async function verifyStore(store: ReceiptStore): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const tenantId of await store.tenants()) verdicts.push(await verifyTenant(store, tenantId))
  const unsealed = (await store.unsealed())[0]
  if (unsealed) verdicts.push(broken(`Entry ${unsealed.position} of run ${unsealed.runId} has ended without a receipt.`))
  return verdicts.length > 0 ? verdicts : [holds('There are no receipts yet.')]
}

async function verifyTenant(store: ReceiptStore, tenantId: string): Promise<Verdict> {
  let number = 0
  let hash = NO_HASH
  for (;;) {
    const links = await store.links(tenantId, number)
    if (links.length === 0) return holds(`Tenant ${tenantId}: ${number} receipts, unbroken. The last hash is ${hash}.`)
    for (const link of links) {
      const at = `Tenant ${tenantId}: receipt ${link.number} (entry ${link.position} of run ${link.runId})`
      if (link.number !== number + 1) return broken(`${at} follows receipt ${number}: what was between is missing.`)
      const cells = textsIn(link.content)
      if (!cells || hashOf(hash, cells) !== link.hash) return broken(`${at} does not fit its hash.`)
      if (!link.entry || !isDeepStrictEqual(cellsOf(link.entry, link.number), cells))
        return broken(`${at} says something else than the entry it is about.`)
      number = link.number
      hash = link.hash
    }
  }
}

function textsIn(content: string): string[] | undefined {
  try {
    const cells: unknown = JSON.parse(content)
    return Array.isArray(cells) && cells.every((cell) => typeof cell === 'string') ? cells : undefined
  } catch {
    return undefined
  }
}

/**
 * An exported file by itself: each line fits its hash, and lines that follow each other in the chain fit together. What a filter left out
 * cannot be told from what somebody took out; the numbers say where there are gaps.
 */
export function verifyFile(text: string): Verdict {
  let lines: string[][]
  try {
    lines = readCsv(text)
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error))
  }
  const [head, ...rows] = lines
  if (!isHead(head)) return broken('This is not an export of receipts.')
  let before: { readonly number: number; readonly hash: string } | undefined
  let gaps = 0
  for (const row of rows) {
    const cells = cellsOfLine(row.slice(0, -2))
    const [previous = '', hash = ''] = row.slice(-2)
    const number = Number(row[0])
    if (!cells || hashOf(previous, cells) !== hash) return broken(`Receipt ${row[0] ?? '?'} does not fit its hash.`)
    if (before && number <= before.number) return broken(`Receipt ${number} is out of order.`)
    if (before?.number === number - 1 && before.hash !== previous)
      return broken(`Receipt ${number} does not fit the one before it.`)
    if (before && before.number < number - 1) gaps += 1
    before = { number, hash }
  }
  const left = gaps === 0 ? 'without gaps' : `with ${gaps} gaps, as a filter leaves them`
  return holds(`${rows.length} receipts, each fits its hash; ${left}.`)
}
