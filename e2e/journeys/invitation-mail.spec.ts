import type { Client } from 'openapi-fetch'
import type { paths as IdentityPaths } from '#contract/generated/identities.ts'
import { readIdentities, readIdentity } from '#contract/identity.ts'
import type { Identity } from '#contract/identity.ts'
import { readTaskStatus } from '#contract/task-status.ts'
import { expect, test } from '../fixtures.ts'
import { identitiesAsAdmin } from '../people.ts'

/** The tenant wants to know that we know these operations may change. */
const header = { 'X-SailPoint-Experimental': 'true' }

/** The first person who was never invited and has a mailbox of their own. */
async function somebodyUninvited(identities: Client<IdentityPaths>): Promise<Identity & { email: string }> {
  const { data } = await identities.GET('/identities', { params: { query: { filters: 'cloudStatus eq "UNREGISTERED"' } } })
  const people = readIdentities(data)
  const found = people.find(({ email }) => email !== null && people.filter((other) => other.email === email).length === 1)
  if (!found || found.email === null) throw new Error('Everybody in the tenant has been invited.')
  return { ...found, email: found.email }
}

test('an invitation mail is followed to the end: its reader sets a password and is registered', async ({
  page,
  stack,
  expectAccessible,
}) => {
  const identities = await identitiesAsAdmin(stack)
  const person = await somebodyUninvited(identities)
  const read = async () => {
    const { data } = await identities.GET('/identities/{id}', { params: { path: { id: person.id } } })
    return readIdentity(data)?.status?.raw
  }
  const started = await identities.POST('/identities/invite', {
    params: { header },
    body: { ids: [person.id], uninvited: false },
  })
  expect(started.response.status).toBe(202)
  const taskId = readTaskStatus(started.data)?.id ?? ''
  expect(await read()).toBe('PENDING')

  await page.goto(stack.tenantUrl)
  await expectAccessible()
  await page.getByRole('link', { name: 'Mail' }).click()
  await page.getByRole('searchbox', { name: 'Recipient’s address' }).fill(person.email)
  await page.getByRole('button', { name: 'Show' }).click()
  await expectAccessible()
  await page.getByRole('link', { name: `Register as ${person.name}` }).click()
  await expect(page.getByRole('heading', { name: 'Register' })).toBeVisible()
  await expectAccessible()

  await page.getByLabel('Password', { exact: true }).fill('too short')
  await page.getByLabel('Password again').fill('too short')
  await page.getByRole('button', { name: 'Register' }).click()
  await expect(page.getByRole('alert')).toContainText('at least 12 characters')
  await expectAccessible()
  expect(await read()).toBe('PENDING')

  await page.getByLabel('Password', { exact: true }).fill('a password of my own')
  await page.getByLabel('Password again').fill('a password of my own')
  await page.getByRole('button', { name: 'Register' }).click()
  await expect(page.getByRole('heading', { name: 'You are registered' })).toBeVisible()
  await expectAccessible()
  expect(await read()).toBe('REGISTERED')

  await page.getByRole('link', { name: 'Back to the mail' }).click()
  await expect(page.getByText('The link was used.')).toBeVisible()
  await page.getByRole('link', { name: `Register as ${person.name}` }).click()
  await expect(page.getByText('This link was used before.')).toBeVisible()
  await expectAccessible()

  const task = () => identities.GET('/task-status/{id}', { params: { path: { id: taskId } } })
  await expect.poll(async () => readTaskStatus((await task()).data)?.completionStatus?.raw, { timeout: 20_000 }).toBe('SUCCESS')
})

test('somebody already registered gets no mail, and the task says so', async ({ page, stack, expectAccessible }) => {
  const identities = await identitiesAsAdmin(stack)
  const { data } = await identities.GET('/identities', { params: { query: { filters: 'alias eq "amara.okafor"' } } })
  const [amara] = readIdentities(data)
  const started = await identities.POST('/identities/invite', {
    params: { header },
    body: { ids: [amara?.id ?? ''], uninvited: false },
  })
  const id = readTaskStatus(started.data)?.id ?? ''
  const task = () => identities.GET('/task-status/{id}', { params: { path: { id } } })
  await expect.poll(async () => readTaskStatus((await task()).data)?.completionStatus?.raw, { timeout: 20_000 }).toBe('WARNING')
  await page.goto(`${stack.tenantUrl}/mail`)
  await expect(page.getByText('Nothing has been sent yet.')).toBeVisible()
  await expectAccessible()
})

test.describe('in the dark, on a phone', () => {
  test.use({ colorScheme: 'dark', viewport: { width: 390, height: 800 } })

  test("the tenant's own pages can be read", async ({ page, stack, expectAccessible }) => {
    const identities = await identitiesAsAdmin(stack)
    const person = await somebodyUninvited(identities)
    await identities.POST('/identities/invite', { params: { header }, body: { ids: [person.id], uninvited: false } })
    for (const path of ['/', '/mail', '/logout', '/register/unknown']) {
      await page.goto(`${stack.tenantUrl}${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    }
  })
})
