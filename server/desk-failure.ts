import type { components } from '#contract/generated/desk.ts'

export type DeskErrorBody = components['schemas']['DeskError']

/** A refusal of ours, thrown anywhere below a route and answered as `DeskError` (contract/desk.yaml) by the application's error handler. */
export class DeskFailure extends Error {
  override readonly name = 'DeskFailure'
  readonly status: number
  readonly body: DeskErrorBody
  readonly headers: Readonly<Record<string, string>>

  /** `status` is the HTTP status; `message` is plain English for the person, naming the field and what would do. */
  constructor(
    status: number,
    code: string,
    message: string,
    more: Partial<Omit<DeskErrorBody, 'code' | 'message'>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.status = status
    this.body = { sent: 'no', ...more, code, message }
    this.headers = headers
  }
}
