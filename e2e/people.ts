import createClient from 'openapi-fetch'
import type { Client } from 'openapi-fetch'
import { eq, formatFilter } from '#contract/filter-builder.ts'
import type { paths as IdentityPaths } from '#contract/generated/identities.ts'
import { readIdentities } from '#contract/identity.ts'
import type { Identity } from '#contract/identity.ts'
import type { Stack } from './stack.ts'

/** The tenant's identity operations as the administrator, with the same personal access token as its work items. */
export async function identitiesAsAdmin(stack: Stack): Promise<Client<IdentityPaths>> {
  const workItems = await stack.tenant('admin')
  let authorization = ''
  workItems.use({
    onRequest: ({ request }) => {
      authorization = request.headers.get('authorization') ?? ''
    },
  })
  await workItems.GET('/work-items/count')
  return createClient<IdentityPaths>({
    baseUrl: `${stack.tenantUrl}/v2024`,
    headers: { Authorization: authorization },
  })
}

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
