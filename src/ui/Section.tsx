import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { VisuallyHidden } from './VisuallyHidden.tsx'

const Frame = styled('section')(({ theme }) => ({
  containerType: 'inline-size',
  padding: theme.spacing(5, 6),
  '& + &': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  [theme.breakpoints.down('sm')]: { padding: theme.spacing(4) },
}))

interface Props {
  readonly title: string
  readonly children: ReactNode
  /** For screen readers only, where the content speaks for itself. */
  readonly isTitleHidden?: boolean
}

/** A titled part of a page, parted from the next by a hairline. */
export function Section({ title, children, isTitleHidden = false }: Props) {
  const id = useId()
  return (
    <Frame aria-labelledby={id} sx={isTitleHidden ? { pt: 0 } : undefined}>
      {isTitleHidden ? (
        <VisuallyHidden>
          <h2 id={id}>{title}</h2>
        </VisuallyHidden>
      ) : (
        <Typography component="h2" variant="h2" id={id} sx={{ mb: 2 }}>
          {title}
        </Typography>
      )}
      {children}
    </Frame>
  )
}
