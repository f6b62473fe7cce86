import { styled } from './styled.ts'

/** A page's heading; `as` makes it one of another rank that looks the same. */
export const Heading = styled('h1')(({ theme }) => ({ ...theme.typography.h1, margin: 0, overflowWrap: 'anywhere' }))
