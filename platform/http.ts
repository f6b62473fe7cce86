import { createServer, IncomingMessage, ServerResponse } from 'node:http'
import type { Server } from 'node:http'
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

/**
 * Listens on `host:port`. Headers are limited to 16 kB and 15 s, a request to 60 s, against slow or greedy clients.
 * Rejects with the system's error (for example EADDRINUSE) when the port cannot be had.
 */
export function listen(fetch: Fetch, options: { host: string; port: number }): Promise<Listener> {
  const answer = getRequestListener((request, bindings) => fetch(request, onlyHttp1(bindings)), { overrideGlobalObjects: false })
  const server = createServer(
    { maxHeaderSize: 16 * 1024, headersTimeout: 15_000, requestTimeout: 60_000 },
    (incoming, outgoing) => {
      void answer(incoming, outgoing)
    },
  )
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : options.port
      resolve({ port, close: (graceMs) => closeGently(server, graceMs) })
    })
  })
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
