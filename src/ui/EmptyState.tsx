import { styled } from './styled.ts'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './Icon.tsx'

const Frame = styled('div')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  gap: theme.spacing(1),
  padding: theme.spacing(12, 6),
  textAlign: 'center',
  color: theme.vars.palette.text.secondary,
  '& > svg': { marginBottom: theme.spacing(2), opacity: 0.7 },
  '& > p': { ...theme.typography.body2, maxWidth: 360, margin: 0 },
  '& > p:first-of-type': { ...theme.typography.body1, fontWeight: 600, color: theme.vars.palette.text.primary },
}))

interface Props {
  readonly icon: IconName
  readonly title: string
  readonly text?: string
  readonly children?: ReactNode
  /** Fills its place and stands in the middle of it. */
  readonly isTall?: boolean
}

/** Why there is nothing here, and what to do next. */
export function EmptyState({ icon, title, text, children, isTall = false }: Props) {
  return (
    <Frame sx={isTall ? { height: '100%', paddingBottom: '20vh' } : undefined}>
      <Icon name={icon} size={28} />
      <p>{title}</p>
      {text && <p>{text}</p>}
      {children}
    </Frame>
  )
}
