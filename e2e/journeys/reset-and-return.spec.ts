import { sendNow } from '../desk.ts'
import { expect, test } from '../fixtures.ts'
import { identitiesAsAdmin, openedPerson, openPerson, personCalled, sectionOf } from '../people.ts'

test('a reset asks for everything first, and the person comes back by a new invitation', async ({
  page,
  stack,
  expectAccessible,
}) => {
  const identities = await identitiesAsAdmin(stack)
  const status = async () => (await personCalled(identities, 'anna.schmidt2')).status?.raw
  const anna = await openedPerson(page, stack, 'helpdesk', 'anna.schmidt2')
  await page.getByRole('button', { name: 'Reset…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Reset Anna Schmidt?' })
  await expect(dialog.getByRole('group', { name: 'Who is meant' })).toContainText('anna.schmidt2@')
  await expect(dialog.getByRole('group', { name: 'Who is meant' })).toBeFocused()
  await expect(dialog).toContainText('3 others have nearly the same name')
  await expect(dialog).toContainText(/Anna Schmidt is signed out everywhere .* loses every elevated user level/)
  await expectAccessible()

  // Nothing goes without a ticket, a reason and, since she manages others, her account name.
  await dialog.getByRole('button', { name: 'Reset this person' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Ticket' })).toBeFocused()
  await expect(dialog.getByRole('textbox', { name: 'Ticket' })).toHaveAccessibleDescription(/Name the ticket/)
  await page.keyboard.type('INC-7')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Lost her telephone, spoke to her manager.')
  await dialog.getByRole('textbox', { name: 'Type anna.schmidt2 to confirm' }).fill('anna.schmidt')
  await dialog.getByRole('button', { name: 'Reset this person' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Type anna.schmidt2 to confirm' })).toBeFocused()
  await expectAccessible()
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')

  // It can be taken back until it is sent.
  await page
    .getByRole('button', { name: /^Take back/ })
    .first()
    .click()
  await expect(page.getByText('Taken back. Nothing was sent.').first()).toBeVisible()
  expect(await status()).toBe('REGISTERED')

  await page.getByRole('button', { name: 'Reset…' }).click()
  await dialog.getByRole('textbox', { name: 'Ticket' }).fill('INC-7')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Lost her telephone.')
  await dialog.getByRole('textbox', { name: 'Type anna.schmidt2 to confirm' }).fill('anna.schmidt2')
  await page.keyboard.press('Enter')
  await sendNow(page)
  await expect(sectionOf(page, 'Done through Countersign')).toContainText('Reset by you', { timeout: 30_000 })
  await expect(sectionOf(page, 'What you did here')).toContainText('Ticket INC-7: Lost her telephone.')
  await expect(page.getByText('E-mail and reset: not before this person has registered.')).toBeVisible()
  expect(await status()).toBe('UNREGISTERED')
  await expectAccessible()

  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await sendNow(page)
  await expect(sectionOf(page, 'Done through Countersign')).toContainText(/Invited by you.*6 days left/, { timeout: 30_000 })
  await expect(sectionOf(page, 'Done through Countersign')).toContainText('SailPoint finished', { timeout: 30_000 })
  await expectAccessible()

  await page.goto(`${stack.tenantUrl}/mail`)
  await page.getByRole('searchbox', { name: 'Recipient’s address' }).fill(anna.email ?? '')
  await page.getByRole('button', { name: 'Show' }).click()
  await page.getByRole('link', { name: 'Register as Anna Schmidt' }).click()
  await page.getByLabel('Password', { exact: true }).fill('a password of my own')
  await page.getByLabel('Password again').fill('a password of my own')
  await page.getByRole('button', { name: 'Register' }).click()
  await expect(page.getByRole('heading', { name: 'You are registered' })).toBeVisible()
  expect(await status()).toBe('REGISTERED')

  await openPerson(page, stack, anna)
  await expect(page.getByRole('button', { name: 'Send password e-mail…' })).toBeEnabled()
  const acts = (await stack.effects()).map(({ operation }) => operation)
  expect(acts).toEqual(['resetIdentity', 'startIdentitiesInvite'])
})
