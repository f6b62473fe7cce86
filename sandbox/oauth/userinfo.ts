import { isRecord } from '#contract/json.ts'
import type { Caller } from '../http/handlers.ts'
import { company } from '../seed/company.ts'
import type { SandboxStore } from '../store/open.ts'

/** The token of an `Authorization: Bearer …` header; empty when there is none. */
export const bearerToken = (header: string | undefined): string => /^bearer ([^\s]+)$/i.exec(header ?? '')?.[1] ?? ''

/** What `/oauth/userinfo` tells about the caller; the vendor documents none of it, clients that use it show its shape. */
export async function userInfo(store: SandboxStore, caller: Caller): Promise<Record<string, unknown>> {
  const identity = await store.selectFrom('identity').selectAll().where('id', '=', caller.identityId).executeTakeFirstOrThrow()
  const attributes: unknown = JSON.parse(identity.attributes)
  const phone = isRecord(attributes) ? (attributes['phone'] ?? null) : null
  return {
    tenant: company.org,
    id: identity.id,
    uid: identity.alias,
    email: identity.email,
    phone: null,
    workPhone: phone,
    firstname: identity.firstname,
    lastname: identity.lastname,
    capabilities: caller.authorities,
    displayName: identity.name,
    name: identity.alias,
  }
}
