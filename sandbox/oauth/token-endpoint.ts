import { createHash } from 'node:crypto'
import type { SandboxStore } from '../store/open.ts'
import { scopeOf } from './authorization-request.ts'
import type { Client } from './clients.ts'
import { sameSecret } from './clients.ts'
import { UnreadableParameters, basicCredentials, readParameters } from './request-parameters.ts'
import type { TokenAnswer, Tokens } from './tokens.ts'

/** An OAuth error body with its status (RFC 6749 §5.2). */
class OAuthFault extends Error {
  override readonly name = 'OAuthFault'
  readonly status: 400 | 401
  readonly code: string
  constructor(code: string, description: string, status: 400 | 401 = 400) {
    super(description)
    this.code = code
    this.status = status
  }
}

export interface TokenEndpoint {
  clients: ReadonlyMap<string, Client>
  tokens: Tokens
  store: SandboxStore
}

interface Authenticated {
  client: Client
  parameters: ReadonlyMap<string, string>
}

/** Reads the request and proves the client by HTTP basic or by body parameters. */
async function authenticate(request: Request, clients: ReadonlyMap<string, Client>): Promise<Authenticated> {
  const parameters = await readParameters(request)
  const credentials = basicCredentials(request.headers.get('authorization')) ?? {
    id: parameters.get('client_id') ?? '',
    secret: parameters.get('client_secret') ?? '',
  }
  const client = clients.get(credentials.id)
  if (!client || !sameSecret(credentials.secret, client.secret)) {
    throw new OAuthFault('invalid_client', 'Client id and secret do not fit.', 401)
  }
  return { client, parameters }
}

const need = (parameters: ReadonlyMap<string, string>, name: string): string => {
  const value = parameters.get(name)
  if (value === undefined || value === '') throw new OAuthFault('invalid_request', `${name} is missing.`)
  return value
}

async function grant({ client, parameters }: Authenticated, { tokens, store }: TokenEndpoint): Promise<TokenAnswer | string> {
  const kind = need(parameters, 'grant_type')
  if (!['authorization_code', 'refresh_token', 'client_credentials'].includes(kind)) {
    throw new OAuthFault('unsupported_grant_type', `grant_type ${kind.slice(0, 64)} is not supported.`)
  }
  if (!client.grants.includes(kind)) throw new OAuthFault('unauthorized_client', `This client may not use ${kind}.`)
  if (kind === 'refresh_token') return tokens.refresh(need(parameters, 'refresh_token'), client.id)
  if (kind === 'authorization_code') {
    const redirectUri = need(parameters, 'redirect_uri')
    const verifier = need(parameters, 'code_verifier')
    return tokens.redeemCode(need(parameters, 'code'), client.id, (detail) => {
      if (detail.redirectUri !== redirectUri) return 'redirect_uri is not the one of the sign-in.'
      const challenge = createHash('sha256').update(verifier).digest('base64url')
      return sameSecret(challenge, detail.challenge) ? undefined : 'code_verifier does not fit the code.'
    })
  }
  const persona = client.persona ?? null
  const identity = await store.selectFrom('identity').select('id').where('persona', '=', persona).executeTakeFirst()
  if (!identity) throw new OAuthFault('invalid_client', 'The owner of this personal access token is gone.', 401)
  return tokens.clientCredentials(client.id, identity.id, scopeOf(parameters.get('scope')))
}

const answer = (body: unknown, status: number, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', pragma: 'no-cache', ...headers } })

async function guarded(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UnreadableParameters) return answer({ error: 'invalid_request', error_description: error.message }, 400)
    if (!(error instanceof OAuthFault)) throw error
    const challenge: Record<string, string> = error.status === 401 ? { 'www-authenticate': 'Basic realm="sandbox"' } : {}
    return answer({ error: error.code, error_description: error.message }, error.status, challenge)
  }
}

/** `POST /oauth/token`. */
export function answerTokenRequest(request: Request, endpoint: TokenEndpoint): Promise<Response> {
  return guarded(async () => {
    const granted = await grant(await authenticate(request, endpoint.clients), endpoint)
    if (typeof granted === 'string') throw new OAuthFault('invalid_grant', granted)
    return answer(granted, 200)
  })
}

/** `POST /oauth/revoke` (RFC 7009): ends the whole sign-in the token belongs to; an unknown token is no error. */
export function answerRevocation(request: Request, endpoint: TokenEndpoint): Promise<Response> {
  return guarded(async () => {
    const { client, parameters } = await authenticate(request, endpoint.clients)
    await endpoint.tokens.revoke(need(parameters, 'token'), client.id)
    return new Response(null, { status: 200, headers: { 'cache-control': 'no-store' } })
  })
}
