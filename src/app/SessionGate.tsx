import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { ApiError } from '#src/api/errors.ts'
import { sessionEnd } from '#src/api/session-end.ts'
import { sessionQueries } from '#src/api/session.ts'
import { DecisionsProvider } from '#src/components/decisions.tsx'
import { Problem } from '#src/components/Problem.tsx'
import { SessionContext } from '#src/components/session-context.ts'
import { draftPrefix, tabDrafts } from '#src/lib/browser-store.ts'
import { onOtherTabs, tellSignedIn } from '#src/lib/other-tabs.ts'
import { paths } from '#src/lib/paths.ts'

/** Nothing of the session stays in this tab: not what was typed, not what is on screen. */
function leave(): void {
  tabDrafts.clear(draftPrefix)
  location.replace(paths.signIn)
}

/** A page that the browser kept whole and brings back may be of a session that has ended since. */
function askAnew({ persisted }: PageTransitionEvent): void {
  if (persisted) location.reload()
}

/** Lets the signed-in in; sends everyone else to sign in and remembers where they wanted to go. */
export function SessionGate() {
  const { data: session, error, refetch } = useQuery(sessionQueries.current())
  const userId = session?.user.id
  useEffect(() => {
    if (userId === undefined) return undefined
    addEventListener('pageshow', askAnew)
    const stop = onOtherTabs((message) => {
      if (message.kind === 'signed-out') leave()
      else if (message.kind === 'signed-in' && message.userId !== userId) sessionEnd.mark('taken-over')
    })
    tellSignedIn(userId)
    return () => {
      removeEventListener('pageshow', askAnew)
      stop()
    }
  }, [userId])
  if (session)
    return (
      <SessionContext value={session}>
        <DecisionsProvider>
          <Outlet />
        </DecisionsProvider>
      </SessionContext>
    )
  if (error instanceof ApiError && error.isSignedOut) return <ToSignIn />
  if (!error) return null
  return (
    <main>
      <Problem error={error} onRetry={() => void refetch()} />
    </main>
  )
}

/** Apart, so that the gate is not drawn again with each address. */
function ToSignIn() {
  const { pathname, search } = useLocation()
  return <Navigate to={paths.signInFrom(`${pathname}${search}`)} replace />
}
