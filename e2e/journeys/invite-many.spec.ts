import { readFile } from 'node:fs/promises'
import { readCsv } from '#contract/csv.ts'
import type { Identity } from '#contract/identity.ts'
import type { Page } from 'playwright/test'
import { expect, test } from '../fixtures.ts'
import { identitiesAsAdmin, peopleWithStatus, withOwnAddress } from '../people.ts'
import type { Stack } from '../stack.ts'

const DAY = 86_400_000

/** Bytes of a text as spreadsheets save "Unicode text". */
const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le')

const chooseFile = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })

const lookedUp = (page: Page) => expect(page.getByText(/^Looked up with \d+ requests? in/)).toBeVisible({ timeout: 60_000 })

/** What the chips say of a kind. */
const expectKind = (page: Page, kind: string, count: number) =>
  expect(
    page.getByRole('group', { name: 'Show rows' }).getByRole('button', { name: `${kind} ${count}`, exact: true }),
  ).toBeVisible()

const invited = async (stack: Stack): Promise<string[]> =>
  (await stack.effects()).flatMap(({ operation, identityId }) =>
    operation === 'startIdentitiesInvite' ? (identityId ?? []) : [],
  )

async function downloadedFrom(page: Page, name: RegExp): Promise<{ text: string; name: string }> {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  const file = await download
  return { text: await readFile(await file.path(), 'utf8'), name: file.suggestedFilename() }
}

test.describe('a file of 900 rows', () => {
  test.use({ stackOptions: { env: { SANDBOX_IDENTITIES: '6000', SANDBOX_OPEN_ITEMS: '20' } } })
  test.setTimeout(240_000)

  test('with every kind of trouble is looked up, told row by row, mended and sent; what is left over is loaded again', async ({
    page,
    stack,
    signInAs,
    expectAccessible,
  }) => {
    const identities = await identitiesAsAdmin(stack)
    const unregistered = await peopleWithStatus(identities, 'UNREGISTERED')
    const registered = await peopleWithStatus(identities, 'REGISTERED')
    const own = withOwnAddress(unregistered)
    const shared = unregistered.filter(({ email }) => email !== null && !own.some((person) => person.email === email))
    const [firstSharer, secondSharer] = sharersOf(shared)
    const [odd, ...ready] = own
    const gone = (await peopleWithStatus(identities, 'TERMINATED')).slice(0, 12)
    const silent = unregistered.filter(({ email }) => email === null).slice(0, 15)
    const there = withOwnAddress(registered)
    const sent = ready.slice(0, 560)
    const lines = [
      ['Department', 'Work e-mail', 'Login'],
      // A row that says a formula, as exports of other systems do.
      ['=HYPERLINK("http://evil.example")', 'nobody.0@nowhere.example', ''],
      ...Array.from({ length: 24 }, (_, index) => ['Sales', `nobody.${index + 1}@nowhere.example`, '']),
      ...sent.slice(0, 280).map(({ email }) => ['Ops', email.toUpperCase(), '']),
      ...sent.slice(280).map(({ alias }) => ['Ops', '', alias]),
      ['Ops', '', firstSharer.alias ?? ''],
      ['Ops', '', secondSharer.alias ?? ''],
      // An address alone, which several people have.
      ['Ops', firstSharer.email ?? '', ''],
      ['Ops', 'somebody.else@nowhere.example', odd?.alias ?? ''],
      ...gone.map(({ alias }) => ['Ops', '', alias ?? '']),
      ...silent.map(({ alias }) => ['Ops', '', alias ?? '']),
      ...sent.slice(0, 30).map(({ alias }) => ['Twice', '', alias]),
      ['Only a department', '', ''],
    ]
    const there900 = there.slice(0, 900 - (lines.length - 1))
    lines.push(...there900.map(({ email }) => ['Here', email, '']))
    expect(lines).toHaveLength(901)

    await signInAs('helpdesk', '/identities/invite')
    await expect(page.getByRole('heading', { name: 'Invite people' })).toBeVisible()
    await expectAccessible()
    await chooseFile(page, 'new joiners.csv', utf16(lines.map((cells) => cells.map(quoted).join(';')).join('\r\n')))
    await lookedUp(page)
    await expectKind(page, 'All', 900)
    await expectKind(page, 'Will be invited', sent.length + 1)
    await expectKind(page, 'Not found', 25)
    await expectKind(page, 'Several match', 1)
    await expectKind(page, 'Does not agree', 1)
    await expectKind(page, 'Shared e-mail', 1)
    await expectKind(page, 'Cannot be invited', gone.length)
    await expectKind(page, 'No e-mail', silent.length)
    await expectKind(page, 'Duplicate', 30)
    await expectKind(page, 'Names nobody', 1)
    await expectKind(page, 'Already registered', there900.length)
    await expectAccessible()

    // What can be mended is: a contradiction is taken as found, of several one is chosen, one is left out.
    await page.getByRole('button', { name: /^Does not agree/ }).click()
    await page.getByRole('button', { name: `Use ${odd?.name}` }).click()
    await page.getByRole('button', { name: /^Shared e-mail/ }).click()
    await expect(page.getByText(`Shares the address with ${firstSharer.name}`)).toBeVisible()
    await page.getByRole('button', { name: /^Several match/ }).click()
    await page.getByRole('button', { name: /^Choose who line/ }).click()
    const dialog = page.getByRole('dialog', { name: 'Which of them is it?' })
    await expect(dialog).toBeVisible()
    await expectAccessible()
    await dialog.getByRole('button', { name: new RegExp(`\\b${firstSharer.alias}\\b`) }).click()
    await expectKind(page, 'Duplicate', 31)
    await page.getByRole('button', { name: /^Will be invited/ }).click()
    const [left, ...going] = sent
    await page
      .getByRole('button', { name: `Leave out ${left?.name}`, exact: true })
      .first()
      .click()
    await expectKind(page, 'Left out by you', 1)

    // The whole list survives a reload, choices included.
    await page.reload()
    await lookedUp(page)
    await expectKind(page, 'Left out by you', 1)

    const expected = [...going.map(({ id }) => id), firstSharer.id, odd?.id ?? '']
    await page.getByRole('button', { name: `Invite ${expected.length} people…` }).click()
    const review = page.getByRole('dialog', { name: `Invite ${expected.length} people?` })
    await expect(review).toContainText('It goes in 3 requests of at most 250 people')
    await expectAccessible()
    await review.getByRole('button', { name: `Invite ${expected.length} people` }).click()
    await expect(page.getByRole('heading', { name: 'Invitations' })).toBeVisible()
    await expectAccessible()
    await page.getByRole('button', { name: 'Send all now' }).click()
    await expect(page.getByText(`${expected.length} of ${expected.length} people accepted by SailPoint`)).toBeVisible({
      timeout: 60_000,
    })
    await expect(page.getByText('3 of 3 tasks finished')).toBeVisible({ timeout: 60_000 })
    await expectAccessible()
    expect((await invited(stack)).toSorted()).toEqual(expected.toSorted())

    const leftovers = await downloadedFrom(page, /^Download \d+ rows not sent$/)
    expect(leftovers.name).toBe('new joiners - left out.csv')
    const cells = readCsv(leftovers.text)
    expect(cells[0]).toEqual(['Department', 'Work e-mail', 'Login', 'Reason'])
    expect(cells).toHaveLength(901 - expected.length)
    expect(cells[1]).toEqual(['=HYPERLINK("http://evil.example")', 'nobody.0@nowhere.example', '', 'Not found at SailPoint'])

    // A spreadsheet finds no formula in it.
    expect(leftovers.text).toContain(`"'=HYPERLINK(`)

    await page.getByRole('button', { name: 'Invite others' }).click()
    await chooseFile(page, leftovers.name, Buffer.from(leftovers.text))
    await lookedUp(page)
    await expectKind(page, 'All', 900 - expected.length)
    await expectKind(page, 'Not found', 25)
    await expectKind(page, 'No e-mail', silent.length)
    // Whoever was left out by hand, and whoever shared an address, can go now.
    await page.getByRole('button', { name: /^Will be invited/ }).click()
    await expect(page.getByText(left?.alias ?? '').first()).toBeVisible()
  })
})

/** Two who share an address. */
function sharersOf(people: readonly Identity[]): readonly [Identity, Identity] {
  for (const person of people) {
    const other = people.find(({ id, email }) => id !== person.id && email === person.email)
    if (other) return [person, other]
  }
  throw new Error('Nobody shares an address.')
}

const quoted = (cell: string): string => (/[";\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

test('a list that could not be handed over goes once: from the outbox, and is not offered again', async ({
  page,
  stack,
  signInAs,
}) => {
  const identities = await identitiesAsAdmin(stack)
  const people = withOwnAddress(await peopleWithStatus(identities, 'UNREGISTERED')).slice(0, 3)
  await signInAs('helpdesk', '/identities/invite')
  await page.getByLabel('Paste a list').fill(people.map(({ email }) => email).join(', '))
  await page.getByRole('button', { name: 'Check the list' }).click()
  await lookedUp(page)
  const review = page.getByRole('button', { name: 'Invite 3 people…' })
  await review.click()
  await stack.killServer()
  await page.getByRole('dialog').getByRole('button', { name: 'Invite 3 people' }).click()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await stack.startServer()
  await page.reload()
  await lookedUp(page)
  await expect(page.getByText('not handed over; it waits in the outbox below')).toBeVisible()
  await expect(review).toBeDisabled()
  // The same people brought anew wait for it too.
  await page.getByRole('button', { name: 'Another list' }).click()
  await page.getByLabel('Paste a list').fill(people[0]?.email ?? '')
  await page.getByRole('button', { name: 'Check the list' }).click()
  await lookedUp(page)
  await expect(page.getByRole('button', { name: 'Invite 1 person…' })).toBeDisabled()
})

test('a list that the outbox handed over while its page was left is told as sent', async ({ page, stack, signInAs }) => {
  const identities = await identitiesAsAdmin(stack)
  const people = withOwnAddress(await peopleWithStatus(identities, 'UNREGISTERED')).slice(0, 3)
  await signInAs('helpdesk', '/identities/invite')
  await page.getByLabel('Paste a list').fill(people.map(({ email }) => email).join(', '))
  await page.getByRole('button', { name: 'Check the list' }).click()
  await lookedUp(page)
  await page.getByRole('button', { name: 'Invite 3 people…' }).click()
  await stack.killServer()
  await page.getByRole('dialog').getByRole('button', { name: 'Invite 3 people' }).click()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await stack.startServer()
  await page.goto(`${stack.url}/activity`)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden()
  await expect(page.getByText('Handing over…')).toBeHidden()
  await page.goto(`${stack.url}/identities/invite`)
  await expect(page.getByRole('heading', { name: 'Invitations' })).toBeVisible()
  await page.getByRole('list', { name: 'Requests' }).getByRole('button', { name: 'Send now' }).click()
  await expect(page.getByText('3 of 3 people accepted by SailPoint')).toBeVisible({ timeout: 30_000 })
  expect(await invited(stack)).toHaveLength(3)
})

/** Presses while the server is gone, throws away what waits in the outbox, and presses again once it is back: the ids it went under. */
async function pressedTwice(page: Page, stack: Stack, press: () => Promise<void>): Promise<ReadonlySet<string>> {
  const ids = new Set<string>()
  page.on('request', (request) => {
    const runId = /\/desk\/runs\/([0-9a-f-]{36})$/.exec(request.url())?.[1]
    if (request.method() === 'PUT' && runId !== undefined) ids.add(runId)
  })
  await stack.killServer()
  await press()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await stack.startServer()
  await page.getByRole('button', { name: 'Discard' }).click()
  await press()
  return ids
}

test('what was refused is sent again as one run, however often it is pressed for', async ({ page, stack, signInAs }) => {
  const identities = await identitiesAsAdmin(stack)
  const people = withOwnAddress(await peopleWithStatus(identities, 'UNREGISTERED')).slice(0, 3)
  await signInAs('helpdesk', '/identities/invite')
  await page.getByLabel('Paste a list').fill(people.map(({ email }) => email).join(', '))
  await page.getByRole('button', { name: 'Check the list' }).click()
  await lookedUp(page)
  await page.getByRole('button', { name: 'Invite 3 people…' }).click()
  await stack.fault({ operation: 'startIdentitiesInvite', kind: '403' })
  await page.getByRole('dialog').getByRole('button', { name: 'Invite 3 people' }).click()
  const requests = page.getByRole('list', { name: 'Requests' })
  await requests.getByRole('button', { name: 'Send now' }).click()
  const address = page.url()
  const again = requests.getByRole('button', { name: 'Send the people of request 1 again' })
  await expect(again).toBeVisible({ timeout: 30_000 })
  const ids = await pressedTwice(page, stack, () => again.click())
  await expect(requests.getByRole('listitem')).toHaveCount(2)
  expect(ids.size).toBe(1)
  await page.getByRole('button', { name: 'Send all now' }).click()
  await expect(page.getByText('3 of 3 people accepted by SailPoint')).toBeVisible({ timeout: 30_000 })
  // An older address of the run knows of it too.
  await page.goto(address)
  await expect(page.getByText('3 of 3 people accepted by SailPoint')).toBeVisible({ timeout: 30_000 })
  await expect(requests.getByRole('listitem').first()).toContainText('sent again')
  await expect(again).toBeHidden()
  expect(await invited(stack)).toHaveLength(3)
})

test('an answer that never arrives does not hide that everyone uninvited was handed over', async ({ page, stack, signInAs }) => {
  const count = (await peopleWithStatus(await identitiesAsAdmin(stack), 'UNREGISTERED')).length
  await signInAs('admin', '/identities/invite?by=uninvited')
  const field = page.getByLabel(`Type ${count} to confirm`)
  await field.fill(String(count))
  stack.signalServer('SIGSTOP')
  const leaves = page.waitForRequest((request) => request.method() === 'PUT')
  await field.press('Enter')
  await leaves
  await expect(page.getByText('Handing over…')).toBeVisible()
  await page.goto(`${stack.tenantUrl}/mail`)
  stack.signalServer('SIGCONT')
  await page.goto(`${stack.url}/identities/invite?by=uninvited`)
  await expect(page.getByText(`Everyone uninvited (${count} when it was sent)`)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden()
})

test('whose link has ended, and who has not registered, is invited again with one press', async ({
  page,
  stack,
  signInAs,
  expectAccessible,
}) => {
  const identities = await identitiesAsAdmin(stack)
  const people = withOwnAddress(await peopleWithStatus(identities, 'UNREGISTERED')).slice(0, 3)
  const [registers, ...others] = people
  await signInAs('helpdesk', '/identities/invite?by=resend')
  await expect(page.getByText('Nobody to invite again')).toBeVisible()
  await expectAccessible()
  await page.getByRole('link', { name: 'A list' }).click()
  await page.getByLabel('Paste a list').fill(people.map(({ email }) => email).join(', '))
  await page.getByRole('button', { name: 'Check the list' }).click()
  await lookedUp(page)
  await page.getByRole('button', { name: 'Invite 3 people…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Invite 3 people' }).click()
  await page.getByRole('list', { name: 'Requests' }).getByRole('button', { name: 'Send now' }).click()
  await expect(page.getByText('1 of 1 tasks finished')).toBeVisible({ timeout: 30_000 })
  expect(await invited(stack)).toHaveLength(3)

  // One of them registers.
  await page.goto(`${stack.tenantUrl}/mail?to=${registers?.email}`)
  await page.getByRole('link', { name: `Register as ${registers?.name}` }).click()
  await page.getByLabel('Password', { exact: true }).fill('a password of my own')
  await page.getByLabel('Password again').fill('a password of my own')
  await page.getByRole('button', { name: 'Register' }).click()
  await expect(page.getByRole('heading', { name: 'You are registered' })).toBeVisible()

  await stack.moveTime(8 * DAY)
  await page.clock.setSystemTime(Date.now() + 8 * DAY)
  await signInAs('helpdesk', '/identities/invite?by=resend')
  const table = page.getByRole('table', { name: 'People to invite again' })
  await expect(table.getByRole('row')).toHaveCount(3)
  for (const { name } of others)
    await expect(table.getByRole('row', { name: new RegExp(name) })).toContainText('8 days ago by Jonas Weber')
  await expect(page.getByText('1 person registered in the meantime')).toBeVisible()
  await expectAccessible()
  const ids = await pressedTwice(page, stack, () => page.getByRole('button', { name: 'Invite 2 people again' }).click())
  await expect(page.getByRole('heading', { name: 'Invitations' })).toBeVisible()
  expect(ids.size).toBe(1)
  await page.getByRole('list', { name: 'Requests' }).getByRole('button', { name: 'Send now' }).click()
  await expect(page.getByText('2 of 2 people accepted by SailPoint')).toBeVisible({ timeout: 30_000 })
  expect((await invited(stack)).slice(3).toSorted()).toEqual(others.map(({ id }) => id).toSorted())
  await page.goto(`${stack.url}/identities/invite?by=resend`)
  await expect(page.getByText('Nobody to invite again')).toBeVisible()
})

test('everyone uninvited are counted first, and their number is typed', async ({ page, stack, signInAs, expectAccessible }) => {
  const identities = await identitiesAsAdmin(stack)
  const count = (await peopleWithStatus(identities, 'UNREGISTERED')).length
  await signInAs('admin', '/identities/invite?by=uninvited')
  await expect(page.getByText('SailPoint invites at most 1,000 of them at a time.')).toBeVisible()
  await expectAccessible()
  const field = page.getByLabel(`Type ${count} to confirm`)
  await field.fill(String(count + 1))
  await field.press('Enter')
  await expect(page.getByText(`That is not ${count}.`)).toBeVisible()
  await expectAccessible()
  expect(await invited(stack)).toEqual([])
  await field.fill(String(count))
  const ids = await pressedTwice(page, stack, () => field.press('Enter'))
  await expect(page.getByText(`Everyone uninvited (${count} when it was sent)`)).toBeVisible()
  expect(ids.size).toBe(1)
  await page.getByRole('list', { name: 'Requests' }).getByRole('button', { name: 'Send now' }).click()
  await expect(page.getByText('1 of 1 tasks finished')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/SailPoint finished.*\d+ mailed/)).toBeVisible()
  await expectAccessible()
  expect((await invited(stack)).length).toBeGreaterThan(20)
})

test('whoever has no level for it reads why, and a level of the tenant’s own may still try', async ({
  page,
  signInAs,
  expectAccessible,
}) => {
  await signInAs('manager', '/identities/invite')
  await expect(page.getByText('Inviting is for others')).toBeVisible()
  await expect(page.getByText('Your level is IDENTITY_VIEWER')).toBeVisible()
  await expectAccessible()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByLabel('Paste a list')).toBeVisible()
})
