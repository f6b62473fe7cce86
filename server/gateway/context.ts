import type { HttpBindings } from '@hono/node-server'
import type { UserKey } from '../tenant/token-source.ts'

/** Who is asking, as the session middleware found out. */
export interface SignedIn extends UserKey {
  readonly userName: string
  /** User levels, as the tenant named them at sign-in. */
  readonly authorities: readonly string[]
  /** The hash under which the session is stored, not the cookie's value. */
  readonly sessionId: string
}

/** What a route behind the session middleware finds in its Hono context. */
export interface DeskEnv {
  readonly Bindings: HttpBindings
  readonly Variables: {
    signedIn: SignedIn
    requestId: string
    /** For this response's Content-Security-Policy. */
    nonce: string
    /** What the log calls this request: an operation or a kind of page, never a path. */
    route: string
  }
}
