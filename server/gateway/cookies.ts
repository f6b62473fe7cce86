import type { Context } from 'hono'
import { parse } from 'hono/utils/cookie'

/**
 * The cookies of one installation. The `__Host-Http-` prefix makes the browser refuse them unless they are Secure, HttpOnly, for the whole
 * host and for no other. Cookies ignore ports, so on plain http (this machine) the name carries the port: two copies do not sign each other
 * out. Chromium takes Secure cookies from http://localhost (measured, 156).
 */
export class Cookies {
  readonly sessionName: string
  readonly #loginPrefix: string

  constructor(publicUrl: URL) {
    const port = publicUrl.protocol === 'https:' ? '' : `-${publicUrl.port || '80'}`
    this.sessionName = `__Host-Http-sid${port}`
    this.#loginPrefix = `__Host-Http-login${port}-`
  }

  /** One per begun sign-in, so that two tabs can sign in at once. */
  loginName(stateHash: string): string {
    return this.#loginPrefix + stateHash.slice(0, 12)
  }

  read(c: Context, name: string): string | undefined {
    const header = c.req.header('cookie')
    return header === undefined ? undefined : parse(header, name)[name]
  }

  /** Names of the sign-ins this browser has begun. */
  loginNames(c: Context): string[] {
    return Object.keys(parse(c.req.header('cookie') ?? '')).filter((name) => name.startsWith(this.#loginPrefix))
  }

  setSession(c: Context, value: string): void {
    append(c, `${this.sessionName}=${value}; Path=/; Secure; HttpOnly; SameSite=Strict`)
  }

  clearSession(c: Context): void {
    append(c, `${this.sessionName}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`)
  }

  /** Lax, because the callback comes from the tenant's site, and a Strict cookie would not come along. */
  setLogin(c: Context, name: string, value: string, lifeMs: number): void {
    append(c, `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${Math.floor(lifeMs / 1000)}`)
  }

  clearLogin(c: Context, name: string): void {
    append(c, `${name}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0`)
  }
}

const append = (c: Context, cookie: string): void => c.header('set-cookie', cookie, { append: true })
