import { styled } from '#src/ui/styled.ts'
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import type { Identity } from '#contract/identity.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { RowCheck } from '#src/ui/RowCheck.tsx'
import { useIdentitiesTexts } from '../texts.ts'
import { IdentityRow } from './IdentityRow.tsx'

const Scroller = styled('div')({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  overscrollBehavior: 'contain',
  '& > ul': { margin: 0, padding: 0, listStyle: 'none' },
  '&[data-waiting]': { opacity: 0.6 },
})

// Rows out of sight cost nothing.
const Slot = styled('li')({ position: 'relative', contentVisibility: 'auto', containIntrinsicHeight: 'auto 44px' })

export interface RowsHandle {
  /** Gives the focus to a row, by its place or its id; false when there is none. */
  readonly focusRow: (which: number | string) => boolean
  readonly toTop: () => void
}

interface Props {
  readonly people: readonly Identity[]
  readonly label: string
  /** Another page is on its way. */
  readonly isWaiting: boolean
  readonly openedId: string | undefined
  readonly linkTo: (id: string) => string
  readonly chosen: ReadonlySet<string>
  readonly isSelecting: boolean
  readonly onChoose: (id: string, isRange: boolean) => void
  readonly handle: Ref<RowsHandle>
}

/** The rows of one page. Tab reaches one of them; arrow keys, Home and End move between them, with Shift they select, Enter opens. */
export function IdentityRows(props: Props) {
  const { people, label, isWaiting, openedId, linkTo, chosen, isSelecting, onChoose } = props
  const { unnamedPerson } = useMessages()
  const { selection } = useIdentitiesTexts()
  const scroller = usePlaceKept(openedId)
  const [tabStopId, setTabStopId] = useState<string | null>(null)
  const indexOf = (id: string | null | undefined) => people.findIndex((person) => person.id === id)
  const tabStop = Math.max(0, indexOf(tabStopId), tabStopId === null ? indexOf(openedId) : 0)

  const focusAt = (index: number): boolean => {
    const person = people[index]
    const link = person && scroller.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(person.id)}"] > a`)
    if (!person || !link) return false
    setTabStopId(person.id)
    link.focus()
    link.scrollIntoView({ block: 'nearest' })
    return true
  }
  useImperativeHandle(props.handle, () => ({
    focusRow: (which) => focusAt(typeof which === 'number' ? which : indexOf(which)),
    toTop: () => scroller.current?.scrollTo({ top: 0 }),
  }))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: tabStop + 1,
      ArrowUp: tabStop - 1,
      Home: 0,
      End: people.length - 1,
    }
    const target = targets[event.key]
    const there = target === undefined ? undefined : people[target]
    const here = people[tabStop]
    if (target === undefined || !there || !here) return
    event.preventDefault()
    if (event.shiftKey) {
      if (chosen.size === 0) onChoose(here.id, false)
      onChoose(there.id, true)
    }
    focusAt(target)
  }
  return (
    <Scroller ref={scroller} data-waiting={isWaiting ? '' : undefined}>
      {/* The keys belong to the rows inside, which have the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- as above */}
      <ul aria-label={label} aria-busy={isWaiting} data-selecting={isSelecting ? '' : undefined} onKeyDown={onKeyDown}>
        {people.map((person, index) => {
          const isChosen = chosen.has(person.id)
          return (
            <Slot
              key={person.id}
              data-id={person.id}
              data-chosen={isChosen ? '' : undefined}
              onFocus={() => setTabStopId(person.id)}
            >
              <IdentityRow
                person={person}
                to={linkTo(person.id)}
                isOpened={person.id === openedId}
                isTabStop={index === tabStop}
              />
              <RowCheck
                label={selection.row(visibleText(person.name ?? person.alias ?? unnamedPerson))}
                isChecked={isChosen}
                isTabStop={index === tabStop}
                onChange={(isRange) => onChoose(person.id, isRange)}
              />
            </Slot>
          )
        })}
      </ul>
    </Scroller>
  )
}

/** Where a person covers the list, the list loses its scroll position: coming back finds it, and the row one came from has the focus. */
function usePlaceKept(openedId: string | undefined) {
  const scroller = useRef<HTMLDivElement>(null)
  const top = useRef(0)
  const before = useRef(openedId)
  useEffect(() => {
    const element = scroller.current
    const remember = () => {
      if (element && element.clientHeight > 0) top.current = element.scrollTop
    }
    element?.addEventListener('scroll', remember)
    return () => element?.removeEventListener('scroll', remember)
  }, [])
  useLayoutEffect(() => {
    const from = before.current
    before.current = openedId
    if (openedId !== undefined || from === undefined || !scroller.current) return
    scroller.current.scrollTop = top.current
    scroller.current.querySelector<HTMLElement>(`[data-id="${CSS.escape(from)}"] > a`)?.focus({ preventScroll: true })
  }, [openedId])
  return scroller
}
