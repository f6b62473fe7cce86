import { keyframes } from '@emotion/react'
import { styled } from '@mui/material/styles'

const breathe = keyframes({ '50%': { opacity: 0.45 } })

/** A grey bar in the shape of the text to come. */
export const Skeleton = styled('span')(({ theme }) => ({
  display: 'block',
  height: 10,
  borderRadius: 4,
  background: theme.vars.palette.surface.muted,
  animation: `${breathe} 1.6s ease-in-out infinite`,
}))
