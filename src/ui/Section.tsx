import { SectionHeading } from './text.ts'
import { styled } from './styled.ts'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { VisuallyHidden } from './VisuallyHidden.tsx'
import { theme } from './theme.ts'

const Frame = styled('section')<{ readonly 'data-untitled': '' | undefined }>(({ theme }) => ({
  containerType: 'inline-size',
  padding: theme.spacing(5, 6),
  '& + &': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  [theme.breakpoints.down('sm')]: {
    padding: theme.spacing(4),
    // What stands between them on a wide screen may stand at the bottom of a phone.
    '& ~ &': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  },
  '&[data-untitled]': { paddingTop: 0 },
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
    <Frame aria-labelledby={id} data-untitled={isTitleHidden ? '' : undefined}>
      {isTitleHidden ? (
        <VisuallyHidden>
          <h2 id={id}>{title}</h2>
        </VisuallyHidden>
      ) : (
        <SectionHeading id={id} sx={{ marginBottom: theme.spacing(2) }}>
          {title}
        </SectionHeading>
      )}
      {children}
    </Frame>
  )
}
