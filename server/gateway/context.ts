import type { HttpBindings } from '@hono/node-server'
import type { UserKey } from '../tenant/token-source.ts'

/** Who is asking, as the session middleware found out. */
export interface SignedIn extends UserKey {
  readonly userName: string
  readonly sessionId: string
}

/** What a route behind the session middleware finds in its Hono context. */
export interface DeskEnv {
  readonly Bindings: HttpBindings
  readonly Variables: { signedIn: SignedIn; requestId: string }
}
