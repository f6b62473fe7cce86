import type { Client } from './clients.ts'

/** A sign-in request that may be shown to a person. */
export interface AuthorizationRequest {
  readonly clientId: string
  readonly redirectUri: string
  readonly state: string | null
  readonly scope: string
  readonly challenge: string
}

/**
 * `page`: client or redirect URI cannot be trusted, so the person is told and nobody is redirected (RFC 6749 §4.1.2.1).
 * `redirect`: the fault is reported to the client.
 */
export type AuthorizationCheck =
  | { kind: 'ok'; request: AuthorizationRequest }
  | { kind: 'page'; problem: string }
  | { kind: 'redirect'; to: string }

const FORWARDED = [
  'client_id',
  'redirect_uri',
  'response_type',
  'state',
  'scope',
  'code_challenge',
  'code_challenge_method',
] as const

/** The request's own parameters, to be carried through the sign-in form. */
export function carriedParameters(parameters: URLSearchParams): Array<[name: string, value: string]> {
  return FORWARDED.flatMap((name): Array<[string, string]> => {
    const value = parameters.get(name)
    return value === null ? [] : [[name, value]]
  })
}

/** The redirect URI with the answer's parameters added; `state` goes back exactly when it came. */
export function answerUri(redirectUri: string, state: string | null, answer: Readonly<Record<string, string>>): string {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries(answer)) url.searchParams.append(name, value)
  if (state !== null) url.searchParams.append('state', state)
  return url.href
}

/** Checks a sign-in request: a known client, the exact redirect URI, `response_type=code`, and PKCE with S256 (required here). */
export function checkAuthorizationRequest(parameters: URLSearchParams, clients: ReadonlyMap<string, Client>): AuthorizationCheck {
  const twice = FORWARDED.find((name) => parameters.getAll(name).length > 1)
  if (twice) return { kind: 'page', problem: `The parameter ${twice} was sent more than once.` }
  const client = clients.get(parameters.get('client_id') ?? '')
  if (!client || client.redirectUris.length === 0)
    return { kind: 'page', problem: 'The application that sent you here is not known to this tenant.' }
  const redirectUri = parameters.get('redirect_uri') ?? ''
  if (!client.redirectUris.includes(redirectUri)) {
    return { kind: 'page', problem: 'The application asked to return to an address that is not registered for it.' }
  }
  const state = parameters.get('state')
  const fail = (error: string, description: string): AuthorizationCheck => ({
    kind: 'redirect',
    to: answerUri(redirectUri, state, { error, error_description: description }),
  })
  if (parameters.get('response_type') !== 'code')
    return fail('unsupported_response_type', 'Only response_type=code is supported.')
  if (parameters.get('code_challenge_method') !== 'S256') return fail('invalid_request', 'code_challenge_method must be S256.')
  const challenge = parameters.get('code_challenge') ?? ''
  if (!/^[A-Za-z0-9_-]{43}$/.test(challenge)) return fail('invalid_request', 'code_challenge must be 43 base64url characters.')
  return { kind: 'ok', request: { clientId: client.id, redirectUri, state, scope: scopeOf(parameters.get('scope')), challenge } }
}

/** The scope to grant; none asked for means everything the user's level allows. */
export function scopeOf(asked: string | null | undefined): string {
  const scopes = (asked ?? '').split(' ').filter(Boolean)
  return scopes.length > 0 ? scopes.join(' ') : 'sp:scopes:all'
}
