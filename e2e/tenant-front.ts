import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { test as base } from './fixtures.ts'
import { startStack } from './stack.ts'

/** An answer of the tenant, whole. */
export interface FrontAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Changes what the tenant answers at a path (without its query), or gives it back as it was. */
export type Alter = (path: string, answer: FrontAnswer) => FrontAnswer

/**
 * Another tenant, as far as the desk can tell: it stands before the sandbox and passes everything on, answers changed by `alter`. So the
 * desk meets what the sandbox never says: real tenants' information, hostile texts, answers of any shape.
 */
export class TenantFront {
  /** Where the requests go. */
  target = ''
  alter: Alter = (_, answer) => answer
  readonly #server = createServer((asked, response) => {
    this.#pass(asked, response).catch(() => response.destroy())
  })

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    if (typeof address !== 'object' || address === null) throw new Error('The system gave no port.')
    return `http://localhost:${address.port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #pass(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, headers, url = '/' } = asked
    // The host name as it was asked for: the sandbox names itself by it.
    const onward = request(new URL(url, this.target), { ...(method !== undefined && { method }), headers, agent: false })
    asked.pipe(onward)
    const [answer]: IncomingMessage[] = await once(onward, 'response')
    if (!answer) throw new Error('No answer.')
    const chunks: Buffer[] = []
    for await (const chunk of answer) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
    const altered = this.alter(url.replace(/\?.*$/, ''), {
      status: answer.statusCode ?? 502,
      headers: answer.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    })
    const { 'transfer-encoding': _transfer, 'content-length': _length, connection: _connection, ...rest } = altered.headers
    response.writeHead(altered.status, rest).end(altered.body)
  }
}

/** What a JSON answer says, changed; anything else stays as it is. */
export function changeJson(answer: FrontAnswer, change: (value: unknown) => unknown): FrontAnswer {
  if (!/\bjson\b/.test(answer.headers['content-type'] ?? '') || answer.body === '') return answer
  const value: unknown = JSON.parse(answer.body)
  return { ...answer, body: JSON.stringify(change(value)) }
}

/** As the other journeys, with a `TenantFront` between the desk and the sandbox. */
export const test = base.extend<{ readonly front: TenantFront }>({
  // oxlint-disable-next-line no-empty-pattern -- the runner reads the names of what a fixture needs here
  front: async ({}, use) => {
    const front = new TenantFront()
    await use(front)
    await front.close()
  },
  stack: async ({ front, stackOptions }, use) => {
    const url = await front.listen()
    const stack = await startStack({ ...stackOptions, env: { ...stackOptions.env, TENANT_API_URL: url } })
    front.target = stack.tenantUrl
    await use(stack)
    await stack.close()
  },
})

export { expect } from './fixtures.ts'
