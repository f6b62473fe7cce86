import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { NavLink } from 'react-router'
import { workItemQueries } from '#src/api/work-items.ts'
import { useDecisions } from '#src/components/decisions.tsx'
import { Mark } from '#src/components/Mark.tsx'
import { useSession } from '#src/components/session-context.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { countsOf } from '#src/lib/run-counts.ts'
import type { RunCounts } from '#src/lib/run-counts.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { AccountButton } from './AccountButton.tsx'
import { ItemText } from './rail-text.ts'
import { RailSearch } from './RailSearch.tsx'
import { RailViews } from './RailViews.tsx'

const Frame = styled('header')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  gap: theme.spacing(4),
  width: 212,
  padding: theme.spacing(3.5, 2.5, 2.5),
  background: theme.vars.palette.surface.rail,
  borderRight: `1px solid ${theme.vars.palette.divider}`,
  [theme.breakpoints.down('lg')]: {
    width: 60,
    padding: theme.spacing(3.5, 2, 2.5),
    alignItems: 'center',
    '& [data-wide]': { display: 'none' },
  },
  [theme.breakpoints.down('sm')]: {
    order: 2,
    width: 'auto',
    flexDirection: 'row',
    alignItems: 'stretch',
    gap: 0,
    padding: 0,
    borderRight: 0,
    borderTop: `1px solid ${theme.vars.palette.divider}`,
    paddingBottom: 'env(safe-area-inset-bottom)',
    '& [data-brand]': { display: 'none' },
  },
}))

const Brand = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(2.5),
  padding: theme.spacing(0, 1.5),
  minWidth: 0,
  '& b': { display: 'block', fontSize: '0.875rem', lineHeight: '18px', fontWeight: 640, letterSpacing: '-0.01em' },
  '& small': {
    display: 'block',
    fontSize: '0.75rem',
    lineHeight: '16px',
    color: theme.vars.palette.text.secondary,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& > span': { minWidth: 0 },
}))

const Nav = styled('nav')(({ theme }) => ({
  flex: 1,
  '& ul': { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 2 },
  [theme.breakpoints.down('sm')]: {
    // Four places beside the account, which takes one share.
    flex: 4,
    '& ul': { gridTemplateColumns: 'none', gridAutoFlow: 'column', gridAutoColumns: '1fr', height: '100%' },
  },
}))

const Item = styled(NavLink)(({ theme }) => ({
  ...theme.typography.body2,
  position: 'relative',
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(2.5),
  minHeight: 32,
  padding: theme.spacing(0, 2),
  borderRadius: 6,
  color: theme.vars.palette.text.secondary,
  textDecoration: 'none',
  fontWeight: 520,
  '&:hover': { background: theme.vars.palette.surface.muted },
  '&[aria-current]': { color: theme.vars.palette.text.primary, background: theme.vars.palette.surface.muted },
  '& [data-count]': { marginLeft: 'auto', fontSize: '0.75rem', fontWeight: 500 },
  [theme.breakpoints.down('lg')]: { justifyContent: 'center', width: 40, minHeight: 40, '& [data-count]': { display: 'none' } },
  [theme.breakpoints.down('sm')]: {
    flexDirection: 'column',
    justifyContent: 'center',
    gap: 2,
    width: 'auto',
    height: '100%',
    minHeight: 54,
    fontSize: '0.6875rem',
    borderRadius: 0,
    '&[aria-current]': { background: 'none', color: theme.vars.palette.primary.main },
    '& [data-wide]': { display: 'block' },
  },
}))

/** Where one can go. A column on the left, icons alone where it is narrow, a bar at the bottom of a phone. */
export function Rail() {
  const { product, rail, summary: numbers } = useMessages()
  const { tenant } = useSession()
  const { data: summary } = useQuery(workItemQueries.summary())
  return (
    <Frame>
      <Brand data-brand="">
        <Mark />
        <span data-wide="">
          <b>{product}</b>
          <small title={visibleText(tenant.name)}>{visibleText(tenant.name)}</small>
        </span>
      </Brand>
      <RailSearch />
      <Nav aria-label={rail.label}>
        <ul>
          <li>
            <Item to={paths.inbox}>
              <Icon name="inbox" />
              <ItemText>{rail.inbox}</ItemText>
              {summary && (
                <>
                  <span data-count="" data-figures="" aria-hidden="true">
                    {numbers.number(summary.open)}
                  </span>
                  <VisuallyHidden>, {rail.inboxCount(summary.open)}</VisuallyHidden>
                </>
              )}
            </Item>
            <RailViews />
          </li>
          <li>
            <Item to={paths.completed}>
              <Icon name="done" />
              <ItemText>{rail.completed}</ItemText>
            </Item>
          </li>
          <li>
            <Item to={paths.identities}>
              <Icon name="people" />
              <ItemText>{rail.identities}</ItemText>
            </Item>
          </li>
          <li>
            <Item to={paths.activity}>
              <Icon name="activity" />
              <ItemText>{rail.activity}</ItemText>
              <ActivityBadge />
            </Item>
          </li>
        </ul>
      </Nav>
      <AccountButton />
    </Frame>
  )
}

/** How far the open runs are all together, or how much of them needs the person; where it is narrow, a dot. */
function ActivityBadge() {
  const { rail } = useMessages()
  const { groups } = useDecisions()
  const going = groups.flatMap(({ totals, isOver }) => (isOver ? [] : countsOf(totals)))
  if (going.length === 0) return null
  const sum = (pick: (counts: RunCounts) => number) => going.reduce((total, counts) => total + pick(counts), 0)
  const needsYou = sum((counts) => counts.needsYou)
  const all = sum((counts) => counts.all)
  const over = all - sum((counts) => counts.left) - needsYou
  return (
    <>
      <Badge data-urgent={needsYou > 0 ? '' : undefined} aria-hidden="true">
        <span data-figures="">
          {needsYou > 0 ? rail.activityNeedsYou(needsYou) : rail.activityOpen(Math.floor((100 * over) / all))}
        </span>
      </Badge>
      <VisuallyHidden>, {rail.activitySpoken(going.length, needsYou)}</VisuallyHidden>
    </>
  )
}

const Badge = styled('span')(({ theme }) => ({
  marginLeft: 'auto',
  fontSize: '0.75rem',
  fontWeight: 500,
  '&[data-urgent]': { color: theme.vars.palette.error.main, fontWeight: 600 },
  [theme.breakpoints.down('lg')]: {
    position: 'absolute',
    top: 6,
    left: 'calc(50% + 5px)',
    width: 8,
    height: 8,
    borderRadius: '50%',
    background: theme.vars.palette.primary.main,
    '&[data-urgent]': { background: theme.vars.palette.error.main },
    '& > span': { display: 'none' },
  },
}))
