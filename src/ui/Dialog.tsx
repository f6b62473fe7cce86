import { styled } from './styled.ts'
import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'

const Frame = styled('dialog')(({ theme }) => ({
  width: 'min(440px, calc(100vw - 32px))',
  padding: theme.spacing(5),
  // It grows downwards: what one types into stays where it is.
  margin: 'min(12dvh, 96px) auto auto',
  maxHeight: 'calc(100dvh - 2 * min(12dvh, 96px))',
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 10,
  color: theme.vars.palette.text.primary,
  background: theme.vars.palette.background.paper,
  boxShadow: '0 16px 48px rgb(0 0 0 / 0.22)',
  '&::backdrop': { background: 'rgb(10 10 14 / 0.4)' },
  '& h2': { ...theme.typography.h1, fontSize: '1rem', margin: 0 },
  '&[data-sheet]': {
    [theme.breakpoints.down('sm')]: {
      width: '100vw',
      maxWidth: '100vw',
      maxHeight: '82dvh',
      margin: 'auto 0 0',
      border: 0,
      borderRadius: '14px 14px 0 0',
    },
  },
}))

interface Props {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** On a phone it lies at the bottom edge, within reach of the thumb. */
  readonly isSheet?: boolean
}

/** A modal dialog, the browser's own: it keeps the focus inside, closes with Escape and gives the focus back. Mounted means open. */
export function Dialog({ title, onClose, children, isSheet = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <Frame
      ref={dialog}
      aria-labelledby={titleId}
      data-sheet={isSheet ? '' : undefined}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </Frame>
  )
}
