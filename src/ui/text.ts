import { styled } from './styled.ts'

/** A paragraph. */
export const Text = styled('p')(({ theme }) => ({ ...theme.typography.body1, margin: 0 }))

/** A paragraph beside something larger, as in a dialog. */
export const SmallText = styled('p')(({ theme }) => ({ ...theme.typography.body2, margin: 0 }))

/** A few words in small type within a line. */
export const Caption = styled('span')(({ theme }) => ({ ...theme.typography.caption, margin: 0 }))

/** The heading of a part of a page. */
export const SectionHeading = styled('h2')(({ theme }) => ({ ...theme.typography.h2, margin: 0 }))
