import { styled } from '#src/ui/styled.ts'

/** In sight where there is room; always there for screen readers. */
export const ItemText = styled('span')(({ theme }) => ({
  [theme.breakpoints.between('sm', 'lg')]: {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
}))
