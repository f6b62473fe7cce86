import type { Persona, Stack } from './stack.ts'

/** The desk as its page asks it, without a browser: signed in, over real HTTP. For load, and for tests of the server alone. */
export interface HttpDesk {
  /** `path` as the page writes it: `/desk/…`, `/api/…`. A body makes it JSON. */
  ask(method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown): Promise<Response>
  /** The session cookie, as the browser would send it. */
  readonly cookie: string
}

const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
const locationOf = (response: Response): string => response.headers.get('location') ?? ''

/** Goes the way of a sign-in: our link, the tenant's form, our callback. */
export async function signInOverHttp(stack: Pick<Stack, 'url'>, persona: Persona): Promise<HttpDesk> {
  const begun = await fetch(`${stack.url}/auth/sign-in?return_to=/inbox`, { redirect: 'manual' })
  const authorize = new URL(locationOf(begun))
  const form = new URLSearchParams([...authorize.searchParams, ['persona', persona]])
  authorize.search = ''
  const granted = await fetch(authorize, { method: 'POST', body: form, redirect: 'manual' })
  const ended = await fetch(locationOf(granted), { redirect: 'manual', headers: { cookie: cookieOf(begun) } })
  const cookie = ended.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .find((pair) => /sid/.test(pair) && !pair.endsWith('='))
  if (cookie === undefined) throw new Error(`${persona} is not signed in: ${ended.status} ${await ended.text()}`)
  const headers = { cookie, 'sec-fetch-site': 'same-origin', 'x-requested-by': 'app' }
  return {
    cookie,
    ask: (method, path, body) =>
      fetch(
        `${stack.url}${path}`,
        body === undefined
          ? { method, headers }
          : { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) },
      ),
  }
}
