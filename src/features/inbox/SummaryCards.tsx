import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { Link } from 'react-router'
import { workItemQueries } from '#src/api/work-items.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { plainList, writeListParams } from '#src/lib/search-params.ts'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import type { AgeBucket } from '#src/lib/age-buckets.ts'
import { AgeChart } from './AgeChart.tsx'
import type { ListScope } from './list/use-work-item-list.ts'

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'flex-end',
  gap: theme.spacing(1),
  // The chart ends where the fields below it do.
  padding: theme.spacing(0, 3.5, 0, 2),
}))

const Row = styled('ul')(({ theme }) => ({
  display: 'flex',
  alignItems: 'stretch',
  gap: theme.spacing(0.5),
  margin: 0,
  padding: 0,
  listStyle: 'none',
}))

const Card = styled(Link)(({ theme }) => ({
  display: 'block',
  minWidth: 64,
  padding: theme.spacing(1.5, 2, 2),
  borderRadius: 6,
  color: theme.vars.palette.text.secondary,
  textDecoration: 'none',
  fontSize: '0.75rem',
  lineHeight: '16px',
  '& strong': {
    display: 'block',
    color: theme.vars.palette.text.primary,
    fontSize: '1.125rem',
    lineHeight: '24px',
    fontWeight: 600,
    letterSpacing: '-0.01em',
  },
  '&:hover': { background: theme.vars.palette.surface.hover },
  '&[aria-current]': { color: theme.vars.palette.primary.main, fontWeight: 560 },
  '&[aria-current] strong': { color: theme.vars.palette.primary.main },
}))

interface Props {
  /** The list on screen; null when it is none of these. */
  readonly scope: ListScope | null
  readonly owner: string | null
  /** Open work items by age; null where the open list is not at hand. */
  readonly ages: Readonly<Record<AgeBucket, number>> | null
  readonly chosenAges: readonly string[]
}

/** How many there are; each number leads to exactly that list. */
export const SummaryCards = memo(function SummaryCards({ scope, owner, ages, chosenAges }: Props) {
  const { summary: words } = useMessages()
  const { data, isError } = useQuery(workItemQueries.summary(owner))
  const ofOwner = writeListParams({ ...plainList, owner })
  const cards = [
    { scope: 'open', to: `${paths.inbox}${ofOwner}`, label: words.open, value: data?.open },
    { scope: 'completed', to: `${paths.completed}${ofOwner}`, label: words.completed, value: data?.completed },
    {
      scope: 'all',
      to: `${paths.inbox}${writeListParams({ ...plainList, owner, scope: 'all' })}`,
      label: words.total,
      value: data?.total,
    },
  ] as const
  return (
    <Head>
      <Row aria-label={words.label}>
        {cards.map(({ scope: of, to, label, value }) => (
          <li key={of}>
            <Card to={to} aria-current={of === scope ? 'page' : undefined}>
              {label}
              <strong data-figures="">
                {value === undefined ? isError ? '–' : <Skeleton sx={{ width: 34, marginBlock: '7px' }} /> : words.number(value)}
              </strong>
            </Card>
          </li>
        ))}
      </Row>
      {ages && <AgeChart counts={ages} owner={owner} chosen={chosenAges} />}
    </Head>
  )
})
