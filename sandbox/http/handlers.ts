import type { operations as IdentityOperations } from '#contract/generated/identities.ts'
import type { operations as WorkItemOperations } from '#contract/generated/work-items.ts'
import type { OwnershipBody } from '../identities/ownership.ts'

/** The signed-in user behind a request. */
export interface Caller {
  readonly identityId: string
  readonly name: string
  /** User levels such as `ORG_ADMIN`; none for an ordinary user. */
  readonly authorities: readonly string[]
  readonly clientId: string
  readonly scopes: readonly string[]
}

type None = Readonly<Record<string, never>>
type PathOf<Operation> = Operation extends { parameters: { path: infer Path } } ? Path : None
type QueryOf<Operation> = Operation extends { parameters: { query?: infer Query } }
  ? [NonNullable<Query>] extends [never]
    ? None
    : NonNullable<Query>
  : None
type BodyOf<Operation> = Operation extends { requestBody?: never }
  ? undefined
  : Operation extends { requestBody: { content: { 'application/json': infer Body } } }
    ? Body
    : Operation extends { requestBody?: { content: { 'application/json': infer Body } } }
      ? Body | undefined
      : undefined
/** The status an operation succeeds with: 200 unless the contract says otherwise. */
type SuccessOf<Operation> = Operation extends { responses: infer Responses } ? Extract<keyof Responses, 200 | 202 | 204> : never
type AnswerOf<Operation> = Operation extends { responses: infer Responses }
  ? Responses[SuccessOf<Operation> & keyof Responses] extends { content: { 'application/json': infer Body } }
    ? Body
    : undefined
  : never

/** One request of an operation, already held against the contract. */
export interface Call<Operation> {
  readonly path: PathOf<Operation>
  readonly query: QueryOf<Operation>
  readonly body: BodyOf<Operation>
  readonly caller: Caller
}

export type Reply<Status, Body> = {
  readonly body: Body
  /** Goes out as `X-Total-Count`. */
  readonly total?: number
} & (200 extends Status ? { readonly status?: 200 } : { readonly status: Status })

/** One handler per operation id; leaving one out does not compile. */
export type Handlers<Operations> = {
  readonly [Id in keyof Operations]: (
    call: Call<Operations[Id]>,
  ) => Promise<Reply<SuccessOf<Operations[Id]>, Id extends keyof LooseAnswers ? LooseAnswers[Id] : AnswerOf<Operations[Id]>>>
}

/** Answers that are more than the document declares, on purpose: tenants differ from it here (../identities/ownership.ts). */
interface LooseAnswers {
  getIdentityOwnershipDetails: OwnershipBody | undefined
}

/** The 25 operations of the contract. */
export type ServedOperations = WorkItemOperations & IdentityOperations
export type ServedOperationId = keyof ServedOperations
