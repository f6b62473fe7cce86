import type { BlockList } from 'node:net'
import { ConfigurationError, flag, oneOf, optionalText, wholeNumber } from '#platform/env.ts'
import type { Environment } from '#platform/env.ts'
import { parseProxies } from './gateway/client-address.ts'
import { isLoopbackHost, parseOrigin, parseTenantUrl } from './gateway/tenant-address.ts'
import { pathStyles } from './tenant/path-styles.ts'
import type { PathStyle } from './tenant/path-styles.ts'

/** How long sessions and begun sign-ins live, milliseconds. */
export interface SessionLimits {
  readonly idleMs: number
  readonly absoluteMs: number
  readonly loginMs: number
}

export interface Config {
  readonly port: number
  readonly host: string
  /** The one address people use; redirects, cookies and the Host check are made from it, never from a request. */
  readonly publicUrl: URL
  /** Whose forwarded headers are believed; nobody's by default. */
  readonly trustedProxies: BlockList
  readonly dataDir: string
  /** SECRET_KEY as given; the loader makes one when it is not. */
  readonly secretKey: string | undefined
  /** Origin of the tenant's API. */
  readonly tenantUrl: URL
  readonly allowLoopbackTenant: boolean
  readonly pathStyle: PathStyle
  readonly client: { readonly id: string; readonly secret: string }
  readonly sessions: SessionLimits
}

const MINUTE = 60_000

function required(env: Environment, variable: string, what: string): string {
  const text = optionalText(env, variable)
  if (text === undefined) throw new ConfigurationError(variable, `must be set: ${what}.`)
  return text
}

/** Where the store is, also for commands that need nothing else. */
export const dataDirOf = (env: Environment): string => optionalText(env, 'DATA_DIR') ?? './data'

/** Reads the environment once. Raises `ConfigurationError`, whose message names the variable and never repeats a secret. */
export function readConfig(env: Environment): Config {
  if (optionalText(env, 'DATABASE_URL') !== undefined)
    throw new ConfigurationError('DATABASE_URL', 'is not supported by this release; the database is a file in DATA_DIR.')
  const port = wholeNumber(env, 'PORT', { min: 1, max: 65_535, fallback: 4000 })
  const host = optionalText(env, 'HOST') ?? '127.0.0.1'
  const publicUrl = parseOrigin('PUBLIC_URL', optionalText(env, 'PUBLIC_URL') ?? `http://localhost:${port}`)
  if (publicUrl.protocol !== 'https:' && !isLoopbackHost(publicUrl.hostname))
    throw new ConfigurationError('PUBLIC_URL', 'must start with https:// unless it names this machine.')
  if (!isLoopbackHost(host) && publicUrl.protocol !== 'https:')
    throw new ConfigurationError('PUBLIC_URL', `must be the https:// address people use when HOST is ${host}.`)
  const allowLoopbackTenant = flag(env, 'ALLOW_LOOPBACK_TENANT')
  return {
    port,
    host,
    publicUrl,
    trustedProxies: parseProxies('TRUSTED_PROXIES', optionalText(env, 'TRUSTED_PROXIES')),
    dataDir: dataDirOf(env),
    secretKey: optionalText(env, 'SECRET_KEY'),
    tenantUrl: parseTenantUrl(
      'TENANT_API_URL',
      required(env, 'TENANT_API_URL', 'the origin of the tenant’s API, like https://acme.api.identitynow.com'),
      allowLoopbackTenant,
    ),
    allowLoopbackTenant,
    pathStyle: oneOf(env, 'TENANT_PATH_STYLE', pathStyles, 'beta'),
    client: {
      id: required(env, 'OAUTH_CLIENT_ID', 'the id of the OAuth client registered at the tenant'),
      secret: required(env, 'OAUTH_CLIENT_SECRET', 'the secret of the OAuth client registered at the tenant'),
    },
    sessions: { idleMs: 30 * MINUTE, absoluteMs: 12 * 60 * MINUTE, loginMs: 10 * MINUTE },
  }
}
