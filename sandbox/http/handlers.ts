import type { operations as IdentityOperations } from '#contract/generated/identities.ts'
import type { operations as WorkItemOperations } from '#contract/generated/work-items.ts'

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
type AnswerOf<Operation> = Operation extends { responses: { 200: { content: { 'application/json': infer Body } } } }
  ? Body
  : undefined

/** One request of an operation, already held against the contract. */
export interface Call<Operation> {
  readonly path: PathOf<Operation>
  readonly query: QueryOf<Operation>
  readonly body: BodyOf<Operation>
  readonly caller: Caller
}

export interface Reply<Body> {
  readonly body: Body
  /** Goes out as `X-Total-Count`. */
  readonly total?: number
}

/** One handler per operation id; leaving one out does not compile. */
export type Handlers<Operations> = {
  readonly [Id in keyof Operations]: (call: Call<Operations[Id]>) => Promise<Reply<AnswerOf<Operations[Id]>>>
}

/** What the sandbox serves so far. */
export type ServedOperations = WorkItemOperations & Pick<IdentityOperations, 'listIdentities' | 'getIdentity'>
export type ServedOperationId = keyof ServedOperations
