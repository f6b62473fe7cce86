import { lazy } from 'react'
import { pageOf } from './page-of.ts'

const workItem = pageOf(async () => (await import('#src/features/work-item/WorkItemPage.tsx')).WorkItemPage)
const outbox = pageOf(async () => (await import('#src/components/Outbox.tsx')).Outbox)

/** The pages as pieces of code of their own; all but the list, which is where nearly everybody begins. */
export const loadPages = {
  workItem: workItem.load,
  outbox: outbox.load,
  review: () => import('#src/features/review/ReviewPage.tsx'),
  identities: () => import('#src/features/identities/IdentitiesPage.tsx'),
  identity: () => import('#src/features/identities/IdentityPage.tsx'),
  intake: () => import('#src/features/intake/IntakePage.tsx'),
  activity: () => import('#src/features/activity/ActivityPage.tsx'),
  run: () => import('#src/features/activity/run/RunPage.tsx'),
  receipts: () => import('#src/features/activity/receipts/ReceiptsPage.tsx'),
  receipt: () => import('#src/features/activity/receipts/ReceiptPage.tsx'),
  signIn: () => import('#src/features/session/SignInPage.tsx'),
}

export const WorkItemPage = workItem.Page
export const isWorkItemPageHere = workItem.isHere
export const Outbox = outbox.Page
export const NotFoundPage = lazy(async () => ({ default: (await import('./NotFoundPage.tsx')).NotFoundPage }))
export const ReviewPage = lazy(async () => ({ default: (await loadPages.review()).ReviewPage }))
export const IdentitiesPage = lazy(async () => ({ default: (await loadPages.identities()).IdentitiesPage }))
export const IdentityPage = lazy(async () => ({ default: (await loadPages.identity()).IdentityPage }))
export const IntakePage = lazy(async () => ({ default: (await loadPages.intake()).IntakePage }))
export const ActivityPage = lazy(async () => ({ default: (await loadPages.activity()).ActivityPage }))
export const RunPage = lazy(async () => ({ default: (await loadPages.run()).RunPage }))
export const ReceiptsPage = lazy(async () => ({ default: (await loadPages.receipts()).ReceiptsPage }))
export const ReceiptPage = lazy(async () => ({ default: (await loadPages.receipt()).ReceiptPage }))
export const SignInPage = lazy(async () => ({ default: (await loadPages.signIn()).SignInPage }))
