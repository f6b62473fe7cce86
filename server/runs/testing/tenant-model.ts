/** A tenant of a few lines that remembers what it was asked and what it did; test support. */
import { isRecord } from '#contract/json.ts'
import { refusal } from './model-answer.ts'
import { PeopleModel } from './people-model.ts'

export interface ModelItem {
  id: string
  name: string
  ownerId: string
  state: string
  modified: string
  completed: string | null
  approvalItems: { id: string; state: string; name: string }[]
  form: null | { sections: { formItems: { name: string; value: unknown }[] }[] }
}

/** Something that changed a work item; the oracle of the tests. */
export interface Effect {
  readonly operation: string
  readonly itemId: string
  readonly approvalItemId: string | null
}

export interface ModelAnswer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Record<string, string>
}

export class TenantModel {
  readonly items = new Map<string, ModelItem>()
  readonly effects: Effect[] = []
  /** What it answers about people, and does to them. */
  readonly people = new PeopleModel(this.effects, () => this.naive)
  readonly requests: { method: string; path: string; at: number; language: string | null }[] = []
  /** Answers every read in place of what there is. */
  readsAnswer: ModelAnswer | undefined
  /** A tenant without state guards: applies every write again. */
  naive = false

  /** An open work item with `approvals` approval items, owned by `me`. */
  add(id: string, approvals = 2): ModelItem {
    const item: ModelItem = {
      id,
      name: `Work item ${id}`,
      ownerId: 'me',
      state: 'Pending',
      modified: '2026-03-01T08:00:00.000Z',
      completed: null,
      approvalItems: Array.from({ length: approvals }, (_, index) => ({
        id: `${id}-a${index}`,
        state: 'Pending',
        name: 'costCentre',
      })),
      form: null,
    }
    this.items.set(id, item)
    return item
  }

  writesTo(id: string): number {
    return this.requests.filter(({ method, path }) => method === 'POST' && path.split('/').includes(id)).length
  }

  effectsOn(id: string): Effect[] {
    return this.effects.filter(({ itemId }) => itemId === id)
  }

  /** A page of the open work items of `ownerId`, or of `me`. */
  list(query: URLSearchParams, at = 0): ModelAnswer {
    this.requests.push({ method: 'GET', path: '/beta/work-items', at, language: null })
    if (this.readsAnswer) return this.readsAnswer
    const ownerId = query.get('ownerId') ?? 'me'
    const open = [...this.items.values()].filter((item) => item.state === 'Pending' && item.ownerId === ownerId)
    const [offset, limit] = [Number(query.get('offset') ?? 0), Number(query.get('limit') ?? 250)]
    const body = structuredClone(open.slice(offset, offset + limit))
    return { status: 200, body, headers: { 'x-total-count': String(open.length) } }
  }

  /** `path` begins with the version: `/beta/work-items/…`. */
  answer(
    method: string,
    path: string,
    body: unknown,
    at = 0,
    language: string | null = null,
    query = new URLSearchParams(),
  ): ModelAnswer {
    this.requests.push({ method, path, at, language })
    if (method === 'GET' && this.readsAnswer) return this.readsAnswer
    if (path.startsWith('/v2024/')) return this.people.answer(method, path.slice('/v2024/'.length), body, query, at)
    if (path === '/beta/work-items/count') return this.people.countOpenItems(query.get('ownerId') ?? '')
    const [, , , ...rest] = path.split('/')
    const [first = '', second, third] = rest
    const bulk = first === 'bulk-approve' || first === 'bulk-reject'
    const item = this.items.get(bulk ? (second ?? '') : first)
    if (!item) return refusal(404, 'The work item does not exist.')
    if (method === 'GET') return { status: 200, body: item }
    if (!this.naive && item.state !== 'Pending') return refusal(400, 'The work item is no longer open.')
    if (bulk)
      return this.#decide(
        item,
        item.approvalItems.map(({ id }) => id),
        first === 'bulk-approve' ? 'Finished' : 'Rejected',
        first,
      )
    if (second === 'approve' || second === 'reject') {
      return this.#decide(item, [third ?? ''], second === 'approve' ? 'Finished' : 'Rejected', second)
    }
    if (second === 'forward') {
      item.ownerId = isRecord(body) && typeof body['targetOwnerId'] === 'string' ? body['targetOwnerId'] : item.ownerId
      return this.#changed(item, 'forward', null, undefined)
    }
    if (second === 'submit-account-selection') {
      for (const field of item.form?.sections.flatMap(({ formItems }) => formItems) ?? []) {
        if (isRecord(body)) field.value = body[field.name]
      }
    }
    item.state = 'Finished'
    return this.#changed(item, second ?? 'complete', null, item)
  }

  #decide(item: ModelItem, ids: readonly string[], verdict: string, operation: string): ModelAnswer {
    const approvals = item.approvalItems.filter(({ id, state }) => ids.includes(id) && (this.naive || state === 'Pending'))
    if (approvals.length === 0) return refusal(400, 'The approval item was already decided.')
    for (const approval of approvals) approval.state = verdict
    if (item.approvalItems.every(({ state }) => state !== 'Pending')) item.state = verdict
    for (const { id } of approvals.slice(1)) this.effects.push({ operation, itemId: item.id, approvalItemId: id })
    return this.#changed(item, operation, approvals[0]?.id ?? null, item)
  }

  #changed(item: ModelItem, operation: string, approvalItemId: string | null, body: unknown): ModelAnswer {
    this.effects.push({ operation, itemId: item.id, approvalItemId })
    item.modified = new Date(Date.parse(item.modified) + 1_000).toISOString()
    if (item.state !== 'Pending') item.completed = item.modified
    return { status: 200, body: structuredClone(body) }
  }
}

/** The answer as the page would have shown it. */
export const seenOf = (item: ModelItem, ageMs = 1_000) => ({
  ageMs,
  name: item.name,
  ownerId: item.ownerId,
  state: item.state,
  modified: item.modified,
  approvalItems: item.approvalItems.map(({ id, state, name }) => ({ id, state, attribute: name })),
})
