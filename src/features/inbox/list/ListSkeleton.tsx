import { styled } from '#src/ui/styled.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'

const Row = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '22px minmax(0, 1fr) 48px',
  alignItems: 'center',
  columnGap: theme.spacing(3),
  height: 44,
  padding: theme.spacing(0, 4),
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
}))

const widths = ['62%', '48%', '70%', '55%', '66%', '44%', '58%', '72%', '50%', '64%']

/** Rows to come. */
export function ListSkeleton() {
  const { loading } = useMessages()
  return (
    <div>
      <VisuallyHidden>{loading}</VisuallyHidden>
      {widths.map((width) => (
        <Row key={width} aria-hidden="true">
          <Skeleton sx={{ width: 22, height: 22, borderRadius: '6px' }} />
          <span>
            <Skeleton sx={{ width, marginBottom: '7px' }} />
            <Skeleton sx={{ width: '38%', height: 8 }} />
          </span>
          <Skeleton sx={{ height: 8 }} />
        </Row>
      ))}
    </div>
  )
}
