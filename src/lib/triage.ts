import type { ApprovalItem, WorkItem } from '#contract/work-item.ts'

/** What a change does to somebody's access. `unknown` is an operation we have no word for; `task` is no change at all. */
export type VerbKind = 'grant' | 'remove' | 'change' | 'unknown' | 'task'

export interface Verb {
  readonly kind: VerbKind
  /** A key of the verb's word in the messages, or null when `raw` is to be shown as it is. */
  readonly word: VerbWord | null
  readonly raw: string
  /** The different verbs of a mixed work item, the most frequent first. */
  readonly parts?: readonly Verb[]
}

export type VerbWord =
  | 'grant'
  | 'create'
  | 'enable'
  | 'unlock'
  | 'remove'
  | 'disable'
  | 'delete'
  | 'lock'
  | 'change'
  | 'mixed'
  | 'revoke'
  | 'choose'
  | 'review'
  | 'task'
  | 'unstated'

const words: Readonly<Record<string, readonly [VerbKind, VerbWord]>> = {
  add: ['grant', 'grant'],
  grant: ['grant', 'grant'],
  assign: ['grant', 'grant'],
  create: ['grant', 'create'],
  enable: ['grant', 'enable'],
  unlock: ['grant', 'unlock'],
  remove: ['remove', 'remove'],
  revoke: ['remove', 'remove'],
  disable: ['remove', 'disable'],
  delete: ['remove', 'delete'],
  lock: ['remove', 'lock'],
  set: ['change', 'change'],
  update: ['change', 'change'],
  modify: ['change', 'change'],
  change: ['change', 'change'],
}

/** The verb of an approval item's free-text operation; letter case and surrounding blanks do not matter. */
export function verbOfOperation(operation: string | null): Verb {
  const raw = operation?.trim() ?? ''
  if (raw === '') return { kind: 'unknown', word: 'unstated', raw: '' }
  const plain = raw.toLowerCase()
  const found = Object.hasOwn(words, plain) ? words[plain] : undefined
  return found ? { kind: found[0], word: found[1], raw } : { kind: 'unknown', word: null, raw }
}

/** Each different verb once, the most frequent first. */
function differentOnes(verbs: readonly Verb[]): Verb[] {
  const groups = new Map<string, Verb[]>()
  for (const verb of verbs) {
    const key = verb.word ?? verb.raw
    groups.set(key, [...(groups.get(key) ?? []), verb])
  }
  return [...groups.values()].toSorted((a, b) => b.length - a.length).flatMap(([verb]) => verb ?? [])
}

const reviewTypes: ReadonlySet<string> = new Set([
  'Certification',
  'Delegation',
  'ViolationReview',
  'PolicyViolation',
  'Signoff',
  'ImpactAnalysis',
])

/**
 * One verb for a whole work item. With several different ones the most serious kind stands for all (unknown, then remove), under the
 * word "mixed", so that a removal never hides behind a grant.
 */
export function verbOfWorkItem(item: WorkItem): Verb {
  const verbs = item.approvalItems.map((approval) => verbOfOperation(approval.operation))
  const [first] = verbs
  if (first) {
    if (
      verbs.every(
        (verb) => verb.kind === first.kind && verb.word === first.word && (verb.word !== null || verb.raw === first.raw),
      )
    )
      return first
    const kinds = new Set(verbs.map((verb) => verb.kind))
    const parts = differentOnes(verbs)
    const worst = kinds.has('unknown') ? 'unknown' : kinds.has('remove') ? 'remove' : kinds.size === 1 ? first.kind : 'change'
    return { kind: worst, word: 'mixed', raw: '', parts }
  }
  if (item.remediationItems.length > 0) return { kind: 'remove', word: 'revoke', raw: '' }
  if (item.form) return { kind: 'task', word: 'choose', raw: '' }
  if (item.type.known !== null && reviewTypes.has(item.type.known)) return { kind: 'task', word: 'review', raw: '' }
  return { kind: 'task', word: 'task', raw: item.type.raw }
}

/** Where a "for whom" comes from; the API has no such field, so it is always said. */
export type TargetOrigin = 'remediation' | 'form' | 'account' | 'description'

export type Target =
  | { readonly kind: 'one'; readonly name: string; readonly origin: TargetOrigin }
  | { readonly kind: 'several'; readonly count: number; readonly origin: TargetOrigin }

/** Whom the access is for, as far as the item says so; null when it does not. Never guesses between two. */
export function targetOf(item: WorkItem): Target | null {
  return (
    oneOf(item.remediationItems, ({ target }) => target.displayName ?? target.name, 'remediation') ??
    (item.form?.targetUser ? { kind: 'one', name: item.form.targetUser, origin: 'form' } : null) ??
    oneOf(item.approvalItems, ({ account }) => (account === null ? null : readableName(account)), 'account') ??
    oneNameIn(item.description ?? item.name)
  )
}

/** "for Priya Nadar": two to four capitalised words; whatever else may stand there is no name we could be sure of. */
const forSomebody = /(?<=\bfor )\p{Lu}[\p{L}\p{M}’'-]+(?: (?:\p{Lu}[\p{L}\p{M}’'-]+|\p{Lu}\.)){1,3}/gu

/** The last resort, so only a text that names exactly one person counts. */
function oneNameIn(text: string | null): Target | null {
  if (text?.includes('for ') !== true) return null
  const names = new Set(text.match(forSomebody))
  const [only] = names
  return only !== undefined && names.size === 1 ? { kind: 'one', name: only, origin: 'description' } : null
}

function oneOf<Part>(parts: readonly Part[], nameOf: (part: Part) => string | null, origin: TargetOrigin): Target | null {
  const different = new Set<string>()
  for (const part of parts) {
    const name = nameOf(part)
    if (name !== null) different.add(name)
  }
  const [only] = different
  if (only === undefined) return null
  return different.size === 1 ? { kind: 'one', name: only, origin } : { kind: 'several', count: different.size, origin }
}

/** The first part of a directory name (`CN=Priya Nadar,OU=…` gives `Priya Nadar`); any other text as it is. */
export function readableName(account: string): string {
  // Nearly all accounts are plain names.
  if (!account.includes('=')) return account
  const common = /^\s*(?:cn|uid)\s*=\s*((?:\\.|[^,\\])+)/i.exec(account)?.[1]
  return common === undefined ? account : common.replaceAll(/\\(.)/g, '$1').trim()
}

/** The sources an item touches, each once, in the order they appear. */
export function sourcesOf(item: WorkItem): string[] {
  const names = new Set<string>()
  for (const { application } of item.approvalItems) if (application !== null) names.add(application)
  for (const { application } of item.remediationItems) if (application !== null) names.add(application)
  return [...names]
}

/** What a change's name is made of. */
export type NamedChange = Pick<ApprovalItem, 'id' | 'account' | 'application' | 'attribute' | 'operation' | 'value'>

/**
 * A short name per approval item, by id: the value, else the attribute, else the account and what becomes of it. Names that would be the same get the source, and
 * if that does not part them a number, so that "Approve …" is never said of two things alike.
 */
export function approvalItemLabels(items: readonly NamedChange[], verbWord: (verb: Verb) => string): ReadonlyMap<string, string> {
  const plain = items.map((item) => plainLabel(item, verbWord))
  const withSource = items.map((item, index) =>
    count(plain, plain[index]) > 1 && item.application !== null ? `${plain[index]} (${item.application})` : (plain[index] ?? ''),
  )
  const numbered = items.map((item, index) => {
    const label = withSource[index] ?? ''
    const text =
      count(withSource, label) > 1
        ? `${label} #${withSource.slice(0, index + 1).filter((other) => other === label).length}`
        : label
    return [item.id, text] as const
  })
  return new Map(numbered)
}

function plainLabel(item: NamedChange, verbWord: (verb: Verb) => string): string {
  const verb = verbOfOperation(item.operation)
  const value = item.value === null ? null : readableName(item.value)
  if (value !== null) return verb.kind === 'change' && item.attribute !== null ? `${item.attribute} ${value}` : value
  if (item.attribute !== null) return item.attribute
  const account = item.account === null ? item.application : readableName(item.account)
  return account === null ? verbWord(verb) : `${account} (${verbWord(verb)})`
}

const count = (texts: readonly string[], text: string | undefined): number => texts.filter((other) => other === text).length

/** What the quick filter looks through, in lower case. Worked out ten thousand times while a long list is read, so without detours. */
export function searchTextOf(item: WorkItem, target: Target | null = targetOf(item), sources = sourcesOf(item)): string {
  let text = `${item.name ?? ''}\n${item.description ?? ''}\n${item.requester?.name ?? ''}\n${item.type.raw}`
  const add = (more: string | null) => {
    if (more !== null) text += `\n${more}`
  }
  if (target?.kind === 'one') add(target.name)
  for (const source of sources) add(source)
  for (const { value, attribute, account } of item.approvalItems) {
    add(value)
    add(attribute)
    add(account)
  }
  for (const { value, target: person } of item.remediationItems) {
    add(value)
    add(person.name)
  }
  return text.toLowerCase()
}

/** Whether every word of the query occurs somewhere in the text. */
export function matchesQuery(searchText: string, query: string): boolean {
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => searchText.includes(word))
}

export type AgeBand = 'fresh' | 'waiting' | 'long'

const DAY = 86_400_000

/** Under a week, under thirty days, longer. `age` in ms. */
export function ageBand(age: number): AgeBand {
  if (age < 7 * DAY) return 'fresh'
  return age < 30 * DAY ? 'waiting' : 'long'
}
