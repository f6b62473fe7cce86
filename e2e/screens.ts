import { readWorkItems } from '#contract/work-item.ts'
import { expect } from 'playwright/test'
import type { Page } from 'playwright/test'
import { signInOverHttp } from './http-desk.ts'
import { identitiesAsAdmin, personCalled } from './people.ts'
import { handOver, isDecidable, statesOf } from './runs.ts'
import type { Persona, Stack } from './stack.ts'

export interface Screen {
  readonly name: string
  readonly path: string
}

/**
 * Every screen of the page with something on it, for somebody who may see all of it: one work item is decided first, so that there is a run and a receipt.
 */
export async function screensOf(stack: Stack, persona: Persona = 'manager'): Promise<Screen[]> {
  const anna = await personCalled(await identitiesAsAdmin(stack), 'anna.schmidt')
  const desk = await signInOverHttp(stack, persona)
  // As the page reads them, so that whatever stands before the tenant is in the ledger too.
  const read = async (path: string) => readWorkItems(await (await desk.ask('GET', `/api/beta/${path}?limit=250`)).json())
  const [decided, open] = (await read('work-items')).filter(isDecidable)
  const [completed] = await read('work-items/completed')
  if (!decided || !open || !completed) throw new Error('There are not enough work items.')
  const runId = await handOver(desk, [decided])
  await expect.poll(() => statesOf(desk, runId), { timeout: 30_000 }).toEqual({ done: 1 })
  return [
    { name: 'inbox', path: '/inbox' },
    { name: 'work item', path: `/inbox/${open.id}` },
    { name: 'completed', path: '/completed' },
    { name: 'completed work item', path: `/completed/${completed.id}` },
    { name: 'review', path: '/review' },
    { name: 'people', path: '/identities' },
    { name: 'person', path: `/identities/${anna.id}` },
    { name: 'invite', path: '/identities/invite' },
    { name: 'process', path: '/identities/process' },
    { name: 'activity', path: '/activity' },
    { name: 'run', path: `/activity/${runId}` },
    { name: 'receipts', path: '/activity/receipts' },
    { name: 'receipt', path: '/activity/receipts/1' },
  ]
}

/** Goes to another screen as a link of the page does, without loading the page anew; waits until the window is called otherwise. */
export async function goWithin(page: Page, { path }: Screen): Promise<void> {
  if (new URL(page.url()).pathname === path) return
  const before = await page.title()
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
  await expect(page).not.toHaveTitle(before)
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached()
}
