import { expect } from 'playwright/test'
import type { Page } from 'playwright/test'

/** Selects every work item that matches, in two presses as anybody would. */
export async function selectAll(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Open work items' }).getByRole('listitem').first().hover()
  await page
    .getByRole('checkbox', { name: /^Select / })
    .first()
    .check()
  await page.getByRole('button', { name: /^All [\d,.]+ that match/ }).click()
}

/** Goes on from a selection to its review. */
export async function review(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review…' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible()
}

/** Selects what a text finds in the inbox, all of it, and reviews that. */
export async function reviewMatching(page: Page, text: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Filter' }).fill(text)
  await expect(page.getByText(/^[\d,.]+ of [\d,.]+ work items$/)).toBeVisible()
  await selectAll(page)
  await review(page)
}

/** Chooses one verdict wherever it can be chosen. */
export async function verdictForAll(page: Page, verdict: 'Approve' | 'Reject' | 'Complete' | 'Forward'): Promise<void> {
  const forGroups = page.getByRole('button', { name: `${verdict} in all groups where that can be done` })
  // With one group there is nothing to choose for all.
  if (await forGroups.isVisible()) await forGroups.click()
  else await page.getByRole('radio', { name: verdict, exact: true }).check({ force: true })
}

/** Hands over; answers how many work items the button said. */
export async function handOver(page: Page): Promise<number> {
  const button = page.getByRole('button', { name: /^Hand over \d+/ })
  const count = Number(/\d+/.exec(await button.innerText())?.[0])
  await button.click()
  await expect(page.getByRole('link', { name: 'Back to activity' })).toBeVisible()
  return count
}

/** Ends the hold of the run on screen. */
export async function sendRunNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Send now: / }).click()
}

/** The line that says how far the run on screen is. */
export const progressOf = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('paragraph')
    .filter({ hasText: /^[\d,.]+ of [\d,.]+ done/ })

/** The numbers in that line: done of all, then what needs somebody, was not done, was taken back. */
export async function totalsOf(
  page: Page,
): Promise<Readonly<Record<'done' | 'all' | 'needsYou' | 'failed' | 'takenBack', number>>> {
  const text = (await progressOf(page).first().innerText()).replaceAll(/(?<=\d)[,.](?=\d)/g, '')
  const number = (pattern: RegExp) => Number(pattern.exec(text)?.[1] ?? 0)
  return {
    done: number(/^(\d+) of/),
    all: number(/of (\d+) done/),
    needsYou: number(/(\d+) needs? you/),
    failed: number(/(\d+) not done/),
    takenBack: number(/(\d+) taken back/),
  }
}
