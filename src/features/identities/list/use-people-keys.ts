import { useCallback, useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import { useNavigate } from 'react-router'
import type { Identity } from '#contract/identity.ts'
import { useOfferActs } from '#src/components/page-acts.ts'
import type { KeyAction } from '#src/lib/keys.ts'
import type { RowsHandle } from './IdentityRows.tsx'
import type { ChangeList } from './use-identity-params.ts'

interface Options {
  readonly people: readonly Identity[]
  readonly rows: RefObject<RowsHandle | null>
  readonly linkTo: (id: string) => string
  readonly onChoose: (id: string, isRange: boolean) => void
  readonly page: number
  /** How many there are; null when nobody knows. */
  readonly pages: number | null
  readonly onChange: ChangeList
}

/** The keys of the list of people. `turn` goes to another page, false where there is none; `arrive` is for when that page is there. */
export function usePeopleKeys({ people, rows, linkTo, onChoose, page, pages, onChange }: Options) {
  const navigate = useNavigate()
  /** Whoever turned the page from a row goes on from a row. */
  const focusNext = useRef(false)
  const turn = useCallback(
    (to: number) => {
      if (to < 1 || (pages !== null && to > pages)) return false
      onChange({ page: to })
      return true
    },
    [pages, onChange],
  )
  const offer = useMemo(
    () => ({
      acts: [],
      listActs: [],
      onKey: (action: KeyAction, focused: Element | null) => {
        const row = focused?.closest('[data-id]') ?? null
        const at = row === null ? -1 : people.findIndex(({ id }) => id === row.getAttribute('data-id'))
        const person = people[at]
        switch (action) {
          case 'down':
            return rows.current?.focusRow(at + 1) ?? false
          case 'up':
            return at > 0 && (rows.current?.focusRow(at - 1) ?? false)
          case 'open':
            if (person) void navigate(linkTo(person.id))
            return person !== undefined
          case 'select':
            if (person) onChoose(person.id, false)
            return person !== undefined
          case 'filter':
            document.querySelector<HTMLInputElement>('[data-quick-filter]')?.focus()
            return true
          case 'nextPage':
          case 'previousPage':
            focusNext.current = row !== null
            return turn(page + (action === 'nextPage' ? 1 : -1))
          default:
            return false
        }
      },
    }),
    [people, rows, navigate, linkTo, onChoose, turn, page],
  )
  useOfferActs(offer)
  const arrive = useCallback(() => {
    rows.current?.toTop()
    if (focusNext.current) rows.current?.focusRow(0)
    focusNext.current = false
  }, [rows])
  return { turn, arrive }
}
