import { styled } from './styled.ts'

/** A grey bar in the shape of the text to come. */
export const Skeleton = styled('span')(({ theme }) => ({
  display: 'block',
  height: 10,
  borderRadius: 4,
  background: theme.vars.palette.surface.muted,
  animation: `cs-breathe 1.6s ease-in-out infinite`,
}))
