import type { WorkItem } from '#contract/work-item.ts'
import { partFields, partsOf } from './parts.ts'
import type { Part, PartField } from './parts.ts'

export interface PartsChanged {
  readonly added: readonly Part[]
  readonly gone: readonly Part[]
  readonly altered: readonly { readonly before: Part; readonly now: Part; readonly fields: readonly PartField[] }[]
  /** So many more that cannot be read. */
  readonly unreadable: number
}

/** What another reading of a work item asks for that the first did not; null where it asks for the same. Decisions on parts do not count. */
export function partsChanged(before: WorkItem, now: WorkItem): PartsChanged | null {
  if (before === now) return null
  const had = new Map(partsOf(before).map((part) => [part.key, part]))
  const has = partsOf(now)
  const keys = new Set(has.map(({ key }) => key))
  const changed = {
    added: has.filter(({ key }) => !had.has(key)),
    gone: [...had.values()].filter(({ key }) => !keys.has(key)),
    altered: has.flatMap((part) => {
      const was = had.get(part.key)
      const fields = was ? partFields.filter((field) => was[field] !== part[field]) : []
      return was && fields.length > 0 ? [{ before: was, now: part, fields }] : []
    }),
    unreadable: Math.max(0, now.unreadableItems - before.unreadableItems),
  }
  const isSame = changed.added.length + changed.gone.length + changed.altered.length + changed.unreadable === 0
  return isSame ? null : changed
}
