import { fieldsOf } from '#contract/work-item-form.ts'
import { readWorkItem, readWorkItems } from '#contract/work-item.ts'
import { expectAnnounced, sendNow } from '../desk.ts'
import { expect, test } from '../fixtures.ts'

test('a nested account selection: wrong first, interrupted by the end of the session, finished after', async ({
  page,
  stack,
  signInAs,
  context,
  expectAccessible,
}) => {
  const tenant = await stack.tenant('manager')
  const { data } = await tenant.GET('/work-items', { params: { query: { limit: 250 } } })
  const item = readWorkItems(data).find(({ form }) => form && fieldsOf(form).length >= 4)
  if (!item?.form) throw new Error('The backlog has no nested account selection.')
  const fields = fieldsOf(item.form)
  const [first, ...others] = fields.filter(({ required }) => required)
  if (!first) throw new Error('The form asks for nothing.')
  const questions = page.getByRole('form', { name: 'Questions' })
  const fieldset = (label: string | null) => questions.getByRole('group', { name: startsWith(label) })
  const review = questions.getByRole('button', { name: 'Review answers' })

  await signInAs('manager')
  await page.goto(`${stack.url}/inbox/${item.id}`)
  await expect(questions).toBeVisible()
  await expectAccessible()

  // Nothing answered: the first missing question takes the focus, and every one says what is wrong.
  await review.click()
  await expect(questions.getByRole('alert')).toContainText(`${1 + others.length} questions still need an answer`)
  const firstControl = fieldset(first.label)
    .getByRole('radio')
    .first()
    .or(questions.getByRole('combobox', { name: startsWith(first.label) }))
  await expect(firstControl.first()).toBeFocused()
  await expect(firstControl.first()).toHaveAccessibleDescription(/still needs an answer/)
  await expectAccessible()

  // The first answer, with the keyboard; then the session ends.
  await page.keyboard.press(first.displayType === 'select' ? 'ArrowDown' : 'Space')
  await expect(questions.getByText(`1 of ${fields.length} answered`)).toBeVisible()
  await context.clearCookies()
  await page.reload()
  await page.getByRole('link', { name: /^Sign in/ }).click()
  await page.getByRole('button', { name: /\bmanager\b/i }).click()
  await expect(page).toHaveURL(`${stack.url}/inbox/${item.id}`)
  await expect(questions.getByText(`1 of ${fields.length} answered`)).toBeVisible()

  for (const field of others) {
    if (field.displayType === 'select')
      await questions.getByRole('combobox', { name: startsWith(field.label) }).selectOption({ index: 2 })
    else await fieldset(field.label).getByRole('radio').nth(1).check()
  }
  await questions.getByRole('checkbox').nth(1).check()
  await review.click()
  const readBack = page.getByRole('dialog', { name: 'Is this right?' })
  await expect(readBack.getByRole('listitem')).toHaveCount(fields.length)
  await expect(readBack.getByRole('listitem').first()).toHaveText(/^For .+ on .+ you chose .+\.$/)
  await expectAccessible()
  await readBack.getByRole('button', { name: 'Change something' }).click()
  await review.click()
  await readBack.getByRole('button', { name: 'Submit' }).click()
  await sendNow(page)
  await expectAnnounced(page, /Submitted/)

  const { data: after } = await tenant.GET('/work-items/{id}', { params: { path: { id: item.id } } })
  expect(readWorkItem(after)?.state?.known).toBe('Finished')
  const effects = (await stack.effects()).filter(({ workItemId }) => workItemId === item.id)
  expect(effects.map(({ operation }) => operation)).toEqual(['submitAccountSelection'])
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('selection')))
  await expect.poll(kept).toEqual([])
})

/** A label's text at the beginning of an accessible name; "required" follows it. */
const startsWith = (label: string | null): RegExp =>
  new RegExp(`^${(label ?? '').replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)} `)
