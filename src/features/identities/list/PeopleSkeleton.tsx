import { styled } from '#src/ui/styled.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { columns, inColumns } from './IdentityRow.tsx'

const Row = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '24px minmax(0, 1fr) 64px',
  alignItems: 'center',
  columnGap: theme.spacing(3),
  height: 44,
  padding: theme.spacing(0, 4),
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& > [data-column]': { display: 'none' },
  [inColumns]: { gridTemplateColumns: columns, '& > [data-column]': { display: 'block' } },
}))

const widths = ['62%', '48%', '70%', '55%', '66%', '44%', '58%', '72%', '50%', '64%', '53%', '68%']

/** People to come. */
export function PeopleSkeleton() {
  const { loading } = useMessages()
  return (
    <div>
      <VisuallyHidden>{loading}</VisuallyHidden>
      {widths.map((width) => (
        <Row key={width} aria-hidden="true">
          <Skeleton sx={{ width: 24, height: 24, borderRadius: '50%' }} />
          <span>
            <Skeleton sx={{ width, marginBottom: '7px' }} />
            <Skeleton sx={{ width: '38%', height: 8 }} />
          </span>
          <Skeleton data-column="" sx={{ width, height: 8 }} />
          <Skeleton sx={{ height: 8 }} />
          <Skeleton data-column="" sx={{ width: '60%', height: 8 }} />
          <Skeleton data-column="" sx={{ width: '50%', height: 8 }} />
        </Row>
      ))}
    </div>
  )
}
