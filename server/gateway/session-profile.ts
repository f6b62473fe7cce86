import { filledTextOf, isRecord, listOf } from '#contract/json.ts'
import type { UserKey } from '../tenant/token-source.ts'
import { authoritiesOf } from './tenant-oauth.ts'
import type { TenantInfo, TokenGrant } from './tenant-oauth.ts'

/** Who a session shows: the person as the tenant described them at sign-in. */
export interface Profile {
  readonly name: string
  readonly alias: string | null
  readonly email: string | null
  readonly authorities: readonly string[]
  readonly tenantName: string
  readonly tenantUrl: string
  readonly environment: string | null
}

/**
 * Puts together who signed in, from the token's claims and the undocumented `/oauth/userinfo`. `null` when neither names an identity: such
 * a token belongs to an API client, and nobody could be shown or held to account.
 */
export function identify(
  info: TenantInfo,
  grant: TokenGrant,
  userInfo: Readonly<Record<string, unknown>>,
): { readonly user: UserKey; readonly profile: Profile } | null {
  const userId = filledTextOf(grant.claims['identity_id']) ?? filledTextOf(userInfo['id'])
  if (userId === null || !/^[A-Za-z0-9_-]{1,128}$/.test(userId)) return null
  const alias = filledTextOf(userInfo['uid']) ?? filledTextOf(grant.claims['user_name'])
  const fullName = [filledTextOf(userInfo['firstname']), filledTextOf(userInfo['lastname'])].filter(Boolean).join(' ')
  return {
    user: { tenantId: info.tenantId, userId },
    profile: {
      name: filledTextOf(userInfo['displayName']) ?? (fullName || (alias ?? userId)),
      alias,
      email: filledTextOf(userInfo['email']),
      authorities: authoritiesOf(grant.claims),
      tenantName: info.name,
      tenantUrl: info.url,
      environment: info.environment,
    },
  }
}

/** Reads a profile back from the store. Written by us, but by an older release perhaps, so nothing is taken for granted. */
export function parseProfile(json: string): Profile {
  const value: unknown = JSON.parse(json)
  const stored = isRecord(value) ? value : {}
  const tenantUrl = filledTextOf(stored['tenantUrl']) ?? ''
  return {
    name: filledTextOf(stored['name']) ?? '',
    alias: filledTextOf(stored['alias']),
    email: filledTextOf(stored['email']),
    authorities: listOf(stored['authorities']).filter((level) => typeof level === 'string'),
    tenantName: filledTextOf(stored['tenantName']) ?? tenantUrl,
    tenantUrl,
    environment: filledTextOf(stored['environment']),
  }
}
