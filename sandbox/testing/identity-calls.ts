import { isRecord } from '#contract/json.ts'
import type { ServedOperationId } from '../http/handlers.ts'
import type { Persona } from '../personas.ts'
import type { IdentityTable } from '../store/schema.ts'
import { holdToContract, stateDigest } from './contract-check.ts'
import type { TestSandbox } from './test-sandbox.ts'

/** Nobody's id. */
export const UNKNOWN = '0123456789abcdef0123456789abcdef'
export const record = (value: unknown) => (isRecord(value) ? value : {})
export const records = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : [])

type Status = Partial<Pick<IdentityTable, 'status' | 'correlated' | 'processing_state'>>

/** What the tests of identities ask of the sandbox, every answer held to the contract, and people to do it to. */
export function identityCalls(sandboxNow: () => TestSandbox) {
  async function ask(persona: Persona['key'] | null, id: ServedOperationId, method: string, path: string, body?: unknown) {
    return holdToContract(id, await sandboxNow().call(persona, method, `/v2024${path}`, body))
  }

  const taken = new Set<string>()
  /** Somebody that nothing has happened to yet, handed out once. */
  async function somebody(where: Status, withMail = true) {
    const { store } = sandboxNow()
    const people = await store
      .selectFrom('identity')
      .selectAll()
      .where('persona', 'is', null)
      .where('protected', '=', 0)
      .where('is_manager', '=', 0)
      .where('status', '=', where.status ?? 'REGISTERED')
      .where('correlated', '=', where.correlated ?? 1)
      .where('id', 'not in', store.selectFrom('owned_object').select('owner_id'))
      .orderBy('id')
      .execute()
    const found = people.find(
      (one) =>
        !taken.has(one.id) &&
        (one.email !== null) === withMail &&
        (where.processing_state === undefined || one.processing_state === where.processing_state) &&
        people.filter(({ email }) => email === one.email).length ===
          (withMail ? 1 : people.filter(({ email }) => email === null).length),
    )
    if (!found) throw new Error('The seed has nobody like that left.')
    taken.add(found.id)
    return found
  }

  const statusOf = async (id: string) =>
    record((await ask('admin', 'getIdentity', 'GET', `/identities/${id}`)).body)['identityStatus']
  const mailsTo = async (id: string) =>
    sandboxNow().store.selectFrom('mail').selectAll().where('identity_id', '=', id).orderBy('seq').execute()
  const taskOf = async (id: unknown) => record((await ask('helpdesk', 'getTaskStatus', 'GET', `/task-status/${String(id)}`)).body)
  const invite = (persona: Persona['key'], body: unknown) =>
    ask(persona, 'startIdentitiesInvite', 'POST', '/identities/invite', body)
  const process = (persona: Persona['key'], body: unknown) =>
    ask(persona, 'startIdentityProcessing', 'POST', '/identities/process', body)

  const reset = (persona: Persona['key'], id: string) => ask(persona, 'resetIdentity', 'POST', `/identities/${id}/reset`)

  const send = (id: string, body: unknown) =>
    ask('helpdesk', 'sendIdentityVerificationAccountToken', 'POST', `/identities/${id}/verification/account/send`, body)

  const sync = (id: string) =>
    ask('admin', 'synchronizeAttributesForIdentity', 'POST', `/identities/${id}/synchronize-attributes`)

  const ownership = (id: string) => ask('helpdesk', 'getIdentityOwnershipDetails', 'GET', `/identities/${id}/ownership`)
  const remove = (id: string) => ask('admin', 'deleteIdentity', 'DELETE', `/identities/${id}`)

  const list = (persona: Persona['key'], id: string, query = '') =>
    ask(persona, 'getRoleAssignments', 'GET', `/identities/${id}/role-assignments${query}`)

  /** Somebody with a role who reports to this persona. */
  async function reportOf(persona: Persona['key']): Promise<string> {
    const rows = await sandboxNow()
      .store.selectFrom('identity')
      .innerJoin('role_assignment', 'role_assignment.identity_id', 'identity.id')
      .select('identity.id')
      .where('identity.manager_id', '=', await sandboxNow().identityId(persona))
      .groupBy('identity.id')
      .execute()
    const [report] = rows
    if (!report) throw new Error(`Nobody with a role reports to ${persona}.`)
    return report.id
  }

  /** The status of a request, and whether the tenant is as it was before. */
  async function outcomeOf(act: () => Promise<{ status: number }>): Promise<{ status: number; changed: boolean }> {
    const before = await stateDigest(sandboxNow().store)
    const { status } = await act()
    return { status, changed: (await stateDigest(sandboxNow().store)) !== before }
  }

  return {
    ask,
    somebody,
    statusOf,
    mailsTo,
    taskOf,
    invite,
    process,
    reset,
    send,
    sync,
    ownership,
    remove,
    list,
    reportOf,
    outcomeOf,
  }
}
