/**
 * The look-up of a list of 5,000 people before they are invited, for the measure of the identities desk: how many of the tenant's requests
 * it takes, how long, and how long the page stands still meanwhile.
 */
import type { Page } from 'playwright/test'
import type { Identity } from '#contract/identity.ts'
import type { Stack } from '../stack.ts'

export interface PreflightFigures {
  /** Requests the page made, as counted outside of it. */
  readonly requests: number
  /** Requests the page says it made. */
  readonly requestsSaid: number
  /** From choosing the file to the verdict on every row. */
  readonly seconds: number
  /** Share of the tenant's budget of 100 requests in 10 s that was used while it lasted, in percent. */
  readonly budgetPercent: number
  /** The longest time the page could not answer, ms. */
  readonly longestTaskMs: number
}

const windowSeconds = 10
const requestsInWindow = 100

/** Loads the people as a file, one a line, by what `lineOf` gives of each; the page has to be signed in as somebody who may invite. */
export async function measurePreflight(
  page: Page,
  stack: Stack,
  people: readonly Identity[],
  lineOf: (person: Identity) => string,
): Promise<PreflightFigures> {
  await page.goto(`${stack.url}/identities/invite`)
  const another = page.getByRole('button', { name: 'Another list' })
  await another.or(page.getByLabel('Paste a list')).first().waitFor()
  if (await another.isVisible()) await another.click()
  let requests = 0
  const count = (request: { url: () => string }) => {
    if (request.url().includes('/api/v2024/identities')) requests += 1
  }
  page.on('request', count)
  await page.evaluate(() => {
    Reflect.set(globalThis, 'longest', 0)
    const observer = new PerformanceObserver((entries) => {
      for (const { duration } of entries.getEntries()) {
        Reflect.set(globalThis, 'longest', Math.max(duration, Number(Reflect.get(globalThis, 'longest'))))
      }
    })
    observer.observe({ type: 'longtask' })
  })
  const begun = performance.now()
  const buffer = Buffer.from(people.map(lineOf).join('\n'))
  await page.locator('input[type=file]').setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer })
  const said = page.getByText(/^Looked up with [\d,]+ requests? in/)
  await said.waitFor({ timeout: 120_000 })
  const seconds = (performance.now() - begun) / 1000
  page.off('request', count)
  return {
    requests,
    requestsSaid: Number(/\d+/.exec((await said.textContent()) ?? '')?.[0] ?? Number.NaN),
    seconds,
    budgetPercent: (100 * requests) / (requestsInWindow * Math.max(1, seconds / windowSeconds)),
    longestTaskMs: Number(await page.evaluate('globalThis.longest')),
  }
}
