import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { listen } from '#platform/http.ts'
import type { Listener } from '#platform/http.ts'
import type { Config } from '../../config.ts'
import { openStore } from '../../store/store.ts'
import type { Store } from '../../store/store.ts'
import { createTenantClient } from '../../tenant/client.ts'
import { systemClock } from '../../tenant/clock.ts'
import type { Clock } from '../../tenant/clock.ts'
import type { UserKey } from '../../tenant/token-source.ts'
import { parseProxies } from '../client-address.ts'
import type { DeskEnv } from '../context.ts'
import { createGateway, createSessions } from '../gateway.ts'
import type { GatewayDeps } from '../gateway.ts'
import { PageFile } from '../page-files.ts'
import type { PageFiles } from '../page-files.ts'
import type { LogLine } from '../request-log.ts'
import { refusalHeaders } from '../security-headers.ts'
import { SecretBox } from '../secret-box.ts'
import type { Sessions } from '../sessions.ts'
import { ask } from './http.ts'
import type { Answer, Ask } from './http.ts'
import { TestTenant } from './tenant.ts'

const page: PageFiles = {
  shell:
    '<!doctype html><html lang="en"><head><meta name="csp-nonce" content="__CSP_NONCE__"><title>Countersign</title></head></html>',
  preloads: new Map([['/inbox/*', ['/assets/main-1a2b3c.js']]]),
  files: new Map([
    [
      '/assets/main-1a2b3c.js',
      new PageFile('/assets/main-1a2b3c.js', Buffer.from('//'.repeat(2000)), 'text/javascript; charset=utf-8'),
    ],
    ['/favicon.svg', new PageFile('/favicon.svg', Buffer.from('<svg/>'), 'image/svg+xml')],
  ]),
}

/** How long a client may take (ms). */
const PATIENCE = { headersMs: 15_000, requestMs: 60_000 }

/** The desk's own requests carry these (promise S7). */
export const OWN = { 'sec-fetch-site': 'same-origin', 'x-requested-by': 'app' } as const

/** The gateway on a real port in front of a `TestTenant`, with runs that only count. */
export class TestDesk {
  readonly tenant: TestTenant
  readonly origin: string
  readonly port: number
  readonly sessions: Sessions
  readonly store: Store
  readonly log: LogLine[]
  readonly app: Hono<DeskEnv>
  /** What signing out is told about open entries. */
  readonly runs: { open: number; tookBack: UserKey[]; woken: number; reached: number }
  readonly #listener: Listener
  readonly #offset: { ms: number }
  readonly #deps: GatewayDeps

  private constructor(
    parts: Pick<TestDesk, 'tenant' | 'origin' | 'port' | 'sessions' | 'store' | 'log' | 'app' | 'runs'>,
    listener: Listener,
    offset: { ms: number },
    deps: GatewayDeps,
  ) {
    this.tenant = parts.tenant
    this.origin = parts.origin
    this.port = parts.port
    this.sessions = parts.sessions
    this.store = parts.store
    this.log = parts.log
    this.app = parts.app
    this.runs = parts.runs
    this.#listener = listener
    this.#offset = offset
    this.#deps = deps
  }

  /** `https` pretends that a proxy in front speaks TLS; `patience` is how long a client may take (ms). */
  static async start({
    https = false,
    patience = PATIENCE,
  }: { https?: boolean; patience?: typeof PATIENCE } = {}): Promise<TestDesk> {
    const tenant = new TestTenant()
    await tenant.listen()
    const store = await openStore(':memory:')
    const offset = { ms: 0 }
    const clock: Clock = { ...systemClock, wall: () => Date.now() + offset.ms }
    const late: { app?: Hono<DeskEnv> } = {}
    const listener = await listen(
      (request, bindings) => late.app?.fetch(request, bindings) ?? new Response(null, { status: 500 }),
      {
        host: '127.0.0.1',
        port: 0,
        refusalHeaders: refusalHeaders(new URL('http://localhost')),
        patience,
      },
    )
    const origin = https ? 'https://desk.example.com' : `http://localhost:${listener.port}`
    const config: Config = {
      port: listener.port,
      host: '127.0.0.1',
      publicUrl: new URL(origin),
      trustedProxies: parseProxies('TRUSTED_PROXIES', undefined),
      dataDir: ':memory:',
      secretKey: undefined,
      tenantUrl: new URL(tenant.origin),
      allowLoopbackTenant: true,
      pathStyle: 'beta',
      client: { id: 'desk', secret: 'canary-client-secret' },
      sessions: { idleMs: 30 * 60_000, absoluteMs: 12 * 3_600_000, loginMs: 600_000 },
    }
    const log: LogLine[] = []
    const deps: GatewayDeps = {
      config,
      store,
      box: new SecretBox([randomBytes(32)]),
      // No pacing here: these tests are about what passes, and some ask thousands of times.
      tenant: createTenantClient({
        apiUrl: config.tenantUrl,
        pathStyle: config.pathStyle,
        fetch: globalThis.fetch,
        clock,
        limiter: { enter: () => Promise.resolve({ answered: () => {}, giveBack: () => {} }), waitMs: () => 0 },
      }),
      fetch: globalThis.fetch,
      clock,
      random: (bytes: number) => randomBytes(bytes),
      chance: () => 0,
      log: (line: LogLine) => void log.push(line),
      page,
    }
    const signedIn = createSessions(deps)
    const runs = { open: 0, tookBack: new Array<UserKey>(), woken: 0, reached: 0 }
    const routes = new Hono<DeskEnv>().all('*', (c) => {
      runs.reached += 1
      return c.json({ reached: c.get('signedIn').userId })
    })
    late.app = createGateway(
      deps,
      signedIn,
      {
        routes,
        openEntries: {
          countOpen: () => Promise.resolve(runs.open),
          takeBackAll: (user) => {
            runs.tookBack.push(user)
            return Promise.resolve()
          },
        },
        wake: () => {
          runs.woken += 1
        },
      },
      () => false,
    )
    return new TestDesk(
      { tenant, origin, port: listener.port, sessions: signedIn.sessions, store, log, app: late.app, runs },
      listener,
      offset,
      deps,
    )
  }

  async close(): Promise<void> {
    await this.#listener.close(0)
    await this.tenant.close()
    await this.store.destroy()
  }

  /** The sessions as another server on the same store and keys would have them. */
  anotherServer(): Sessions {
    return createSessions(this.#deps).sessions
  }

  /** Moves the wall clock forward. */
  pass(ms: number): void {
    this.#offset.ms += ms
  }

  /** One request to the desk, under its public name. */
  ask(path: string, options: Ask = {}): Promise<Answer> {
    return ask(`http://127.0.0.1:${this.port}${path}`, {
      ...options,
      headers: { host: new URL(this.origin).host, ...options.headers },
    })
  }

  browser(): TestBrowser {
    return new TestBrowser(this)
  }
}

/** A browser's cookies and nothing more. */
export class TestBrowser {
  readonly cookies = new Map<string, string>()
  readonly #desk: TestDesk
  constructor(desk: TestDesk) {
    this.#desk = desk
  }

  get cookieHeader(): Record<string, string> {
    return this.cookies.size === 0 ? {} : { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
  }

  async ask(path: string, options: Ask = {}): Promise<Answer> {
    const answer = await this.#desk.ask(path, { ...options, headers: { ...this.cookieHeader, ...options.headers } })
    for (const cookie of answer.setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (/max-age=0/i.test(cookie)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }

  /** As the page asks. */
  read(path: string): Promise<Answer> {
    return this.ask(path, { headers: OWN })
  }

  /** Starts a sign-in; the address the tenant is asked at. */
  async beginSignIn(returnTo = '/inbox'): Promise<URL> {
    const answer = await this.ask(`/auth/sign-in?return_to=${encodeURIComponent(returnTo)}`)
    return new URL(answer.headers['location'] ?? 'missing:')
  }

  async signIn(returnTo?: string): Promise<Answer> {
    const authorize = await this.beginSignIn(returnTo)
    const code = this.#desk.tenant.grantCode(authorize)
    return this.ask(`/auth/callback?code=${code}&state=${authorize.searchParams.get('state') ?? ''}`)
  }

  get sessionCookie(): string | undefined {
    return [...this.cookies].find(([name]) => name.startsWith('__Host-Http-sid'))?.[1]
  }
}
