import type { Identity } from '#contract/identity.ts'
import { isRecord, listOf } from '#contract/json.ts'
import type { Ownership } from '#contract/ownership.ts'
import { fold } from './fold.ts'

/** Why a step on somebody needs more than a press: each has consequences beyond the person, or cannot be ruled out. */
export type GuardReason = 'self' | 'admin' | 'protected' | 'manager' | 'owner' | 'unknown'

/** What one knows of somebody before acting; undefined where it could not be read (yet). */
export interface Standing {
  readonly isSelf: boolean
  readonly isManager: boolean
  readonly isProtected: boolean | undefined
  readonly ownership: Ownership | undefined
  /** User levels; null where the tenant does not tell. */
  readonly levels: readonly string[] | null
}

/** Why the account name has to be typed; nobody in particular gives none. What could not be read counts against acting. */
export function guardReasons({ isSelf, isManager, isProtected, ownership, levels }: Standing): readonly GuardReason[] {
  const owns = ownership === undefined ? undefined : ownership.kind !== 'owns-nothing'
  const checks: readonly (readonly [GuardReason, boolean])[] = [
    ['self', isSelf],
    ['admin', levels?.some((level) => level.toUpperCase().endsWith('ADMIN')) ?? false],
    ['protected', isProtected ?? false],
    ['manager', isManager],
    ['owner', owns ?? false],
    ['unknown', isProtected === undefined || owns === undefined],
  ]
  return checks.flatMap(([reason, holds]) => (holds ? reason : []))
}

/** What has to be typed for somebody: the account name, or what else tells them apart. */
export const confirmationOf = (person: Pick<Identity, 'id' | 'alias' | 'email'>): string =>
  person.alias ?? person.email ?? person.id

/** Whether what was typed is it: surrounding blanks and letter case aside. */
export const isConfirmed = (typed: string, wanted: string): boolean => fold(typed) === fold(wanted)

/** User levels among somebody's attributes, where a tenant keeps them there; null where it does not. */
export function levelsOf({ attributes }: Pick<Identity, 'attributes'>): readonly string[] | null {
  for (const name of ['authorities', 'capabilities', 'userLevels']) {
    const value = attributes[name]
    if (typeof value === 'string') return split(value)
    if (Array.isArray(value)) return listOf(value).flatMap((entry) => (typeof entry === 'string' ? entry : nameIn(entry)))
  }
  return null
}

const split = (text: string): string[] =>
  text
    .split(/[,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const nameIn = (entry: unknown): string[] => (isRecord(entry) && typeof entry['name'] === 'string' ? [entry['name']] : [])

/** One of the three things that are looked at before a deletion. */
export type Check =
  | { readonly state: 'reading' }
  /** Could not be read, or not understood: counts as an obstacle. */
  | { readonly state: 'unreadable' }
  | { readonly state: 'clear' }
  | { readonly state: 'obstacle'; readonly count: number | null }

export interface DeletionChecks {
  readonly ownership: Check
  readonly reports: Check
  readonly workItems: Check
}

/** Whether a deletion may go ahead as far as this desk can tell; the server looks again, and so does the tenant. */
export const mayDelete = (checks: DeletionChecks): boolean => Object.values(checks).every(({ state }: Check) => state === 'clear')

/** What an ownership answer means for a deletion: one that was not understood never reads as "owns nothing". */
export function ownershipCheck(ownership: Ownership): Check {
  if (ownership.kind === 'owns-nothing') return { state: 'clear' }
  if (ownership.kind === 'unrecognised') return { state: 'unreadable' }
  return { state: 'obstacle', count: ownership.associations.reduce((sum, { entities }) => sum + entities.length, 0) }
}
