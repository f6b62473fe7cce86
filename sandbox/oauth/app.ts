import { Hono } from 'hono'
import type { Context } from 'hono'
import type { SandboxConfig } from '../config.ts'
import type { SandboxDeps } from '../deps.ts'
import type { Html } from '../pages/layout.ts'
import { showPage } from '../pages/layout.ts'
import { personas } from '../personas.ts'
import { company } from '../seed/company.ts'
import { answerUri, carriedParameters, checkAuthorizationRequest } from './authorization-request.ts'
import { clientsOf } from './clients.ts'
import { UnreadableParameters, readParameters } from './request-parameters.ts'
import { problemPage, signInPage } from './sign-in-page.ts'
import { answerRevocation, answerTokenRequest } from './token-endpoint.ts'
import type { TokenEndpoint } from './token-endpoint.ts'
import { maySignIn } from './tokens.ts'
import type { Tokens } from './tokens.ts'
import { bearerToken, userInfo } from './userinfo.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The tenant's own address: as the caller names it when that is a loopback name, so that localhost and 127.0.0.1 both work. */
function baseUrl(requestUrl: string, port: number): string {
  const { hostname, origin } = new URL(requestUrl)
  return LOOPBACK.has(hostname) ? origin : `http://localhost:${port}`
}

/** The tenant's sign-in: `/oauth/{info,authorize,token,userinfo,revoke}`. */
export function createOAuth(config: SandboxConfig, deps: SandboxDeps, tokens: Tokens): Hono {
  const clients = clientsOf(config)
  const endpoint: TokenEndpoint = { clients, tokens, store: deps.store }
  const app = new Hono()

  app.get('/info', (c) => {
    const base = baseUrl(c.req.url, config.port)
    return c.json({
      tenantId: company.org,
      tenantName: company.tenantName,
      authorizeEndpoint: `${base}/oauth/authorize`,
      tokenEndpoint: `${base}/oauth/token`,
      cloudDomainUrl: base,
      logoutUrl: `${base}/logout`,
      pod: company.pod,
      environment: 'sandbox',
    })
  })

  /** `form-action` names the desk too: browsers apply it to the redirect after the post. */
  const show = (c: Context, status: 200 | 400, render: (nonce: string) => Html, returnTo?: string): Promise<Response> =>
    showPage(
      c,
      {
        status,
        formAction: returnTo === undefined ? `'none'` : `'self' ${new URL(returnTo).origin}`,
        random: (bytes) => deps.random(bytes),
      },
      render,
    )

  app.get('/authorize', async (c): Promise<Response> => {
    const parameters = new URL(c.req.url).searchParams
    const check = checkAuthorizationRequest(parameters, clients)
    if (check.kind === 'page') return show(c, 400, (nonce) => problemPage(nonce, check.problem))
    if (check.kind === 'redirect') return c.redirect(check.to, 302)
    return show(c, 200, (nonce) => signInPage(nonce, carriedParameters(parameters)), check.request.redirectUri)
  })

  app.post('/authorize', async (c): Promise<Response> => {
    let given: ReadonlyMap<string, string>
    try {
      given = await readParameters(c.req.raw)
    } catch (error) {
      if (!(error instanceof UnreadableParameters)) throw error
      const problem = error.message
      return show(c, 400, (nonce) => problemPage(nonce, problem))
    }
    const check = checkAuthorizationRequest(new URLSearchParams([...given]), clients)
    if (check.kind === 'page') return show(c, 400, (nonce) => problemPage(nonce, check.problem))
    // 303: the browser goes on with a GET.
    if (check.kind === 'redirect') return c.redirect(check.to, 303)
    const { clientId, redirectUri, state, scope, challenge } = check.request
    const persona = personas.find(({ key }) => key === given.get('persona'))
    const identity =
      persona &&
      (await deps.store.selectFrom('identity').select(['id', 'status']).where('persona', '=', persona.key).executeTakeFirst())
    if (given.has('cancel') || !identity || !maySignIn(identity)) {
      const description = given.has('cancel')
        ? 'The user cancelled.'
        : identity
          ? `${persona?.firstname} ${persona?.lastname} is ${identity.status.toLowerCase()} and cannot sign in.`
          : 'Nobody was chosen.'
      return c.redirect(answerUri(redirectUri, state, { error: 'access_denied', error_description: description }), 303)
    }
    const code = await tokens.issueCode(clientId, identity.id, scope, { redirectUri, challenge })
    return c.redirect(answerUri(redirectUri, state, { code }), 303)
  })

  app.post('/token', (c) => answerTokenRequest(c.req.raw, endpoint))
  app.post('/revoke', (c) => answerRevocation(c.req.raw, endpoint))

  app.get('/userinfo', async (c) => {
    const caller = await tokens.verify(bearerToken(c.req.header('authorization')))
    if ('refused' in caller) return c.json({ error: caller.refused }, 401)
    return c.json(await userInfo(deps.store, caller))
  })

  return app
}
