import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { workItemQueries } from '#src/api/work-items.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { plainList, writeListParams } from '#src/lib/search-params.ts'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import type { ListScope } from './use-work-item-list.ts'

const Row = styled('ul')(({ theme }) => ({
  display: 'flex',
  alignItems: 'stretch',
  gap: theme.spacing(1),
  margin: 0,
  padding: theme.spacing(0, 2),
  listStyle: 'none',
}))

const Card = styled(Link)(({ theme }) => ({
  display: 'block',
  minWidth: 84,
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

const AsOf = styled('li')(({ theme }) => ({
  marginLeft: 'auto',
  alignSelf: 'flex-end',
  padding: theme.spacing(0, 2, 2),
  fontSize: '0.75rem',
  lineHeight: '16px',
  color: theme.vars.palette.text.secondary,
  textAlign: 'right',
}))

/** How many there are; each number leads to exactly that list. */
export function SummaryCards({ scope }: { readonly scope: ListScope }) {
  const { summary: words } = useMessages()
  const { data, dataUpdatedAt, isError } = useQuery(workItemQueries.summary())
  const cards = [
    { scope: 'open', to: paths.inbox, label: words.open, value: data?.open },
    { scope: 'completed', to: paths.completed, label: words.completed, value: data?.completed },
    {
      scope: 'all',
      to: `${paths.inbox}${writeListParams({ ...plainList, scope: 'all' })}`,
      label: words.total,
      value: data?.total,
    },
  ] as const
  return (
    <Row aria-label={words.label}>
      {cards.map(({ scope: of, to, label, value }) => (
        <li key={of}>
          <Card to={to} aria-current={of === scope ? 'page' : undefined}>
            {label}
            <strong data-figures="">
              {value === undefined ? isError ? '–' : <Skeleton sx={{ width: 34, my: '7px' }} /> : words.number(value)}
            </strong>
          </Card>
        </li>
      ))}
      {data && <AsOf data-figures="">{words.asOf(dataUpdatedAt)}</AsOf>}
    </Row>
  )
}
