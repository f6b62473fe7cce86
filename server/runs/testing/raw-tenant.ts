/** A tenant of raw sockets that counts what reaches it and breaks connections where it is told to; test support. */
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import type { ModelAnswer, TenantModel } from './tenant-model.ts'

export interface RawRequest {
  readonly method: string
  readonly path: string
  /** How many requests of this method and path have come, this one included. */
  readonly count: number
  readonly socket: Socket
  /** Carries it out. */
  readonly act: () => ModelAnswer
  readonly reply: (answer: ModelAnswer) => void
}

export interface RawTenant {
  readonly url: string
  readonly port: number
  /** Requests whose first line arrived, as `METHOD path`, whatever became of them. */
  readonly arrived: string[]
  readonly close: () => Promise<void>
}

/** `port` 0: any free one. `handle` decides about each request; by default it is carried out and answered. */
export async function openRawTenant(
  model: TenantModel,
  handle: (request: RawRequest) => void = ({ act, reply }) => reply(act()),
  port = 0,
): Promise<RawTenant> {
  const arrived: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // A broken connection is what these tests are about.
    socket.on('error', () => undefined)
    let text = ''
    socket.on('data', (data) => {
      text += data.toString('latin1')
      const request = wholeRequest(text)
      if (!request) return
      text = text.slice(request.length)
      const line = `${request.method} ${request.path}`
      arrived.push(line)
      const body: unknown = request.body === '' ? undefined : JSON.parse(Buffer.from(request.body, 'latin1').toString('utf8'))
      handle({
        method: request.method,
        path: request.path,
        count: arrived.filter((other) => other === line).length,
        socket,
        act: () => model.answer(request.method, request.path, body),
        reply: (answer) => socket.write(httpText(answer)),
      })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const bound = portOf(server)
  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    arrived,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return address.port
}

function wholeRequest(text: string): { method: string; path: string; body: string; length: number } | undefined {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [method = '', path = ''] = text.split(' ', 2)
  const length = end + 4 + Number(/\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end))?.[1] ?? 0)
  return text.length < length ? undefined : { method, path, body: text.slice(end + 4, length), length }
}

export function httpText({ status, body, headers }: ModelAnswer, length?: number): string {
  const text = body === undefined ? '' : JSON.stringify(body)
  const lines = Object.entries({
    'content-type': 'application/json',
    'content-length': String(length ?? Buffer.byteLength(text)),
    'slpt-request-id': 'raw-1',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`)
  return `HTTP/1.1 ${status} Answer\r\n${lines.join('\r\n')}\r\n\r\n${text}`
}
