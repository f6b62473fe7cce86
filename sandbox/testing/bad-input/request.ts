import { isRecord } from '#contract/json.ts'
import { operations } from '#contract/operations.ts'
import type { Operation, OperationId } from '#contract/operations.ts'
import type { TestSandbox } from '../test-sandbox.ts'
import { Targets } from '../targets.ts'

/** A request in pieces, so that one piece can be spoilt. Path values are not yet encoded. */
export interface Request {
  readonly operation: Operation
  readonly method: string
  readonly path: Readonly<Record<string, string>>
  /** Appended to the path as it is. */
  readonly pathSuffix: string
  readonly query: ReadonlyArray<readonly [name: string, value: string]>
  readonly headers: Readonly<Record<string, string>>
  /** Undefined sends none. */
  readonly body: Uint8Array<ArrayBuffer> | undefined
}

/** A request with something wrong in it, and the answers that are right. */
export interface BadRequest {
  readonly why: string
  readonly request: Request
  readonly expected: readonly number[]
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** A good request of each operation, what its body stands for, and the id of something of another kind. */
export interface Good {
  readonly request: Request
  readonly body: Readonly<Record<string, unknown>> | undefined
  readonly strangerId: string
}

const utf8 = new TextEncoder()
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => utf8.encode(text)

/** Half characters cannot be put into a URL at all. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')

/** Makes good requests by the administrator, each about objects of its own. */
export class GoodRequests {
  readonly #sandbox: TestSandbox
  readonly #targets: Targets
  readonly #token: string

  private constructor(sandbox: TestSandbox, targets: Targets, token: string) {
    this.#sandbox = sandbox
    this.#targets = targets
    this.#token = token
  }

  static async of(sandbox: TestSandbox): Promise<GoodRequests> {
    return new GoodRequests(sandbox, await Targets.of(sandbox), await sandbox.token('admin'))
  }

  async make(id: OperationId): Promise<Good> {
    const operation = operations[id]
    const isWorkItem = operation.version === 'beta'
    const strangerId = isWorkItem ? await this.#targets.identity('manager') : (await this.#workItem(id)).id
    const { path, body } = isWorkItem ? await this.#aboutWorkItem(id) : await this.#aboutIdentity(id)
    const headers = { authorization: `Bearer ${this.#token}`, 'x-sailpoint-experimental': 'true' }
    const request: Request = {
      operation,
      method: operation.method,
      path,
      pathSuffix: '',
      query: [],
      headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
      body: body === undefined ? undefined : bytesOf(JSON.stringify(body)),
    }
    return { request, body, strangerId }
  }

  #workItem(id: OperationId) {
    const kind = id === 'completeWorkItem' ? 'plain' : id === 'submitAccountSelection' ? 'form' : 'approval'
    return this.#targets.workItem(kind, 'manager')
  }

  async #aboutWorkItem(id: OperationId): Promise<Pick<Good, 'body'> & Pick<Request, 'path'>> {
    const item = await this.#workItem(id)
    const path = { id: item.id, approvalItemId: item.approvalItemId }
    if (id === 'submitAccountSelection') return { path, body: item.answers }
    if (id !== 'forwardWorkItem') return { path, body: undefined }
    return { path, body: { targetOwnerId: await this.#sandbox.identityId('colleague'), comment: 'x', sendNotifications: true } }
  }

  async #aboutIdentity(id: OperationId): Promise<Pick<Good, 'body'> & Pick<Request, 'path'>> {
    if (id === 'getTaskStatus') return { path: { id: await this.#targets.task('admin', false) }, body: undefined }
    const identity = await this.#targets.identity('manager')
    const path = { id: identity, identityId: identity, assignmentId: await this.#targets.roleAssignment(identity) }
    if (id === 'startIdentitiesInvite') return { path, body: { ids: [identity], uninvited: false } }
    if (id === 'startIdentityProcessing') return { path, body: { identityIds: [identity] } }
    if (id === 'sendIdentityVerificationAccountToken') return { path, body: { via: 'EMAIL_WORK', sourceName: null } }
    return { path, body: undefined }
  }
}

/** Sends a request in-process, byte for byte. */
export async function send(sandbox: TestSandbox, request: Request): Promise<Answer> {
  const { operation, path, pathSuffix, query, body } = request
  const filled = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(wellFormed(path[name] ?? '')))
  const parameters = new URLSearchParams()
  for (const [name, value] of query) parameters.append(wellFormed(name), wellFormed(value))
  const url = `/${operation.version}${filled}${pathSuffix}${query.length > 0 ? `?${parameters.toString()}` : ''}`
  const init = { method: request.method, headers: { ...request.headers }, ...(body === undefined ? {} : { body }) }
  const response = await sandbox.app.request(url, init)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const INSIDES = /\n\s+at |node_modules|\.ts:\d|SQLITE|libsql|TypeError|RangeError/

const isMessage = (value: unknown): boolean =>
  isRecord(value) && value['locale'] === 'en-US' && value['localeOrigin'] === 'DEFAULT' && typeof value['text'] === 'string'

/** What is wrong with how a refusal is written; undefined when nothing is. */
export function problemWith({ operation }: Request, answer: Answer): string | undefined {
  const { status, headers, text } = answer
  if (status >= 500) return `answered ${status}: ${text}`
  if (status < 400) return undefined
  // The contract declares no body for these two; the sandbox sends none, so that a client is ready for it.
  if (text === '' && operation.id === 'getTaskStatus' && (status === 403 || status === 404)) return undefined
  if (headers.get('content-type') !== 'application/json') return `content type ${headers.get('content-type')}`
  if (INSIDES.test(text)) return `tells about its insides: ${text}`
  const body: unknown = JSON.parse(text)
  if (!isRecord(body)) return `body ${text}`
  // The gateway in front of a tenant refuses in its own, shorter form.
  if (status === 401 || (status === 400 && Object.keys(body).join() === 'error'))
    return typeof body['error'] === 'string' ? undefined : `body ${text}`
  const { detailCode, trackingId, messages, causes } = body
  if (typeof detailCode !== 'string' || !detailCode.startsWith(String(status))) return `detailCode ${String(detailCode)}`
  if (typeof trackingId !== 'string' || !/^[0-9a-f]{32}$/.test(trackingId)) return `trackingId ${String(trackingId)}`
  if (trackingId !== headers.get('slpt-request-id')) return 'a trackingId other than the request id'
  if (!Array.isArray(messages) || messages.length === 0 || !messages.every(isMessage)) return `messages ${text}`
  return Array.isArray(causes) ? undefined : `causes ${text}`
}
