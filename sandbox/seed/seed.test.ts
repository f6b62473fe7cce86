import { sql } from 'kysely'
import { expect, test } from 'vitest'
import identities from '#contract/generated/identities.json' with { type: 'json' }
import workItems from '#contract/generated/work-items.json' with { type: 'json' }
import { personas } from '../personas.ts'
import { openStore } from '../store/open.ts'
import { seedIfEmpty } from './seed.ts'

const now = Date.parse('2026-03-04T09:00:00Z')
const DAY = 86_400_000

async function company(options: { seed?: number; identities?: number; openItems?: number } = {}) {
  const store = await openStore(':memory:')
  const seeded = await seedIfEmpty(store, { seed: 20, identities: 300, openItems: 150, now, ...options })
  const people = await store
    .selectFrom('identity')
    .selectAll()
    .orderBy(sql`rowid`)
    .execute()
  const items = await store
    .selectFrom('work_item')
    .selectAll()
    .orderBy(sql`rowid`)
    .execute()
  const approvals = await store
    .selectFrom('approval_item')
    .selectAll()
    .orderBy(sql`rowid`)
    .execute()
  return { store, seeded, people, items, approvals }
}

test('the same number gives the same company, another number another', async () => {
  const [one, same, other] = [await company(), await company(), await company({ seed: 21 })]
  expect(same.people).toEqual(one.people)
  expect(same.items).toEqual(one.items)
  expect(same.approvals).toEqual(one.approvals)
  expect(other.items).not.toEqual(one.items)
})

test('a store is seeded once', async () => {
  const { store, seeded } = await company()
  expect(seeded).toBe(true)
  expect(await seedIfEmpty(store, { seed: 5, identities: 60, openItems: 1, now })).toBe(false)
})

test('the manager has exactly the open items asked for, spread over 120 days', async () => {
  const { people, items } = await company()
  const manager = people.find(({ persona }) => persona === 'manager')
  const open = items.filter((item) => item.owner_id === manager?.id && item.is_open === 1)
  expect(open).toHaveLength(150)
  const ages = open.map((item) => now - item.created).sort((a, b) => a - b)
  expect(ages[0]).toBe(3_600_000)
  expect(ages.at(-1)).toBe(120 * DAY)
  expect(ages[75]).toBeLessThan(40 * DAY)
  expect(items.filter((item) => item.owner_id === manager?.id && item.is_open === 0)).toHaveLength(220)
  for (const persona of personas) expect(people.filter((person) => person.persona === persona.key)).toHaveLength(1)
})

test('every type and state of the contract appears, and every identity status', async () => {
  const { people, items, approvals } = await company()
  const { KnownWorkItemType, KnownWorkItemState } = workItems.components.schemas
  expect(new Set(items.map(({ type }) => type))).toEqual(new Set(KnownWorkItemType.enum))
  expect(new Set(items.map(({ state }) => state))).toEqual(new Set([...KnownWorkItemState.enum, null]))
  expect(new Set(people.map(({ status }) => status))).toEqual(new Set(identities.components.schemas.KnownIdentityStatus.enum))
  const verbs = new Set(approvals.map(({ operation }) => operation))
  for (const verb of ['add', 'remove', 'set', 'update', 'disable', 'delete', 'enable', 'unlock', 'reconcile'])
    expect(verbs).toContain(verb)
})

test('items hold from one to nineteen approval items, some of them partly decided', async () => {
  const { items, approvals } = await company()
  const sizes = new Map<string, number>()
  for (const { work_item_id: id } of approvals) sizes.set(id, (sizes.get(id) ?? 0) + 1)
  expect(Math.min(...sizes.values())).toBe(1)
  expect(Math.max(...sizes.values())).toBe(19)
  const partly = items.filter((item) => {
    const states = approvals.filter((approval) => approval.work_item_id === item.id).map(({ state }) => state)
    return item.is_open === 1 && states.includes('Finished') && states.some((state) => state === 'Pending' || state === null)
  })
  expect(partly.length).toBeGreaterThan(2)
  // No open item has everything decided: it would have finished by itself.
  for (const item of items.filter(({ is_open: open, has_approval_items: has }) => open === 1 && has === 1)) {
    const states = approvals.filter((approval) => approval.work_item_id === item.id).map(({ state }) => state)
    expect(states.some((state) => state === 'Pending' || state === null)).toBe(true)
  }
})

test('forms come with one section, two, nested ones, and a field of an unknown kind', async () => {
  const { items } = await company()
  const forms = items.flatMap((item) => (item.form === null ? [] : [item.form]))
  expect(forms.some((form) => (form.match(/"formItems"/g) ?? []).length === 1)).toBe(true)
  expect(forms.some((form) => (form.match(/"formItems"/g) ?? []).length === 3)).toBe(true)
  for (const kind of ['select', 'radio', 'checkbox', 'datePicker'])
    expect(forms.some((form) => form.includes(`"${kind}"`))).toBe(true)
})

test('namesakes, shared mailboxes, uncorrelated and protected people are there', async () => {
  const { people, items } = await company()
  expect(people.filter(({ name }) => name === 'Anna Schmidt').map(({ alias }) => alias)).toEqual([
    'anna.schmidt',
    'anna.schmidt2',
  ])
  expect(people.filter(({ email }) => email === 'frontdesk@larkfield.example').length).toBeGreaterThan(1)
  expect(people.filter(({ correlated }) => correlated === 0).length).toBeGreaterThan(1)
  expect(people.filter((person) => person.protected === 1).length).toBeGreaterThan(1)
  expect(items.some(({ owner_id: owner }) => owner === null)).toBe(true)
  expect(items.some(({ requester_id: requester }) => requester === null)).toBe(true)
})

test('a small company still has its personas', async () => {
  const { people, items } = await company({ identities: 50, openItems: 0 })
  expect(people).toHaveLength(50)
  expect(items.filter(({ is_open: open }) => open === 1).length).toBeGreaterThan(10)
})
