import { sendNow, signIn, startingWith } from '../desk.ts'
import { expect, test, watchForComplaints } from '../fixtures.ts'
import { identitiesAs, openedPerson, peopleRows, personCalled, sectionOf } from '../people.ts'

test('helpdesk finds one of two namesakes by keyboard, sends a password mail, and others see its clock', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
  browser,
  complaints,
}) => {
  const anna = await personCalled(await identitiesAs(stack, 'helpdesk'), 'anna.schmidt2')
  await signInAs('helpdesk', '/identities')
  await expect(peopleRows(page)).not.toHaveCount(0)
  await expect(page.getByText('correlated people only')).toBeVisible()
  await expectAccessible()

  await page.keyboard.press('/')
  await page.keyboard.type('schmidt anna')
  await expect(peopleRows(page)).toHaveCount(2)
  await expect(page.getByText(/1–2 of 2 people/)).toBeVisible()
  await expect(page).toHaveURL(/q=schmidt\+anna/)
  await expectAccessible()
  await peopleRows(page).first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(peopleRows(page).filter({ hasText: 'anna.schmidt2' })).toBeFocused()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'Anna Schmidt' })).toBeFocused()
  await expect(page.getByText('3 others have nearly the same name:')).toBeVisible()
  await expect(sectionOf(page, 'Done through Countersign')).toContainText('Nothing has been done for this person')
  await expectAccessible()

  await page.getByRole('button', { name: 'Send password e-mail…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Send Anna Schmidt a password e-mail' })
  await expect(dialog.getByRole('radio', { name: startingWith('E-mail to the work address') })).toBeChecked()
  await expect(dialog.getByRole('radio')).toHaveCount(4)
  await expect(dialog).toContainText('anna.schmidt2@')
  await expectAccessible()
  await dialog.getByRole('textbox', { name: 'Note (optional)' }).fill('INC-1041')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/Will be sent at/).first()).toBeVisible()
  await sendNow(page)
  const clock = sectionOf(page, 'Done through Countersign')
  await expect(clock).toContainText(/Password e-mail by you \(e-mail to the work address\).*link good until .* minutes left/, {
    timeout: 30_000,
  })
  await expect(sectionOf(page, 'What you did here')).toContainText('Note: INC-1041')
  await expectAccessible()
  const effects = await stack.effects()
  expect(effects.map(({ operation }) => operation)).toEqual(['sendIdentityVerificationAccountToken'])

  // "Did you get it?" is answered by whoever is asked.
  const context = await browser.newContext()
  const elsewhere = await context.newPage()
  watchForComplaints(elsewhere, complaints)
  await signIn(elsewhere, stack, 'admin', `/identities/${anna.id}`)
  await expect(sectionOf(elsewhere, 'Done through Countersign')).toContainText(
    /Password e-mail by Jonas Weber.*link good until .* minutes left/,
  )
  await elsewhere.getByRole('button', { name: 'Send password e-mail…' }).click()
  await expect(elsewhere.getByRole('dialog')).toContainText(/An e-mail sent by Jonas Weber is still good until/)
  await expectAccessible(elsewhere)
  await context.close()
})

test('what the tenant refuses is a plain sentence in its place', async ({ page, stack }) => {
  await openedPerson(page, stack, 'helpdesk', 'anna.schmidt')
  await page.getByRole('button', { name: 'Send password e-mail…' }).click()
  await page.getByRole('textbox', { name: 'Password of (optional)' }).fill('No such source')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await sendNow(page)
  await expect(sectionOf(page, 'What you did here')).toContainText(/SailPoint refused.*sourceName names no source/, {
    timeout: 30_000,
  })
  await expect(sectionOf(page, 'Done through Countersign')).toContainText('Nothing has been done')
})
