import { expect, test } from 'vitest'
import { openStore } from '../store/open.ts'
import type { SandboxStore } from '../store/open.ts'
import { seedObjectsIfMissing } from './objects.ts'
import { seedIfEmpty } from './seed.ts'

const now = Date.parse('2026-03-04T09:00:00Z')

async function company(identities = 300): Promise<SandboxStore> {
  const store = await openStore(':memory:')
  await seedIfEmpty(store, { seed: 20, identities, openItems: 20, now })
  return store
}

const contents = async (store: SandboxStore) => ({
  objects: await store.selectFrom('owned_object').selectAll().orderBy('id').execute(),
  assignments: await store.selectFrom('role_assignment').selectAll().orderBy('id').execute(),
})

test('a company gets its objects once, and the same number gives the same ones', async () => {
  const [one, same] = [await company(), await company()]
  expect(await seedObjectsIfMissing(one)).toBe(true)
  const before = await contents(one)
  expect(await seedObjectsIfMissing(one)).toBe(false)
  expect(await contents(one)).toEqual(before)
  await seedObjectsIfMissing(same)
  expect(await contents(same)).toEqual(before)
})

test('a store without a company gets none', async () => {
  expect(await seedObjectsIfMissing(await openStore(':memory:'))).toBe(false)
})

test('objects belong to people who exist: managers, one of two namesakes, and nobody owns all', async () => {
  const store = await company()
  await seedObjectsIfMissing(store)
  const { objects } = await contents(store)
  const people = await store.selectFrom('identity').selectAll().execute()
  const owners = people.filter(({ id }) => objects.some((object) => object.owner_id === id))
  expect(new Set(objects.map(({ type }) => type))).toEqual(
    new Set(['ROLE', 'SOURCE', 'ACCESS_PROFILE', 'APPLICATION', 'CAMPAIGN', 'GOVERNANCE_GROUP']),
  )
  expect(owners.length).toBeGreaterThan(8)
  expect(owners.filter(({ name }) => name === 'Anna Schmidt')).toHaveLength(1)
  const counts = owners.map(({ id }) => objects.filter((object) => object.owner_id === id).length)
  expect(Math.min(...counts)).toBe(1)
})

test('roles are given by rule and on request, some for a time only', async () => {
  const store = await company()
  await seedObjectsIfMissing(store)
  const { assignments } = await contents(store)
  expect(new Set(assignments.map(({ assignment_source: source }) => source))).toEqual(
    new Set(['MEMBERSHIP', 'UI', 'ACCESS_REQUEST']),
  )
  expect(assignments.some(({ removes }) => removes !== null && removes > now)).toBe(true)
  expect(assignments.some(({ starts }) => starts !== null)).toBe(true)
  expect(assignments.some(({ assigner_id: assigner, assignment_source: source }) => assigner === null && source === 'UI')).toBe(
    true,
  )
  const byRule = assignments.find(({ context }) => context !== null)
  expect(byRule?.context).toMatch(/"computedDate":"[A-Z][a-z]{2} [A-Z][a-z]{2} \d{2} \d{2}:\d{2}:\d{2}"/)
})

test('a large company gets no more than a middling one, so that it is seeded as quickly', async () => {
  const store = await company(3_000)
  await seedObjectsIfMissing(store)
  const { assignments } = await contents(store)
  expect(new Set(assignments.map(({ identity_id: id }) => id)).size).toBeLessThanOrEqual(2_000)
})
