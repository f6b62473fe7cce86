/** A desk whose every answer is held against desk.yaml before a test sees it; test support. */
import { expect, onTestFinished } from 'vitest'
import desk from '#contract/generated/desk.json' with { type: 'json' }
import { isRecord } from '#contract/json.ts'
import { compileContract } from '#platform/openapi.ts'
import { modelFetch, openDesk } from './desk.ts'
import type { Desk, DeskOptions } from './desk.ts'
import { TenantModel } from './tenant-model.ts'
import type { ModelAnswer } from './tenant-model.ts'
import { VirtualClock } from './virtual-clock.ts'

const contract = compileContract(desk)

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

export const codeOf = ({ body }: Answer) => (isRecord(body) ? body['code'] : undefined)

export interface Asking {
  readonly clock: VirtualClock
  readonly model: TenantModel
  readonly desk: Desk
  /** Asks as `user`; a string is sent as it is, anything else as JSON. */
  readonly ask: (
    operation: string,
    path: string,
    body?: unknown,
    user?: string,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Answer>
  /** Answers writes in the model's place, where it answers anything. */
  readonly failWith: (next: (path: string) => ModelAnswer | Promise<Response> | undefined) => void
}

type AskingOptions = Partial<Omit<DeskOptions, 'clock'>> & { readonly clock?: VirtualClock }

export async function startAsking({ clock = new VirtualClock(), ...options }: AskingOptions = {}): Promise<Asking> {
  const model = new TenantModel()
  let fault: ((path: string) => ModelAnswer | Promise<Response> | undefined) | undefined
  const fetch = modelFetch(model, clock, ({ method, path }, answer) => (method === 'POST' && fault?.(path)) || answer())
  const opened = await openDesk({ clock, fetch, ...options })
  await opened.runner.start()
  onTestFinished(() => opened.close())
  return {
    clock,
    model,
    desk: opened,
    ask: async (operation, path, body, user = 'me', headers = {}) => {
      const method = contract.get(operation)?.method ?? 'GET'
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      const response = await opened.app.request(`/desk${path}`, {
        method,
        headers: { 'x-test-user': user, ...headers },
        ...(text !== undefined && { body: text }),
      })
      const said = await response.text()
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
      const answer: unknown = said === '' ? undefined : isJson ? JSON.parse(said) : said
      if (isJson || said === '') expect(contract.get(operation)?.checkResponse(response.status, answer)).toEqual([])
      return { status: response.status, headers: response.headers, body: answer }
    },
    failWith: (next) => {
      fault = next
    },
  }
}
