/** Something an identity owns, as ownership answers name it. */
export interface OwnedEntity {
  readonly id: string
  readonly name: string
  readonly type: string
}

export interface Association {
  readonly associationType: string
  readonly entities: readonly OwnedEntity[]
}

type Wrapped = { readonly identityEntity: OwnedEntity }
interface AssociationBody {
  associationType: string
  entities: readonly Wrapped[] | readonly OwnedEntity[] | OwnedEntity
}

/** The body of an ownership answer in any of its shapes: the vendor's schema, its examples and tenants all disagree. */
export interface OwnershipBody {
  associationDetails: AssociationBody[] | AssociationBody
}

const flatOrSingle = (association: Association): AssociationBody => {
  const [only, ...more] = association.entities
  return { associationType: association.associationType, entities: only && more.length === 0 ? only : association.entities }
}

/** The shapes an ownership answer comes in, chosen by the identity so that each identity always answers alike. */
export type OwnershipShape = 'schema' | 'flat' | 'example'

const shapes: readonly OwnershipShape[] = ['schema', 'flat', 'example']

/** The last hex digit of the identity's id, modulo 3. */
export function shapeFor(identityId: string): OwnershipShape {
  return shapes[Number.parseInt(identityId.slice(-1), 16) % shapes.length] ?? 'schema'
}

/**
 * What is owned, in one of the shapes: `schema` is the vendor's schema (entities wrapped), `flat` the same with bare entities, `example`
 * the vendor's examples: one association is an object instead of an array, one entity an object instead of an array.
 */
export function ownershipBody(associations: readonly Association[], shape: OwnershipShape): OwnershipBody {
  if (shape === 'schema') {
    return {
      associationDetails: associations.map(({ associationType, entities }) => ({
        associationType,
        entities: entities.map((identityEntity) => ({ identityEntity })),
      })),
    }
  }
  if (shape === 'flat') {
    return { associationDetails: associations.map(({ associationType, entities }) => ({ associationType, entities })) }
  }
  const [only, ...more] = associations
  return { associationDetails: only && more.length === 0 ? flatOrSingle(only) : associations.map(flatOrSingle) }
}
