import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useId } from 'react'
import type { ReactNode } from 'react'

const Frame = styled('section')(({ theme }) => ({
  containerType: 'inline-size',
  padding: theme.spacing(5, 6),
  '& + &': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  [theme.breakpoints.down('sm')]: { padding: theme.spacing(4) },
}))

/** A titled part of the work item, parted from the next by a hairline. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <Frame aria-labelledby={id}>
      <Typography component="h2" variant="h2" id={id} sx={{ mb: 2 }}>
        {title}
      </Typography>
      {children}
    </Frame>
  )
}
