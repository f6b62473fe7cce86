/** Other open work items that ask for the same thing, or for the opposite. */
import type { WorkItem } from '#contract/work-item.ts'
import { verbOfOperation } from './triage.ts'
import type { VerbKind } from './triage.ts'

/** One change to one account. */
export interface AccountChange {
  readonly account: string
  readonly application: string
  readonly attribute: string
  readonly value: string
  readonly kind: VerbKind
}

const folded = (text: string | null): string => (text ?? '').trim().toLowerCase()

/** The changes of a work item that name an account; of those still open alone, unless all are wanted. */
function changesOf(item: WorkItem, which: 'open' | 'all'): AccountChange[] {
  const approvals = item.approvalItems.filter(({ isOpen }) => which === 'all' || isOpen)
  const remediations = item.remediationItems.map((each) => ({
    ...each,
    account: each.nativeIdentity,
    operation: each.operation ?? 'remove',
  }))
  return [...approvals, ...remediations].flatMap((each) => {
    const account = folded(each.account)
    if (account === '') return []
    return {
      account,
      application: folded(each.application),
      attribute: folded(each.attribute),
      value: folded(each.value),
      kind: verbOfOperation(each.operation).kind,
    }
  })
}

type Relation = 'same' | 'opposite' | null

/** How two changes to one account stand to each other; null when they have nothing to do with each other. */
function relationOf(one: AccountChange, other: AccountChange): Relation {
  if (one.account !== other.account || one.application !== other.application || one.attribute !== other.attribute) return null
  const kinds = new Set([one.kind, other.kind])
  if (one.value === other.value) {
    if (kinds.size === 1) return 'same'
    return kinds.has('grant') && kinds.has('remove') ? 'opposite' : null
  }
  // Two values for one attribute: only the later one would stay.
  return one.kind === 'change' && other.kind === 'change' && one.attribute !== '' ? 'opposite' : null
}

export interface Siblings {
  readonly duplicates: readonly WorkItem[]
  readonly contradictions: readonly WorkItem[]
}

/** Looks through the open work items; one that does both counts as contradicting. Quick over ten thousand: most fail on the account alone. */
export function siblingsOf(item: WorkItem, openItems: readonly WorkItem[]): Siblings {
  const own = changesOf(item, 'open')
  const accounts = new Set(own.map(({ account }) => account))
  const duplicates: WorkItem[] = []
  const contradictions: WorkItem[] = []
  if (own.length === 0) return { duplicates, contradictions }
  const isOne = oneOf(accounts)
  for (const other of openItems) {
    if (other.id === item.id || !other.isOpen || !namesOneOf(other, isOne)) continue
    const relations = changesOf(other, 'open').flatMap((change) => own.map((mine) => relationOf(mine, change)))
    if (relations.includes('opposite')) contradictions.push(other)
    else if (relations.includes('same')) duplicates.push(other)
  }
  return { duplicates, contradictions }
}

/**
 * Whether an account as it is written is one of those folded ones. Nearly all differ in length, which spares folding thousands; İ is the
 * one letter that is longer in lower case.
 */
function oneOf(accounts: ReadonlySet<string>): (account: string | null) => boolean {
  const lengths = new Set([...accounts].map(({ length }) => length))
  return (account) =>
    account !== null && (lengths.has(account.trim().length) || account.includes('İ')) && accounts.has(folded(account))
}

function namesOneOf({ approvalItems, remediationItems }: WorkItem, isOne: (account: string | null) => boolean): boolean {
  for (const { account } of approvalItems) if (isOne(account)) return true
  for (const { nativeIdentity } of remediationItems) if (isOne(nativeIdentity)) return true
  return false
}
