/** The most people one request may name: the tenant's own limit for processing, and well within what it takes for inviting. */
export const mostAtOnce = 250
/** The most people "everyone uninvited" reaches. */
export const mostUninvited = 1000

/** The list in pieces of at most `size`, in order. */
export function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))
}
