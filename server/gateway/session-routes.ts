import { Hono } from 'hono'
import type { components } from '#contract/generated/desk.ts'
import { isRecord } from '#contract/json.ts'
import { DeskFailure } from '../desk-failure.ts'
import { parse } from '../desk-request.ts'
import type { UserKey } from '../tenant/token-source.ts'
import type { DeskEnv } from './context.ts'
import type { Cookies } from './cookies.ts'
import { deskOperations, invalidRequest, notFound } from './desk-routes.ts'
import { notSignedIn } from './guard.ts'
import type { Sessions } from './sessions.ts'

/** What signing out must know of the runs. */
export interface OpenEntries {
  /** How many entries of this user have not ended. */
  countOpen(user: UserKey): Promise<number>
  /** Cancels every entry of this user that has not been sent. */
  takeBackAll(user: UserKey): Promise<unknown>
}

interface Options {
  readonly cookies: Cookies
  readonly sessions: Sessions
  readonly openEntries: OpenEntries
}

/** `GET /desk/session` and `POST /desk/session/end`. */
export function createSessionRoutes({ cookies, sessions, openEntries }: Options): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()

  app.get('/session', async (c) => {
    const value = cookies.read(c, cookies.sessionName)
    const session = value === undefined ? undefined : await sessions.find(value, true)
    if (!session) throw notSignedIn()
    const { user, profile, endsInMs } = session
    const answer: components['schemas']['Session'] = {
      user: { id: user.userId, name: profile.name, alias: profile.alias, email: profile.email },
      authorities: [...profile.authorities],
      tenant: { id: user.tenantId, name: profile.tenantName, url: profile.tenantUrl, environment: profile.environment },
      endsInMs,
    }
    return c.json(answer)
  })

  app.post('/session/end', async (c) => {
    const wish = await readWish(c.req)
    const { sessionId, tenantId, userId } = c.get('signedIn')
    const user: UserKey = { tenantId, userId }
    if (wish.openEntries === 'take-back') await openEntries.takeBackAll(user)
    else if (wish.openEntries === undefined && (await openEntries.countOpen(user)) > 0)
      throw new DeskFailure(409, 'open_entries', 'Some of your decisions have not ended: let them finish, or take them back.')
    if (wish.everywhere) await sessions.endAllOf(user)
    else await sessions.end(sessionId)
    cookies.clearSession(c)
    return c.body(null, 204)
  })

  return app
}

async function readWish(request: {
  text(): Promise<string>
}): Promise<{ everywhere: boolean; openEntries?: 'finish' | 'take-back' }> {
  const operation = deskOperations.get('endSession')
  if (!operation) throw notFound()
  const text = await request.text()
  const checked = operation.checkBody(text === '' ? undefined : parse(text))
  if (!checked.ok) throw invalidRequest(checked.problems)
  const wish = isRecord(checked.value) ? checked.value : {}
  const openEntries = wish['openEntries']
  return {
    everywhere: wish['everywhere'] === true,
    ...(openEntries === 'finish' || openEntries === 'take-back' ? { openEntries } : {}),
  }
}
