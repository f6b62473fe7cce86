import { Hono } from 'hono'
import type { Context } from 'hono'
import type { DeskEnv } from './context.ts'
import { messagePage } from './message-page.ts'
import type { PageFile, PageFiles } from './page-files.ts'
import { isPagePath } from './return-to.ts'

const YEAR_SECONDS = 31_536_000
const HOUR_SECONDS = 3600
/** Stands in the built index.html where the response's nonce goes. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/** The page itself: the shell for every screen, its files, and a plain page for anything else. Knows nothing of sessions. */
export function createPageShell(page: PageFiles): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()

  app.get('*', (c) => {
    const file = page.files.get(c.req.path)
    if (file) return sendFile(c, file)
    if (!isPagePath(c.req.path)) return nothingHere(c)
    c.set('route', 'page')
    if (page.shell === undefined)
      return messagePage(c, {
        status: 503,
        title: 'The page has not been built',
        text: 'Run npm run build, or open the address that npm run dev prints.',
        link: { href: c.req.path, text: 'Try again' },
      })
    return c.html(withPreloads(page, page.shell, c.req.path).replaceAll(NONCE_PLACEHOLDER, c.get('nonce')))
  })

  app.all('*', (c) => {
    c.header('allow', 'GET, HEAD')
    return c.text('Only GET and HEAD may be used here.\n', 405)
  })

  return app
}

/** The shell with the files that this screen will ask for anyway, so that they come along with the shell's own. */
function withPreloads(page: PageFiles, shell: string, path: string): string {
  const files = page.preloads.get(path) ?? page.preloads.get(path.replace(/[^/]+$/, '*')) ?? []
  const links = files.map((file) => `<link rel="modulepreload" crossorigin href="${file}">`)
  return links.length === 0 ? shell : shell.replace('</head>', () => `${links.join('')}</head>`)
}

function nothingHere(c: Context<DeskEnv>): Response | Promise<Response> {
  return messagePage(c, {
    status: 404,
    title: 'There is nothing here',
    text: 'The address does not belong to any page of Countersign.',
    link: { href: '/inbox', text: 'Go to the inbox' },
  })
}

async function sendFile(c: Context<DeskEnv>, file: PageFile): Promise<Response> {
  c.set('route', 'file')
  c.header('cache-control', file.immutable ? `public, max-age=${YEAR_SECONDS}, immutable` : `public, max-age=${HOUR_SECONDS}`)
  c.header('vary', 'accept-encoding')
  c.header('etag', file.etag)
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304)
  const encoding = file.encodingFor(c.req.header('accept-encoding'))
  const bytes = encoding ? await file.packed(encoding) : file.bytes
  c.header('content-type', file.type)
  if (encoding) c.header('content-encoding', encoding)
  return c.body(new Uint8Array(bytes), 200)
}
