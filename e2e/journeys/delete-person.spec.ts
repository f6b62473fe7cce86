import { sendNow } from '../desk.ts'
import { expect, test } from '../fixtures.ts'
import { identitiesAsAdmin, openedPerson, openPerson, sectionOf, somebodyDispensable } from '../people.ts'

test('an admin may not delete somebody who owns things, and deletes somebody who does not', async ({
  page,
  stack,
  expectAccessible,
}) => {
  const identities = await identitiesAsAdmin(stack)
  const person = await somebodyDispensable(identities)
  await openedPerson(page, stack, 'admin', 'anna.schmidt')
  await expect(sectionOf(page, 'Owns')).toContainText('Roles (1)')
  await page.getByRole('button', { name: 'Delete…' }).click()
  const refused = page.getByRole('dialog', { name: 'Delete Anna Schmidt?' })
  const checks = refused.getByRole('list', { name: 'Before a deletion' })
  await expect(checks).toContainText('Owns things in SailPoint2')
  await expect(checks).toContainText('Others report to this personYes')
  await expect(checks).toContainText('Open work items wait for this personNo')
  await expect(refused).toContainText('Somebody else must take these over first.')
  await expect(refused.getByRole('button', { name: 'Delete this person' })).toBeDisabled()
  await expectAccessible()
  await page.keyboard.press('Escape')

  // What cannot be read is no permission either.
  await openPerson(page, stack, person)
  await stack.fault({ operation: 'getIdentityOwnershipDetails', kind: '500-before', times: 40 })
  await page.getByRole('button', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog', { name: `Delete ${person.name}?` })
  await expect(dialog).toContainText('Not everything could be read, so nothing is deleted.', { timeout: 45_000 })
  await expect(dialog.getByRole('button', { name: 'Delete this person' })).toBeDisabled()
  await expectAccessible()
  await stack.clearFaults()
  await dialog.getByRole('button', { name: 'Look again' }).click()
  await expect(dialog.getByRole('button', { name: 'Delete this person' })).toBeEnabled({ timeout: 30_000 })
  await dialog.getByRole('textbox', { name: 'Ticket' }).fill('HR-12')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Made twice by mistake.')
  const typed = dialog.getByRole('textbox', { name: /^Type / })
  if ((await typed.count()) > 0) await typed.fill(person.alias)
  await dialog.getByRole('button', { name: 'Delete this person' }).click()
  await sendNow(page)
  await expect(page.getByRole('heading', { level: 1, name: `${person.name} is deleted` })).toBeAttached({ timeout: 45_000 })
  await expect(page.getByText(/SailPoint was asked again at .* the identity is not there any more/)).toBeVisible()
  await expectAccessible()
  const { response } = await identities.GET('/identities/{id}', { params: { path: { id: person.id } } })
  expect(response.status).toBe(404)
  expect((await stack.effects()).map(({ operation }) => operation)).toEqual(['deleteIdentity'])
})
