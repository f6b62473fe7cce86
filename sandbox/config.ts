import { ConfigurationError, flag, optionalText, wholeNumber } from '#platform/env.ts'
import type { Environment } from '#platform/env.ts'

/** Everything the sandbox tenant can be told. */
export interface SandboxConfig {
  /** 0 lets the system choose. */
  readonly port: number
  /** `:memory:` keeps everything in memory (tests). */
  readonly dataDir: string
  readonly seed: number
  readonly identities: number
  readonly openItems: number
  /** Requests per 10 s, client and API version; 0 = no limit. */
  readonly rateLimit: number
  /** The secret of the personal access tokens. */
  readonly patSecret: string
  /** The confidential client of the desk. */
  readonly clientId: string
  readonly clientSecret: string
  /** Where a sign-in may return to; compared exactly. */
  readonly redirectUris: readonly string[]
  /** Opens `/_sandbox`: effects and faults. */
  readonly testMode: boolean
  readonly accessTokenSeconds: number
  readonly refreshTokenSeconds: number
}

/** Reads the environment once. `generated` supplies secrets for the variables that are unset. Raises `ConfigurationError`. */
export function readConfig(env: Environment, generated: { patSecret: string; clientSecret: string }): SandboxConfig {
  const redirectUris = (optionalText(env, 'SANDBOX_REDIRECT_URIS') ?? 'http://localhost:4000/auth/callback').split(/[\s,]+/)
  for (const uri of redirectUris) {
    if (!URL.canParse(uri)) throw new ConfigurationError('SANDBOX_REDIRECT_URIS', `holds "${uri}", which is not a URL.`)
  }
  return {
    port: wholeNumber(env, 'SANDBOX_PORT', { min: 0, max: 65_535, fallback: 4001 }),
    dataDir: optionalText(env, 'SANDBOX_DATA_DIR') ?? './data/sandbox',
    seed: wholeNumber(env, 'SANDBOX_SEED', { min: 0, max: 4_294_967_295, fallback: 20 }),
    identities: wholeNumber(env, 'SANDBOX_IDENTITIES', { min: 50, max: 100_000, fallback: 300 }),
    openItems: wholeNumber(env, 'SANDBOX_OPEN_ITEMS', { min: 0, max: 100_000, fallback: 150 }),
    rateLimit: wholeNumber(env, 'SANDBOX_RATE_LIMIT', { min: 0, max: 1_000_000, fallback: 100 }),
    patSecret: optionalText(env, 'SANDBOX_PAT_SECRET') ?? generated.patSecret,
    clientId: optionalText(env, 'SANDBOX_CLIENT_ID') ?? 'countersign',
    clientSecret: optionalText(env, 'SANDBOX_CLIENT_SECRET') ?? generated.clientSecret,
    redirectUris,
    testMode: flag(env, 'SANDBOX_TEST_MODE'),
    accessTokenSeconds: wholeNumber(env, 'SANDBOX_ACCESS_TOKEN_SECONDS', { min: 1, max: 86_400, fallback: 720 }),
    refreshTokenSeconds: 30 * 86_400,
  }
}
