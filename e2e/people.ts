import createClient from 'openapi-fetch'
import type { Client } from 'openapi-fetch'
import { expect } from 'playwright/test'
import type { Page } from 'playwright/test'
import { and, eq, formatFilter } from '#contract/filter-builder.ts'
import type { paths as IdentityPaths } from '#contract/generated/identities.ts'
import { readIdentities } from '#contract/identity.ts'
import type { Identity } from '#contract/identity.ts'
import { readOwnership } from '#contract/ownership.ts'
import { signIn } from './desk.ts'
import type { Persona, Stack } from './stack.ts'

/** The tenant's identity operations as a persona, with the same personal access token as its work items. */
export const identitiesAs = async (stack: Stack, persona: Persona): Promise<Client<IdentityPaths>> =>
  createClient<IdentityPaths>({
    baseUrl: `${stack.tenantUrl}/v2024`,
    headers: { Authorization: `Bearer ${await stack.tokenOf(persona)}` },
  })

export const identitiesAsAdmin = (stack: Stack): Promise<Client<IdentityPaths>> => identitiesAs(stack, 'admin')

export interface Reachable extends Identity {
  readonly name: string
  readonly alias: string
  readonly email: string
}

/** Everybody of one status, sorted by name; uncorrelated people too. */
export async function peopleWithStatus(identities: Client<IdentityPaths>, status: string): Promise<Identity[]> {
  const people: Identity[] = []
  for (let offset = 0; ; offset += 250) {
    const query = { filters: formatFilter(eq('cloudStatus', status)), defaultFilter: 'NONE', limit: 250, offset } as const
    // oxlint-disable-next-line no-await-in-loop -- page by page
    const { data } = await identities.GET('/identities', { params: { query } })
    const page = readIdentities(data)
    people.push(...page)
    if (page.length < 250) return people
  }
}

const isReachable = (person: Identity): person is Reachable =>
  person.name !== null && person.alias !== null && person.email !== null

/** Those who have an address that begins with their account name: nobody shares it. */
export const withOwnAddress = (people: readonly Identity[]): Reachable[] =>
  people.filter(isReachable).filter(({ alias, email }) => email.startsWith(`${alias}@`))

/** The person with this account name. */
export async function personCalled(identities: Client<IdentityPaths>, alias: string): Promise<Identity> {
  const query = { filters: formatFilter(eq('alias', alias)), defaultFilter: 'NONE' as const }
  const { data } = await identities.GET('/identities', { params: { query } })
  const [person] = readIdentities(data)
  if (!person) throw new Error(`Nobody is called ${alias}.`)
  return person
}

/** A registered person whom nothing keeps from being deleted: no manager, not protected, owning nothing, no work items included. */
export async function somebodyDispensable(
  identities: Client<IdentityPaths>,
): Promise<Identity & { name: string; alias: string }> {
  const query = { filters: formatFilter(and(eq('protected', false), eq('cloudStatus', 'REGISTERED'))) }
  const { data } = await identities.GET('/identities', { params: { query } })
  for (const person of readIdentities(data)) {
    const { name, alias, isManager } = person
    if (isManager || name === null || alias === null) continue
    // oxlint-disable-next-line no-await-in-loop -- mostly the first one will do
    const owned = await identities.GET('/identities/{identityId}/ownership', { params: { path: { identityId: person.id } } })
    if (readOwnership(owned.data).kind === 'owns-nothing') return { ...person, name, alias }
  }
  throw new Error('Everybody owns something.')
}

/** Opens somebody's page by its link, as someone would who was sent it. */
export async function openPerson(page: Page, stack: Stack, person: Pick<Identity, 'id' | 'name'>): Promise<void> {
  await page.goto(`${stack.url}/identities/${person.id}`)
  await expect(page.getByRole('heading', { level: 1, name: person.name ?? '' })).toBeVisible()
}

/** Whoever has this account name, their page opened by the persona, who signs in for it. */
export async function openedPerson(page: Page, stack: Stack, persona: Persona, alias: string): Promise<Identity> {
  const person = await personCalled(await identitiesAsAdmin(stack), alias)
  await signIn(page, stack, persona)
  await openPerson(page, stack, person)
  return person
}

/** The rows of the list of people. */
export const peopleRows = (page: Page) => page.getByRole('list', { name: 'People' }).getByRole('link')

/** The section of a person's page with this heading. */
export const sectionOf = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true })
