/**
 * Reads what an identity owns. The vendor's schema, its examples and the live answers all differ, so each known shape is
 * taken, and a body that fits none is handed on as it is: it never reads as "owns nothing", because a deletion may hang on it.
 */
import { filledTextOf, isRecord } from './json.ts'

export interface OwnedEntity {
  readonly id: string | null
  readonly name: string | null
  readonly type: string | null
}

export interface OwnershipAssociation {
  /** Free text such as ROLE_OWNER. */
  readonly type: string | null
  readonly entities: readonly OwnedEntity[]
}

export type Ownership =
  /** `leftovers` are parts of the answer that could not be read: the list may be incomplete. */
  | { readonly kind: 'owns'; readonly associations: readonly OwnershipAssociation[]; readonly leftovers: readonly unknown[] }
  | { readonly kind: 'owns-nothing' }
  | { readonly kind: 'unrecognised'; readonly raw: unknown }

/** Takes the parsed body of the ownership answer, or undefined or an empty text for an empty one. */
export function readOwnership(body: unknown): Ownership {
  if (isBlank(body)) return { kind: 'owns-nothing' }
  if (!isRecord(body) || !('associationDetails' in body)) return { kind: 'unrecognised', raw: body }
  const details = body['associationDetails']
  if (isBlank(details)) return { kind: 'owns-nothing' }
  const associations: OwnershipAssociation[] = []
  const leftovers: unknown[] = []
  for (const entry of manyOf(details)) {
    const listed = isRecord(entry) && 'entities' in entry ? entry['entities'] : undefined
    // An association that says "no entities" is understood; one that says nothing about them is not.
    if (!isRecord(entry) || listed === undefined || listed === null) {
      leftovers.push(entry)
      continue
    }
    const entities: OwnedEntity[] = []
    for (const one of manyOf(listed)) {
      const entity = readEntity(one)
      if (entity) entities.push(entity)
      else leftovers.push(one)
    }
    if (entities.length > 0) associations.push({ type: filledTextOf(entry['associationType']), entities })
  }
  if (associations.length > 0) return { kind: 'owns', associations, leftovers }
  return leftovers.length > 0 ? { kind: 'unrecognised', raw: body } : { kind: 'owns-nothing' }
}

/** The reasons a deletion was refused with, or null when the body is another error. */
export function readDeleteRefusal(body: unknown): { readonly message: string | null; readonly ownership: Ownership } | null {
  if (!isRecord(body) || !('associationDetails' in body)) return null
  return { message: filledTextOf(body['message']), ownership: readOwnership(body) }
}

/** Wrapped as `{identityEntity: {…}}`, or flat. */
function readEntity(value: unknown): OwnedEntity | null {
  if (!isRecord(value)) return null
  const inner = isRecord(value['identityEntity']) ? value['identityEntity'] : value
  const entity = { id: filledTextOf(inner['id']), name: filledTextOf(inner['name']), type: filledTextOf(inner['type']) }
  return entity.id === null && entity.name === null ? null : entity
}

const manyOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

/** Nothing at all: no body, null, an empty text, array or object. */
function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  if (Array.isArray(value)) return value.length === 0
  return isRecord(value) && Object.keys(value).length === 0
}
