import { Suspense, memo, useDeferredValue } from 'react'
import { Navigate, useLocation, useRoutes } from 'react-router'
import type { Location, RouteObject } from 'react-router'
import { ListPage } from '#src/features/inbox/ListPage.tsx'
import { paths } from '#src/lib/paths.ts'
import {
  ActivityPage,
  IdentitiesPage,
  IdentityPage,
  IntakePage,
  NotFoundPage,
  ReceiptPage,
  ReceiptsPage,
  ReviewPage,
  RunPage,
  SignInPage,
  isWorkItemPageHere,
} from './pages.ts'
import { SessionGate } from './SessionGate.tsx'
import { Shell } from './Shell.tsx'
import { WorkItemBeside } from './WorkItemBeside.tsx'

/**
 * The page at the address. Another page is drawn in the background, so that the one before stays until it is ready; but a work item beside its
 * list has all it needs, and to be drawn in slices would only make it later.
 */
export function AppRoutes() {
  const asked = useLocation()
  const ready = useDeferredValue(asked)
  return <Pages location={isBeside(asked, ready) ? asked : ready} />
}

const sectionOf = (path: string): string => path.split('/')[1] ?? ''

/** Whether one leads to the same list as the other, with or without a work item, and there is no code to wait for. */
function isBeside({ pathname, search }: Location, other: Location): boolean {
  const section = sectionOf(pathname)
  const isList = section === sectionOf(paths.inbox) || section === sectionOf(paths.completed)
  return isList && section === sectionOf(other.pathname) && search === other.search && isWorkItemPageHere()
}

/** The route table. Every page but the list is loaded on demand. Made once: what stands around a page is not drawn again with each address. */
const table: RouteObject[] = [
  { path: paths.signIn, element: <SignInPage /> },
  {
    element: <SessionGate />,
    children: [
      {
        element: <Shell />,
        children: [
          { index: true, element: <Navigate to={paths.inbox} replace /> },
          { path: `${paths.inbox}/:id?`, element: <ListPage key="inbox" place="inbox" detail={WorkItemBeside} /> },
          { path: `${paths.completed}/:id?`, element: <ListPage key="completed" place="completed" detail={WorkItemBeside} /> },
          { path: paths.activity, element: <ActivityPage /> },
          { path: paths.receipts, element: <ReceiptsPage /> },
          { path: `${paths.receipts}/:number`, element: <ReceiptPage /> },
          { path: `${paths.activity}/:runId`, element: <RunPage /> },
          { path: paths.review, element: <ReviewPage /> },
          { path: paths.identities, element: <IdentitiesPage />, children: [{ path: ':id', element: <IdentityPage /> }] },
          { path: paths.invite, element: <IntakePage key="invite" errand="invite" /> },
          { path: paths.process, element: <IntakePage key="process" errand="process" /> },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]

const Pages = memo(function Pages({ location }: { readonly location: Location }) {
  return <Suspense>{useRoutes(table, location)}</Suspense>
})
