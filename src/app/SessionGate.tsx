import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet, useLocation } from 'react-router'
import { ApiError } from '#src/api/errors.ts'
import { sessionQueries } from '#src/api/session.ts'
import { DecisionsProvider } from '#src/components/decisions.tsx'
import { Problem } from '#src/components/Problem.tsx'
import { SessionContext } from '#src/components/session-context.ts'
import { paths } from '#src/lib/paths.ts'

/** Lets the signed-in in; sends everyone else to sign in and remembers where they wanted to go. */
export function SessionGate() {
  const { pathname, search } = useLocation()
  const { data: session, error, refetch } = useQuery(sessionQueries.current())
  if (session)
    return (
      <SessionContext value={session}>
        <DecisionsProvider>
          <Outlet />
        </DecisionsProvider>
      </SessionContext>
    )
  if (error instanceof ApiError && error.isSignedOut) return <Navigate to={paths.signInFrom(`${pathname}${search}`)} replace />
  if (!error) return null
  return (
    <main>
      <Problem error={error} onRetry={() => void refetch()} />
    </main>
  )
}
