import { createServer, IncomingMessage, ServerResponse, STATUS_CODES } from 'node:http'
import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import type { Http2Bindings, HttpBindings } from '@hono/node-server'

/** What a Hono application offers: one request in, one response out. */
export type Fetch = (request: Request, bindings: HttpBindings) => Response | Promise<Response>

export interface Listener {
  /** The port really in use (asked for 0, the system chose one). */
  readonly port: number
  /** Stops accepting, lets requests in flight end for at most `graceMs`, then cuts what is left. */
  close(graceMs: number): Promise<void>
}

export interface ListenOptions {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  /** Put on what is answered to bytes that are no request, where no application is asked. */
  readonly refusalHeaders?: Readonly<Record<string, string>>
  /** How long a client may take for its headers, and for the whole request (ms). */
  readonly patience?: { readonly headersMs: number; readonly requestMs: number }
}

const MAX_HEADER_BYTES = 16 * 1024
/**
 * How long (ms) a connection is kept without a request: longer than a page at rest goes without one (30 s) and proxies in front keep theirs
 * (60 s). Who closes first decides what becomes of a request that is on its way at that moment: one to a connection we close is lost.
 */
const KEEP_IDLE_MS = 75_000
const PATIENCE = { headersMs: 15_000, requestMs: 60_000 }
/** How often slow clients are looked for (ms), at most. */
const LOOK_EVERY_MS = 2_000

/**
 * Listens on `host:port`. Headers are limited to 16 kB and 15 s, a request to 60 s, against slow or greedy clients;
 * a connection is kept for 75 s between requests.
 * Rejects with the system's error (for example EADDRINUSE) when the port cannot be had.
 */
export function listen(fetch: Fetch, options: ListenOptions): Promise<Listener> {
  const { headersMs, requestMs } = options.patience ?? PATIENCE
  const answer = getRequestListener((request, bindings) => fetch(request, onlyHttp1(bindings)), { overrideGlobalObjects: false })
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      keepAliveTimeout: KEEP_IDLE_MS,
      connectionsCheckingInterval: Math.min(LOOK_EVERY_MS, headersMs),
    },
    (incoming, outgoing) => {
      void answer(incoming, outgoing)
    },
  )
  server.on('clientError', (error, socket) => refuse(error, socket, options.refusalHeaders ?? {}))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : options.port
      resolve({ port, close: (graceMs) => closeGently(server, graceMs) })
    })
  })
}

/** Answers bytes that are no request, and closes: nobody can say where the next one would begin. */
function refuse(error: Error, socket: Duplex, headers: Readonly<Record<string, string>>): void {
  const code: unknown = Reflect.get(error, 'code')
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const status = code === 'HPE_HEADER_OVERFLOW' ? 431 : code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  const lines = Object.entries({ ...headers, 'content-length': '0', connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`)
}

function onlyHttp1(bindings: HttpBindings | Http2Bindings): HttpBindings {
  const { incoming, outgoing } = bindings
  if (incoming instanceof IncomingMessage && outgoing instanceof ServerResponse) return { incoming, outgoing }
  throw new TypeError('This server speaks HTTP/1.1 only.')
}

const SWEEP_MS = 20

function closeGently(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs)
    // A connection that was busy a moment ago is kept open by its client: without this the end waits for the client's patience.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(sweep)
      resolve()
    })
    server.closeIdleConnections()
  })
}
