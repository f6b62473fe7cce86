/**
 * The one rule about what must be read before it is approved. Whatever takes access away, or says something we cannot read, needs its
 * detail opened first; by whichever door the approval comes.
 */
import type { WorkItem } from '#contract/work-item.ts'
import { partFields, partsOf } from './parts.ts'
import { verbOfWorkItem } from './triage.ts'

/** Why a work item needs opening; null when it does not. */
export type GateReason = 'removes' | 'unknown-verb' | 'unreadable'

/** What speaks against approving a work item from its row alone: parts that cannot be read, verbs we do not know, access going away. */
export function gateReasonOf(item: WorkItem): GateReason | null {
  if (item.unreadableItems > 0) return 'unreadable'
  const { kind } = verbOfWorkItem(item)
  if (kind === 'unknown') return 'unknown-verb'
  return kind === 'remove' ? 'removes' : null
}

/**
 * What somebody saw when they opened a work item: its id and its parts. A work item that got other parts since has not been seen, so this
 * and not the bare id is what the set of opened items holds.
 */
export function sightOf(item: WorkItem): string {
  const parts = partsOf(item).map((part) => [part.key, ...partFields.map((field) => part[field])])
  return `${item.id}:${fingerprint(JSON.stringify([parts, item.unreadableItems]))}`
}

/** Whether a work item, or a part of it, may be approved. `opened` holds sights (`sightOf`), not ids. */
export function mayApprove(item: WorkItem, opened: ReadonlySet<string>): boolean {
  return gateReasonOf(item) === null || opened.has(sightOf(item))
}

/** Two unlike numbers over the same text (FNV-1a and a multiplicative one): short enough to keep thousands, long enough not to meet. */
function fingerprint(text: string): string {
  let first = 0x811c9dc5
  let second = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    first = Math.imul(first ^ code, 0x01000193)
    second = (Math.imul(second, 31) + code) | 0
  }
  return `${(first >>> 0).toString(36)}${(second >>> 0).toString(36)}`
}
