import { styled } from '#src/ui/styled.ts'
import { Suspense } from 'react'
import { Outlet } from 'react-router'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Attention } from './Attention.tsx'
import { GlobalKeys } from './GlobalKeys.tsx'
import { OutboxPlace } from './OutboxPlace.tsx'
import { OwnerBanner } from './OwnerBanner.tsx'
import { Rail } from './Rail.tsx'
import { SessionEnded } from './SessionEnded.tsx'
import { TenantBanner } from './TenantBanner.tsx'

const Frame = styled('div')(({ theme }) => ({
  height: '100dvh',
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gridTemplateRows: 'auto minmax(0, 1fr)',
  '& > [data-body]': {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gridTemplateRows: 'minmax(0, 1fr)',
    minHeight: 0,
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)', gridTemplateRows: 'minmax(0, 1fr) auto' },
  },
}))

const Main = styled('main')({ display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0, outline: 'none' })

const SkipLink = styled('a')(({ theme }) => ({
  ...theme.typography.body2,
  position: 'fixed',
  zIndex: 10,
  top: theme.spacing(2),
  left: theme.spacing(2),
  padding: theme.spacing(2, 3),
  borderRadius: 6,
  color: theme.vars.palette.primary.contrastText,
  background: theme.vars.palette.primary.main,
  '&:not(:focus)': { transform: 'translateY(-300%)' },
}))

/** The frame of every signed-in page: tenant banner, rail, the page itself, and the decisions on their way below it. */
export function Shell() {
  const { skipToContent } = useMessages()
  return (
    <Attention>
      <Frame>
        <div>
          <SkipLink href="#content">{skipToContent}</SkipLink>
          <TenantBanner />
          <OwnerBanner />
        </div>
        <div data-body="">
          <Rail />
          <Main id="content" tabIndex={-1}>
            <SessionEnded />
            <Suspense>
              <Outlet />
            </Suspense>
            <OutboxPlace />
          </Main>
        </div>
        <GlobalKeys />
      </Frame>
    </Attention>
  )
}
