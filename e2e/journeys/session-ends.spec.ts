import { review, verdictForAll } from '../bulk.ts'
import { expect, test } from '../fixtures.ts'
import { peopleRows } from '../people.ts'

test('S5 on five screens a session that ends leads back to the same place, with what was selected, chosen and written', async ({
  page,
  context,
  stack,
  signInAs,
}) => {
  test.slow()
  page.setDefaultTimeout(20_000)
  await signInAs('helpdesk')
  const again = page.getByRole('link', { name: 'Sign in again' })
  /** The session ends unseen; the page comes to know it from what is asked next, or when it is loaded anew. */
  const endSession = async (find: () => Promise<unknown> = () => page.reload()) => {
    const place = page.url()
    await context.clearCookies()
    await find()
    await page.getByRole('link', { name: /^Sign in/ }).click()
    await page.getByRole('button', { name: /\bhelpdesk\b/i }).click()
    await expect(page).toHaveURL(place)
  }

  await test.step('inbox: a selection', async () => {
    const rows = page.getByRole('list', { name: 'Open work items' }).getByRole('listitem')
    await rows.first().hover()
    const boxes = page.getByRole('checkbox', { name: /^Select / })
    await boxes.first().check()
    await boxes.nth(1).check()
    await expect(page.getByText('2 selected').first()).toBeVisible()
    // Found out by itself: what is on screen stays, with the way back above it.
    await endSession(async () => {
      await page.getByRole('button', { name: /Refresh$/ }).click()
      await expect(again).toBeVisible()
      await expect(boxes.first()).toBeChecked()
    })
    await expect(page.getByText('2 selected').first()).toBeVisible()
    await expect(page.getByRole('checkbox', { name: /^Select /, checked: true })).toHaveCount(2)
  })

  await test.step('review: verdicts and a note', async () => {
    await review(page)
    await verdictForAll(page, 'Forward')
    const note = page.getByRole('textbox', { name: /^Note/ })
    await note.fill('Agreed with Finance')
    await endSession()
    await expect(note).toHaveValue('Agreed with Finance')
    await expect(page.getByRole('radio', { name: 'Forward', exact: true, checked: true }).first()).toBeAttached()
  })

  await test.step('work item: a hand-over being written', async () => {
    await page.goto(`${stack.url}/inbox`)
    await page.getByRole('list', { name: 'Open work items' }).getByRole('link').last().click()
    await page.getByRole('article').getByRole('button', { name: 'Forward…' }).click()
    const comment = page.getByRole('dialog', { name: 'Forward this work item' }).getByRole('textbox', { name: 'Comment' })
    await comment.fill('Yours since May.')
    await endSession()
    await expect(comment).toHaveValue('Yours since May.')
    await page.keyboard.press('Escape')
  })

  await test.step('people: a search, a page of it, a selection', async () => {
    await page.goto(`${stack.url}/identities?sort=-alias&page=2`)
    await peopleRows(page).first().focus()
    await page.keyboard.press('x')
    const bar = page.getByRole('region', { name: 'Selection' })
    await expect(bar).toContainText('1 selected')
    await endSession()
    await expect(bar).toContainText('1 selected')
  })

  await test.step('a list of people to process, looked up', async () => {
    await page.goto(`${stack.url}/identities/process`)
    await page.getByLabel('Paste a list').fill('anna.schmidt\nno.such.person')
    await page.getByRole('button', { name: 'Check the list' }).click()
    await expect(page.getByRole('button', { name: 'Not found 1', exact: true })).toBeVisible()
    await endSession()
    await expect(page.getByRole('button', { name: 'Not found 1', exact: true })).toBeVisible({ timeout: 30_000 })
  })
})
