import { createContext, use } from 'react'
import type { Session } from '#src/api/session.ts'

export const SessionContext = createContext<Session | null>(null)

/** Who is signed in. Only for what stands behind the sign-in. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession needs a signed-in page around it')
  return session
}
