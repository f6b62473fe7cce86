import { Suspense } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { ListPage } from '#src/features/inbox/ListPage.tsx'
import { PickHint } from '#src/features/inbox/PickHint.tsx'
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
  WorkItemPage,
} from './pages.ts'
import { SessionGate } from './SessionGate.tsx'
import { Shell } from './Shell.tsx'

/** The route table. Every page but the list is loaded on demand. */
export function AppRoutes() {
  return (
    <Suspense>
      <Routes>
        <Route path={paths.signIn} element={<SignInPage />} />
        <Route element={<SessionGate />}>
          <Route element={<Shell />}>
            <Route index element={<Navigate to={paths.inbox} replace />} />
            <Route path={paths.inbox} element={<ListPage key="inbox" place="inbox" />}>
              <Route index element={<PickHint />} />
              <Route path=":id" element={<WorkItemPage />} />
            </Route>
            <Route path={paths.completed} element={<ListPage key="completed" place="completed" />}>
              <Route index element={<PickHint />} />
              <Route path=":id" element={<WorkItemPage />} />
            </Route>
            <Route path={paths.activity} element={<ActivityPage />} />
            <Route path={paths.receipts} element={<ReceiptsPage />} />
            <Route path={`${paths.receipts}/:number`} element={<ReceiptPage />} />
            <Route path={`${paths.activity}/:runId`} element={<RunPage />} />
            <Route path={paths.review} element={<ReviewPage />} />
            <Route path={paths.identities} element={<IdentitiesPage />}>
              <Route path=":id" element={<IdentityPage />} />
            </Route>
            <Route path={paths.invite} element={<IntakePage key="invite" errand="invite" />} />
            <Route path={paths.process} element={<IntakePage key="process" errand="process" />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Route>
      </Routes>
    </Suspense>
  )
}
