import { fieldsOf, readWorkItemForm } from '#contract/work-item-form.ts'
import type { Persona } from '../personas.ts'
import type { IdentityTable } from '../store/schema.ts'
import type { TestSandbox } from './test-sandbox.ts'

/** What a work item must offer for an operation to make sense on it. */
export type WorkItemKind = 'approval' | 'plain' | 'form'

export interface WorkItemTarget {
  readonly id: string
  /** One that is pending; empty where the kind has none. */
  readonly approvalItemId: string
  /** A complete answer to its form; empty where the kind has none. */
  readonly answers: Readonly<Record<string, unknown>>
}

const answersTo = (form: string | null): Record<string, unknown> => {
  const read = readWorkItemForm(form === null ? null : JSON.parse(form))
  return Object.fromEntries(
    (read ? fieldsOf(read) : []).flatMap((field) =>
      field.required && field.name !== null ? [[field.name, field.allowedValues[0]?.value ?? 'some text']] : [],
    ),
  )
}

/** Hands out objects of a test sandbox, each only once, so that what one request does to its object never meets another request. */
export class Targets {
  readonly #sandbox: TestSandbox
  readonly #workItems: ReadonlyMap<WorkItemKind, WorkItemTarget[]>
  readonly #identities: IdentityTable[]

  private constructor(sandbox: TestSandbox, workItems: ReadonlyMap<WorkItemKind, WorkItemTarget[]>, identities: IdentityTable[]) {
    this.#sandbox = sandbox
    this.#workItems = workItems
    this.#identities = identities
  }

  static async of(sandbox: TestSandbox): Promise<Targets> {
    const { store } = sandbox
    const items = await store.selectFrom('work_item').selectAll().where('is_open', '=', 1).orderBy('id').execute()
    const approvals = await store.selectFrom('approval_item').selectAll().orderBy('id').execute()
    const kinds = new Map<WorkItemKind, WorkItemTarget[]>([
      ['approval', []],
      ['plain', []],
      ['form', []],
    ])
    for (const item of items) {
      const own = approvals.filter((approval) => approval.work_item_id === item.id)
      const target = { id: item.id, approvalItemId: own[0]?.id ?? '', answers: answersTo(item.form) }
      if (item.form !== null) kinds.get('form')?.push(target)
      else if (own.length === 0) kinds.get('plain')?.push(target)
      else if (own.every(({ state }) => state === null || state === 'Pending')) kinds.get('approval')?.push(target)
    }
    const identities = await store
      .selectFrom('identity')
      .selectAll()
      .where('persona', 'is', null)
      .where('correlated', '=', 1)
      .where('protected', '=', 0)
      .where('is_manager', '=', 0)
      .where('status', '=', 'REGISTERED')
      .where('email', 'is not', null)
      .where('id', 'not in', store.selectFrom('owned_object').select('owner_id'))
      .orderBy('id')
      .execute()
    return new Targets(sandbox, kinds, identities)
  }

  /** An open work item of that kind, given to the persona. */
  async workItem(kind: WorkItemKind, owner: Persona['key']): Promise<WorkItemTarget> {
    const target = this.#workItems.get(kind)?.shift()
    if (!target) throw new Error(`The test sandbox has no ${kind} item left; start it with more.`)
    const { id, name } = await this.#person(owner)
    await this.#sandbox.store
      .updateTable('work_item')
      .set({ owner_id: id, owner_name: name })
      .where('id', '=', target.id)
      .execute()
    return target
  }

  /** An ordinary identity that reports to the persona. */
  async identity(manager: Persona['key'], status = 'REGISTERED'): Promise<string> {
    const target = this.#identities.shift()
    if (!target) throw new Error('The test sandbox has no ordinary identity left; start it with more.')
    const { id, name } = await this.#person(manager)
    await this.#sandbox.store
      .updateTable('identity')
      .set({ manager_id: id, manager_name: name, status })
      .where('id', '=', target.id)
      .execute()
    return target.id
  }

  /** The id of a role assignment of that identity. */
  async roleAssignment(identityId: string): Promise<string> {
    const { store } = this.#sandbox
    const role = await store.selectFrom('owned_object').select('id').where('type', '=', 'ROLE').executeTakeFirstOrThrow()
    const id = `assignment-of-${identityId}`
    await store
      .insertInto('role_assignment')
      .values({
        id,
        identity_id: identityId,
        role_id: role.id,
        added: 0,
        starts: null,
        removes: null,
        comments: null,
        assignment_source: 'UI',
        assigner_id: null,
        assigner_name: null,
        context: null,
        account_targets: '[]',
      })
      .execute()
    return id
  }

  /** A task the persona started, just now or long ago. */
  async task(launcher: Persona['key'], isFinished: boolean): Promise<string> {
    const { store } = this.#sandbox
    await this.#sandbox.call('admin', 'POST', '/v2024/identities/process', { identityIds: [await this.identity('admin')] })
    const { id, created } = await store.selectFrom('task').selectAll().orderBy('seq', 'desc').executeTakeFirstOrThrow()
    const { alias } = await store.selectFrom('identity').select('alias').where('persona', '=', launcher).executeTakeFirstOrThrow()
    await store
      .updateTable('task')
      .set({ launcher: alias, created: isFinished ? created - 3_600_000 : created })
      .where('id', '=', id)
      .execute()
    return id
  }

  async #person(key: Persona['key']): Promise<{ id: string; name: string }> {
    return this.#sandbox.store.selectFrom('identity').select(['id', 'name']).where('persona', '=', key).executeTakeFirstOrThrow()
  }
}
