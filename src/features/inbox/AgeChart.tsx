import { styled } from '#src/ui/styled.ts'
import { Link } from 'react-router'
import { ageBuckets } from '#src/lib/age-buckets.ts'
import type { AgeBucket } from '#src/lib/age-buckets.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { plainList, writeListParams } from '#src/lib/search-params.ts'
import { paths } from '#src/lib/paths.ts'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'

const Row = styled('ul')(({ theme }) => ({
  flex: 1,
  minWidth: 0,
  maxWidth: 220,
  display: 'grid',
  gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
  margin: theme.spacing(0, 0, 0, 'auto'),
  padding: 0,
  listStyle: 'none',
}))

const Bar = styled(Link)(({ theme }) => ({
  display: 'grid',
  justifyItems: 'center',
  padding: theme.spacing(1, 0.5),
  borderRadius: 6,
  fontSize: '0.6875rem',
  lineHeight: '14px',
  color: theme.vars.palette.text.secondary,
  textDecoration: 'none',
  whiteSpace: 'nowrap',
  '& > svg': {
    width: '100%',
    height: 24,
    borderBottom: `1px solid ${theme.vars.palette.divider}`,
    marginBottom: 2,
    color: theme.vars.palette.age.fresh,
  },
  '&[data-bucket=month] > svg': { color: theme.vars.palette.age.waiting },
  '&[data-bucket=older] > svg': { color: theme.vars.palette.age.long },
  '& > b': { fontWeight: 560, color: theme.vars.palette.text.primary },
  '&:hover': { background: theme.vars.palette.surface.hover },
  '&[aria-current]': { background: theme.vars.palette.surface.selected },
}))

const height = 28
/** Even one in ten thousand is to be seen. */
const least = 2

interface Props {
  readonly counts: Readonly<Record<AgeBucket, number>>
  readonly owner: string | null
  /** The ages the list is narrowed down to. */
  readonly chosen: readonly string[]
}

/** How old the open work items are, as bars; each leads to exactly its own. */
export function AgeChart({ counts, owner, chosen }: Props) {
  const { ageChart, facets, summary } = useMessages()
  const most = Math.max(1, ...Object.values(counts))
  return (
    <Row aria-label={ageChart.label}>
      {ageBuckets.map((bucket) => {
        const count = counts[bucket]
        const tall = count === 0 ? 1 : Math.max(least, Math.round((count / most) * height))
        const isChosen = chosen.length === 1 && chosen[0] === bucket
        const address = writeListParams({ ...plainList, owner, facets: { ...plainList.facets, age: isChosen ? [] : [bucket] } })
        return (
          <li key={bucket}>
            <Bar
              data-bucket={bucket}
              to={`${paths.inbox}${address}`}
              aria-current={isChosen ? 'true' : undefined}
              title={ageChart.bar(facets.ages[bucket], count)}
            >
              <svg viewBox={`0 0 40 ${height}`} preserveAspectRatio="none" aria-hidden="true">
                <rect x="11" y={height - tall} width="18" height={tall} fill="currentColor" opacity={count === 0 ? 0.3 : 0.7} />
              </svg>
              <b data-figures="" aria-hidden="true">
                {summary.number(count)}
              </b>
              <span aria-hidden="true">{facets.agesShort[bucket]}</span>
              <VisuallyHidden>{ageChart.bar(facets.ages[bucket], count)}</VisuallyHidden>
            </Bar>
          </li>
        )
      })}
    </Row>
  )
}
