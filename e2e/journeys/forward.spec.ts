import { readWorkItem, readWorkItems } from '#contract/work-item.ts'
import { expectAnnounced, openedItem, openWorkItem, sendNow } from '../desk.ts'
import type { Picked } from '../desk.ts'
import { expect, test } from '../fixtures.ts'

test('a work item goes to the right one of two namesakes, by keyboard', async ({ page, stack, expectAccessible }) => {
  const item = await openedItem(page, stack)
  await page.getByRole('button', { name: 'Forward…' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Forward this work item' })
  await expect(dialog).toContainText(item.name)
  await expectAccessible()

  // Nobody chosen, nothing written: the first thing wrong takes the focus.
  await dialog.getByRole('button', { name: 'Forward', exact: true }).click()
  const search = dialog.getByRole('combobox', { name: 'To' })
  await expect(search).toBeFocused()
  await expect(search).toHaveAccessibleDescription(/Choose who is to get it/)

  await page.keyboard.type('anna schm')
  const people = dialog.getByRole('option')
  await expect(people.filter({ hasText: 'Others have the same name' })).not.toHaveCount(0)
  await expectAccessible()
  // Two of the same name: told apart by account name, e-mail and manager.
  const wanted = people.filter({ hasText: /anna\.schmidt2 · / })
  while ((await wanted.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('group', { name: 'To: Anna Schmidt' })).toContainText('anna.schmidt2')
  await expect(dialog.getByRole('group', { name: 'To: Anna Schmidt' })).toContainText('Others have the same name')
  await dialog.getByRole('button', { name: 'This belongs to your team.' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Comment' })).toBeFocused()

  // What is written survives a reload.
  await dialog.getByRole('textbox', { name: 'Comment' }).fill('Ledger is yours since May.')
  await page.reload()
  await expect(dialog.getByRole('textbox', { name: 'Comment' })).toHaveValue('Ledger is yours since May.')
  await expect(dialog.getByRole('group', { name: 'To: Anna Schmidt' })).toContainText('anna.schmidt2')
  await expect(dialog.getByRole('checkbox')).toBeChecked()
  await dialog.getByRole('checkbox').uncheck()
  await expectAccessible()
  await dialog.getByRole('button', { name: 'Forward', exact: true }).click()
  await sendNow(page)
  await expectAnnounced(page, /Forwarded/)

  // Its old place says where it went.
  await page.goto(`${stack.url}/inbox/${item.id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Forwarded to Anna Schmidt' })).toBeVisible()
  await expectAccessible()
  const admin = await stack.tenant('admin')
  const { data } = await admin.GET('/work-items/{id}', { params: { path: { id: item.id } } })
  const alias = await page.evaluate(
    async (id: string) => {
      const answer = await fetch(`/api/v2024/identities/${id}`, { headers: { 'X-Requested-By': 'app' } })
      const identity: unknown = await answer.json()
      return typeof identity === 'object' && identity !== null && 'alias' in identity ? identity.alias : null
    },
    readWorkItem(data)?.owner?.id ?? '',
  )
  expect(alias).toBe('anna.schmidt2')
  const effects = (await stack.effects()).filter(({ workItemId }) => workItemId === item.id)
  expect(effects.map(({ operation }) => operation)).toEqual(['forwardWorkItem'])
})

test('somebody who may not look up people forwards to a pasted id', async ({ page, stack, signInAs, expectAccessible }) => {
  const colleague = await stack.tenant('colleague')
  const { data: own } = await colleague.GET('/work-items', { params: { query: { limit: 250 } } })
  const item = readWorkItems(own).find((each): each is Picked => each.name !== null)
  if (!item) throw new Error('The colleague has no work item.')
  const helpdesk = await stack.tenant('helpdesk')
  const { data } = await helpdesk.GET('/work-items', { params: { query: { limit: 1 } } })
  const id = readWorkItems(data)[0]?.owner?.id ?? ''
  await signInAs('colleague')
  await openWorkItem(page, stack, item)
  await page.getByRole('button', { name: 'Forward…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Forward this work item' })
  const field = dialog.getByRole('textbox', { name: 'To: Identity id' })
  await expect(field).toHaveAccessibleDescription(/does not let you look up people/)
  await expectAccessible()

  await field.fill('not an id')
  await expect(field).toHaveAccessibleDescription(/letters, digits, hyphens/)
  await field.fill(item.owner?.id ?? '')
  await expect(field).toHaveAccessibleDescription(/That is you/)
  await field.fill(`  ${id} `)
  await dialog.getByRole('textbox', { name: 'Comment' }).fill('For the service desk.')
  await dialog.getByRole('button', { name: 'Forward', exact: true }).click()
  await sendNow(page)
  await expectAnnounced(page, /Forwarded/)
  const { data: after } = await helpdesk.GET('/work-items/{id}', { params: { path: { id: item.id } } })
  expect(readWorkItem(after)?.owner?.id).toBe(id)
})
