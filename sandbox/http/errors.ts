import { randomUUID } from 'node:crypto'

/** A refusal or fault on its way to the caller. Thrown by handlers, turned into a response in one place. */
export class ApiFault extends Error {
  override readonly name = 'ApiFault'
  readonly status: 400 | 403 | 404 | 405
  readonly detailCode: string
  readonly headers: Readonly<Record<string, string>>
  constructor(status: ApiFault['status'], detailCode: string, text: string, headers: ApiFault['headers'] = {}) {
    super(text)
    this.status = status
    this.detailCode = detailCode
    this.headers = headers
  }
}

/** A refusal whose body is not the usual error body. */
export class OtherRefusal extends Error {
  override readonly name = 'OtherRefusal'
  readonly status: 400 | 429
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
  constructor(status: OtherRefusal['status'], body: unknown, headers: OtherRefusal['headers'] = {}) {
    super(`Refused with ${status}`)
    this.status = status
    this.body = body
    this.headers = headers
  }
}

export const badRequest = (text: string): ApiFault => new ApiFault(400, '400.1 Bad Request Content', text)
/** What is asked cannot be done in the object's present state. */
export const illegalState = (text: string): ApiFault => new ApiFault(400, '400.1.3 Illegal State', text)
export const forbidden = (): ApiFault => new ApiFault(403, '403 Forbidden', 'You do not have the rights for this.')
export const notFound = (what: string): ApiFault => new ApiFault(404, '404 Not found', `${what} was not found.`)

interface ErrorBody {
  detailCode: string
  trackingId: string
  messages: Array<{ locale: string; localeOrigin: 'DEFAULT'; text: string }>
  causes: never[]
}

/** The tenant's usual error body, `ErrorResponseDto`. The sandbox speaks English only, so the locale's origin is always DEFAULT. */
export function errorBody(fault: { detailCode: string; message: string }, trackingId: string): ErrorBody {
  return {
    detailCode: fault.detailCode,
    trackingId,
    messages: [{ locale: 'en-US', localeOrigin: 'DEFAULT', text: fault.message }],
    causes: [],
  }
}

/** A tracking id in the tenant's form: 32 hex characters. */
export const newTrackingId = (): string => randomUUID().replaceAll('-', '')
