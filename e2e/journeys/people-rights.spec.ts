import { sendNow } from '../desk.ts'
import { expect, test } from '../fixtures.ts'
import { identitiesAsAdmin, openPerson, peopleRows, personCalled, sectionOf } from '../people.ts'

test('somebody who may not look up people is told so, and nothing else breaks', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  const anna = await personCalled(await identitiesAsAdmin(stack), 'anna.schmidt')
  await signInAs('colleague', '/identities')
  await expect(page.getByText('You may not look up people')).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveCount(0)
  await expectAccessible()
  await page.goto(`${stack.url}/identities/${anna.id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'You may not see this person' })).toBeAttached()
  await expectAccessible()
})

test('a manager reads what the tenant shows; the rest is a sentence in its place', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  const stranger = await personCalled(await identitiesAsAdmin(stack), 'priya.nader')
  await signInAs('manager', '/identities')
  await expect(peopleRows(page)).not.toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Invite…' })).toHaveCount(0)
  await openPerson(page, stack, stranger)
  await expect(sectionOf(page, 'Roles')).toContainText('SailPoint does not let you see this.')
  await expect(sectionOf(page, 'Owns')).toContainText('SailPoint does not let you see this.')
  await expect(sectionOf(page, 'Open work items')).toContainText('Only administrators may look')
  await expect(sectionOf(page, 'Attributes')).toContainText('department')
  await expectAccessible()

  // A level of the tenant's own may allow more than one can know: trying is possible, and a refusal is a sentence.
  const acts = sectionOf(page, 'What you can do')
  await expect(acts).toContainText('Countersign does not know whether your user levels (IDENTITY_VIEWER) let you act')
  await acts.getByRole('button', { name: 'Show what could be tried' }).click()
  await acts.getByRole('button', { name: 'Process' }).click()
  await sendNow(page)
  await expect(sectionOf(page, 'What you did here')).toContainText('SailPoint refused to process', { timeout: 30_000 })
  await expectAccessible()
  expect(await stack.effects()).toEqual([])
})
