import type { OperationId } from '#contract/operations.ts'
import type { TenantClient, TenantOutcome } from '../tenant/call.ts'
import { isAccepted } from './access.ts'
import type { Access } from './access.ts'
import { turnOf } from './decision.ts'
import type { EntryRecord } from './decision.ts'

/** A read of the contract, in an entry's name. */
export interface Question {
  readonly operation: OperationId
  readonly path: Readonly<Record<string, string>>
  readonly query?: URLSearchParams
}

/** Asks the tenant as the person who made the entry, in their language and in the entry's turn. Never repeats by itself. */
export async function askFor(
  { tenant, access }: { readonly tenant: TenantClient; readonly access: Access },
  entry: EntryRecord,
  accessToken: string,
  question: Question,
  signal: AbortSignal,
): Promise<TenantOutcome> {
  const outcome = await tenant.call({
    ...question,
    accessToken,
    ...(entry.language !== null && { acceptLanguage: entry.language }),
    ...turnOf(entry),
    signal,
  })
  if (isAccepted(outcome)) access.accepted(entry.user, accessToken)
  return outcome
}
