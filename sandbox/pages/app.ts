import { Hono } from 'hono'
import type { Context } from 'hono'
import type { TenantDeps } from '../deps.ts'
import { followLink, lookUpLink } from '../mail/follow.ts'
import type { Link } from '../mail/follow.ts'
import { listMails } from '../mail/store.ts'
import type { MailKind } from '../mail/store.ts'
import { UnreadableParameters, readParameters } from '../oauth/request-parameters.ts'
import { homePage, logoutPage } from './home.ts'
import type { Html } from './layout.ts'
import { showPage } from './layout.ts'
import { deadLinkPage, donePage, passwordForm, passwordProblem } from './link-page.ts'
import { mailPage } from './mail-page.ts'
import { mailView } from './mail-text.ts'

const PER_PAGE = 50
const MOST_AS_JSON = 1_000

const wantsJson = (c: Context): boolean =>
  c.req.query('format') === 'json' || (c.req.header('accept') ?? '').split(',')[0]?.trim() === 'application/json'

/** The tenant's own pages: `/`, `/logout`, `/mail`, and where the mails' links lead. */
export function createPages(deps: TenantDeps): Hono {
  const { store, clock } = deps
  const app = new Hono()
  const show = (c: Context, status: 200 | 400 | 404 | 410, render: (nonce: string) => Html) =>
    showPage(c, { status, formAction: `'self'`, random: (bytes) => deps.random(bytes) }, render)

  app.get('/', (c) => show(c, 200, homePage))
  app.get('/logout', (c) => show(c, 200, logoutPage))

  app.get('/mail', async (c): Promise<Response> => {
    const to = c.req.query('to')?.trim() ?? ''
    const before = Number(c.req.query('before'))
    const limit = wantsJson(c) ? MOST_AS_JSON : PER_PAGE
    const query = { to, before: Number.isSafeInteger(before) && before > 0 ? before : null, limit: limit + 1 }
    const found = await listMails(store, query)
    const mails = found.slice(0, limit).map((mail) => mailView(mail, clock()))
    c.header('vary', 'accept')
    if (wantsJson(c)) {
      c.header('cache-control', 'no-store')
      return c.json(mails)
    }
    const last = found.length > limit ? mails.at(-1) : undefined
    const older = last ? `/mail?${new URLSearchParams({ to, before: String(last.id) }).toString()}` : null
    return show(c, 200, (nonce) => mailPage(nonce, mails, { to, older }))
  })

  const showDead = (c: Context, state: Exclude<Link['state'], 'open'>) =>
    show(c, state === 'unknown' ? 404 : 410, (nonce) => deadLinkPage(nonce, state))

  const links: ReadonlyArray<readonly [path: string, kind: MailKind]> = [
    ['/register/:token', 'invitation'],
    ['/password/:token', 'password'],
  ]
  for (const [path, kind] of links) {
    app.get(path, async (c): Promise<Response> => {
      const link = await lookUpLink(store, kind, c.req.param('token') ?? '', clock())
      if (link.state !== 'open') return showDead(c, link.state)
      return show(c, 200, (nonce) => passwordForm(nonce, mailView(link.mail, clock())))
    })
    app.post(path, async (c): Promise<Response> => {
      const token = c.req.param('token') ?? ''
      const link = await lookUpLink(store, kind, token, clock())
      if (link.state !== 'open') return showDead(c, link.state)
      const view = mailView(link.mail, clock())
      let given: ReadonlyMap<string, string>
      try {
        given = await readParameters(c.req.raw)
      } catch (error) {
        if (!(error instanceof UnreadableParameters)) throw error
        const problem = error.message
        return show(c, 400, (nonce) => passwordForm(nonce, view, problem))
      }
      const problem = passwordProblem(given.get('password') ?? '', given.get('repeated') ?? '')
      if (problem !== undefined) return show(c, 400, (nonce) => passwordForm(nonce, view, problem))
      const followed = await followLink(deps, kind, token)
      if (followed.state !== 'open') return showDead(c, followed.state)
      return show(c, 200, (nonce) => donePage(nonce, view))
    })
  }
  return app
}
