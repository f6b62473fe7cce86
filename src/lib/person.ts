import type { Identity } from '#contract/identity.ts'

/** What to know about somebody before work is given to them. */
export type PersonWarning = 'inactive' | 'unregistered'

const inactive: ReadonlySet<string> = new Set(['DISABLED', 'DEACTIVATED', 'TERMINATED', 'LOCKED', 'ERROR'])

/** Whether somebody is unlikely to be able to act; null where nothing speaks against it. The tenant decides. */
export function personWarningOf(identity: Pick<Identity, 'status' | 'lifecycleState'>): PersonWarning | null {
  const status = identity.status?.known ?? null
  if (status !== null && inactive.has(status)) return 'inactive'
  if (/^(inactive|leaver|terminated|disabled)$/i.test(identity.lifecycleState?.name ?? '')) return 'inactive'
  return status === 'UNREGISTERED' ? 'unregistered' : null
}

/** Whether somebody has registered, or no longer can. */
export type Standing = 'unregistered' | 'registered' | 'inactive'

const standings: ReadonlyMap<string, Standing> = new Map<string, Standing>([
  ...['UNREGISTERED', 'PENDING'].map((status) => [status, 'unregistered'] as const),
  ...['REGISTERED', 'ACTIVE', 'WARNING', 'LOCKED', 'ERROR'].map((status) => [status, 'registered'] as const),
  ...['DISABLED', 'DEACTIVATED', 'TERMINATED'].map((status) => [status, 'inactive'] as const),
])

/** Whether somebody still has to register; null for no status, or one that nobody knows. */
export const standingForInvitation = ({ status }: Pick<Identity, 'status'>): Standing | null =>
  standings.get(status?.known ?? '') ?? null

/** Whether an invitation is worth sending: what nobody knows is left to the tenant. */
export function mayBeInvited(person: Pick<Identity, 'status'>): boolean {
  const standing = standingForInvitation(person)
  return standing === null || standing === 'unregistered'
}

/** `NOT_REGISTERED` reads as `not registered`; the tenant's own words otherwise. */
export const statusWords = (status: string): string => status.toLowerCase().replaceAll('_', ' ')

/** The word for why somebody may not be able to act: the status, or the lifecycle state where the status sounds well. */
export function standingOf({ status, lifecycleState }: Pick<Identity, 'status' | 'lifecycleState'>): string {
  const known = status?.known ?? null
  if (status && (known === null || inactive.has(known) || lifecycleState === null)) return statusWords(status.raw)
  return statusWords(lifecycleState?.name ?? '')
}

/** Which of the people share their display name with another of them; letter case and blanks aside. */
export function namesakesIn(people: readonly Pick<Identity, 'id' | 'name'>[]): ReadonlySet<string> {
  const byName = new Map<string, string[]>()
  for (const { id, name } of people) {
    const key = (name ?? '').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase()
    if (key !== '') byName.set(key, [...(byName.get(key) ?? []), id])
  }
  return new Set([...byName.values()].filter((ids) => ids.length > 1).flat())
}

/** The one person an exact look-up found; null when there is none or more than one: nobody is guessed. */
export function onlyMatch<Person>(found: readonly Person[] | null | undefined): Person | null {
  const [only, ...others] = found ?? []
  return only !== undefined && others.length === 0 ? only : null
}
