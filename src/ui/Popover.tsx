import { styled } from './styled.ts'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'

const Frame = styled('div')(({ theme }) => ({
  position: 'fixed',
  inset: 'auto',
  margin: 0,
  width: 'max-content',
  minWidth: 200,
  maxWidth: 'min(320px, calc(100vw - 16px))',
  padding: theme.spacing(1.5),
  overflowY: 'auto',
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 8,
  color: theme.vars.palette.text.primary,
  background: theme.vars.palette.surface.raised,
  boxShadow: '0 8px 28px rgb(0 0 0 / 0.16)',
}))

interface Props {
  /** What it hangs from; it gets the focus back. */
  readonly anchor: HTMLElement
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Its end stands under the anchor's end, not its beginning under the beginning. */
  readonly isAtEnd?: boolean
}

const edge = 8

/** A small panel under a button, above everything else. Escape, a press elsewhere and leaving it with Tab close it. Mounted means open. */
export function Popover({ anchor, label, onClose, children, isAtEnd = false }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return undefined
    element.showPopover()
    const place = () => {
      const from = anchor.getBoundingClientRect()
      const below = innerHeight - from.bottom - 2 * edge
      const isAbove = below < 200 && from.top > below
      element.style.maxHeight = `${Math.min(420, isAbove ? from.top - 2 * edge : below)}px`
      const left = isAtEnd ? from.right - element.offsetWidth : from.left
      element.style.left = `${Math.max(edge, Math.min(left, innerWidth - element.offsetWidth - edge))}px`
      element.style.top = `${isAbove ? from.top - element.offsetHeight - 4 : from.bottom + 4}px`
    }
    place()
    element.querySelector<HTMLElement>('input, select, button, a')?.focus({ preventScroll: true })
    const onPress = ({ target }: PointerEvent) => {
      if (target instanceof Node && !element.contains(target) && !anchor.contains(target)) close.current()
    }
    addEventListener('resize', place)
    document.addEventListener('pointerdown', onPress, true)
    return () => {
      removeEventListener('resize', place)
      document.removeEventListener('pointerdown', onPress, true)
      if (element.contains(document.activeElement)) anchor.focus({ preventScroll: true })
    }
  }, [anchor, isAtEnd])
  return (
    // Not a <dialog>: that one would be modal, or lie below what scrolls. Escape closes from any control inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <Frame
      ref={frame}
      popover="manual"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="dialog"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        anchor.focus({ preventScroll: true })
        onClose()
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !frame.current?.contains(relatedTarget) && !anchor.contains(relatedTarget)) onClose()
      }}
    >
      {children}
    </Frame>
  )
}
