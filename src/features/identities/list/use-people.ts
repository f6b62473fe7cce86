import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Identity } from '#contract/identity.ts'
import { findPeople, identityLists } from '#src/api/identity-lists.ts'
import { useSession } from '#src/components/session-context.ts'
import { questionOf } from '#src/lib/identity-filter.ts'
import type { IdentityQuestion } from '#src/lib/identity-filter.ts'
import type { IdentityListParams, IdentitySort } from '#src/lib/identity-params.ts'
import { readPastedPeople } from '#src/lib/pasted-people.ts'
import type { Found, Sought } from '#src/lib/pasted-people.ts'
import { readPastedList } from './kept-lists.ts'

/** What the list shows, wherever it comes from. */
export interface People {
  /** One page. */
  readonly people: readonly Identity[]
  readonly total: number | null
  readonly readAt: number | null
  readonly isLoading: boolean
  /** Another page or question is on its way while this one is shown. */
  readonly isWaiting: boolean
  readonly error: unknown
  readonly retry: () => void
  /** What the tenant was asked; null for a pasted list. */
  readonly question: IdentityQuestion | null
  readonly pasted: PastedList | null
}

export interface PastedList {
  /** Null when the list is not in this tab. */
  readonly sought: readonly Sought[] | null
  readonly found: Found | null
  /** How far the look-up is, from 0 to 1. */
  readonly done: number
  /** Everybody found, in the order of the list. */
  readonly everybody: readonly Identity[]
}

/** The people an address asks for: a page from the tenant, or from a pasted list that was looked up. */
export function usePeople(params: IdentityListParams): People {
  const question = useMemo(() => questionOf(params), [params])
  const isPasted = params.list !== null
  const paged = useQuery({ ...identityLists.page(question, params.page, params.size), enabled: !isPasted })
  const pasted = usePasted(params.list)
  if (params.list === null)
    return {
      people: paged.data?.people ?? [],
      total: paged.data?.total ?? null,
      readAt: paged.data?.readAt ?? null,
      isLoading: paged.isPending,
      isWaiting: paged.isPlaceholderData,
      error: paged.error,
      retry: () => void paged.refetch(),
      question,
      pasted: null,
    }
  const everybody = (pasted.data?.people ?? []).toSorted(inOrder(params.sort))
  return {
    people: everybody.slice((params.page - 1) * params.size, params.page * params.size),
    total: everybody.length,
    readAt: pasted.dataUpdatedAt || null,
    isLoading: pasted.isPending && pasted.sought !== null,
    isWaiting: false,
    error: pasted.error,
    retry: () => void pasted.refetch(),
    question: null,
    pasted: { sought: pasted.sought, found: pasted.data ?? null, done: pasted.done, everybody },
  }
}

function usePasted(list: string | null) {
  const { user } = useSession()
  const [done, setDone] = useState(0)
  const sought = useMemo(() => {
    const text = list === null ? null : readPastedList(user.id, list)
    return text === null ? null : readPastedPeople(text)
  }, [list, user.id])
  const query = useQuery({
    queryKey: ['identities', 'pasted', list],
    queryFn: ({ signal }) => findPeople(sought ?? [], { signal, onProgress: setDone }),
    enabled: sought !== null,
    // Each question of the look-up is repeated by itself where that helps.
    retry: false,
    // The list before is never shown in the place of this one: it could be selected.
    staleTime: 5 * 60_000,
  })
  return { ...query, sought, done }
}

/** As the tenant would sort, as far as one can know: without regard to letter case, those without a value last. */
function inOrder({ field, descending }: IdentitySort) {
  const keyOf = (person: Identity) =>
    field === 'name' ? person.name : field === 'alias' ? person.alias : (person.status?.raw ?? null)
  return (a: Identity, b: Identity): number => {
    const [left, right] = [keyOf(a), keyOf(b)]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return (descending ? -1 : 1) * left.localeCompare(right)
  }
}
