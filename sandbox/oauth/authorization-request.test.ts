import { expect, test } from 'vitest'
import { answerUri, checkAuthorizationRequest } from './authorization-request.ts'
import type { Client } from './clients.ts'

const uri = 'http://localhost:4000/auth/callback'
const clients = new Map<string, Client>([
  ['desk', { id: 'desk', secret: 's', redirectUris: [uri], grants: ['authorization_code'] }],
  ['manager-pat', { id: 'manager-pat', secret: 's', redirectUris: [], grants: ['client_credentials'] }],
])
const good = {
  client_id: 'desk',
  redirect_uri: uri,
  response_type: 'code',
  state: 'a b&c',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
}
const check = (changes: Record<string, string | undefined>) => {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...good, ...changes })) if (value !== undefined) parameters.set(name, value)
  return checkAuthorizationRequest(parameters, clients)
}

test('a complete request is taken, with all scopes unless some are asked for', () => {
  expect(check({})).toMatchObject({ kind: 'ok', request: { clientId: 'desk', state: 'a b&c', scope: 'sp:scopes:all' } })
  expect(check({ scope: 'idn:work-item:read', state: undefined })).toMatchObject({
    kind: 'ok',
    request: { state: null, scope: 'idn:work-item:read' },
  })
})

test.each([
  ['an unknown client', { client_id: 'other' }],
  ['a client that cannot sign people in', { client_id: 'manager-pat' }],
  ['no client', { client_id: undefined }],
  ['no redirect URI', { redirect_uri: undefined }],
  ['another redirect URI', { redirect_uri: 'http://localhost:4000/auth/callback/' }],
  ['a redirect URI with a query', { redirect_uri: `${uri}?x=1` }],
  ['a redirect URI elsewhere', { redirect_uri: 'https://evil.example/auth/callback' }],
])('nobody is redirected for %s', (_what, changes) => {
  expect(check(changes).kind).toBe('page')
})

test.each([
  ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
  ['no challenge', { code_challenge: undefined }, 'invalid_request'],
  ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
  ['no challenge method', { code_challenge_method: undefined }, 'invalid_request'],
  ['a short challenge', { code_challenge: 'abc' }, 'invalid_request'],
])('the client is told about %s, with its state', (_what, changes, error) => {
  const result = check(changes)
  expect(result.kind).toBe('redirect')
  const to = new URL(result.kind === 'redirect' ? result.to : '')
  expect(to.origin + to.pathname).toBe(uri)
  expect(Object.fromEntries(to.searchParams)).toMatchObject({ error, state: 'a b&c' })
})

test('a parameter sent twice is refused on a page', () => {
  const parameters = new URLSearchParams(good)
  parameters.append('state', 'second')
  expect(checkAuthorizationRequest(parameters, clients).kind).toBe('page')
})

test('the answer keeps what the redirect URI already had', () => {
  expect(answerUri('http://localhost/cb?x=1', 's', { code: 'c' })).toBe('http://localhost/cb?x=1&code=c&state=s')
})
