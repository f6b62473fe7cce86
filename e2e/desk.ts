import type { Client } from 'openapi-fetch'
import { expect } from 'playwright/test'
import type { Page } from 'playwright/test'
import type { paths as WorkItemPaths } from '#contract/generated/work-items.ts'
import { readWorkItems } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import type { Persona, Stack } from './stack.ts'

/** What a journey needs of a work item to play its part. */
interface Wanted {
  readonly pending: number
  readonly decided: number
  /** Adds or sets only, so that deciding it asks no extra question. */
  readonly harmless: boolean
  /** What every operation reads like, where that matters. */
  readonly matching?: RegExp
}

export interface Picked extends WorkItem {
  readonly name: string
}

/** The open work items of one person that a journey can take for its parts, each once. */
export interface Backlog {
  /** An item that fits and has not been taken; fails when there is none. */
  take(wish: Wanted): Picked
}

const fits = (item: WorkItem, wish: Wanted): boolean => {
  const pending = item.approvalItems.filter((each) => each.isOpen).length
  const harmless = item.approvalItems.every((each) => /^(add|set)$/i.test(each.operation ?? ''))
  if (wish.matching && !item.approvalItems.every((each) => wish.matching?.test(each.operation ?? ''))) return false
  return pending === wish.pending && item.approvalItems.length - pending === wish.decided && (harmless || !wish.harmless)
}

/** Reads the seeded backlog through the tenant's own API. Only items with a name of their own, so that a name finds one row. */
export async function readBacklog(tenant: Client<WorkItemPaths>): Promise<Backlog> {
  const { data } = await tenant.GET('/work-items', { params: { query: { limit: 250 } } })
  const named = readWorkItems(data).filter((item): item is Picked => item.name !== null && item.form === null)
  const left = named.filter((item) => named.filter((other) => other.name === item.name).length === 1)
  return {
    take: (wish) => {
      const [item] = left.splice(left.findIndex((each) => fits(each, wish)) >>> 0, 1)
      if (!item) throw new Error(`The backlog has no work item with ${JSON.stringify(wish)}.`)
      return item
    },
  }
}

/** Signs in on any page, as the person would: our link, the tenant's page, back. */
export async function signIn(page: Page, stack: Stack, persona: Persona, returnTo = '/inbox'): Promise<void> {
  await page.goto(`${stack.url}${returnTo}`)
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: new RegExp(`\\b${persona}\\b`, 'i') }).click()
  await page.waitForURL(`${stack.url}${returnTo}`)
}

/** Opens a work item by its link, as someone would who was sent it. */
export async function openWorkItem(page: Page, stack: Stack, item: Picked): Promise<void> {
  await page.goto(`${stack.url}/inbox/${item.id}`)
  await expect(page.getByRole('heading', { name: item.name }).first()).toBeVisible()
}

/** A work item of this kind from the manager's backlog, opened by the manager, who signs in for it: how most journeys begin. */
export async function openedItem(page: Page, stack: Stack, wish: Wanted = simple): Promise<Picked> {
  const item = (await readBacklog(await stack.tenant('manager'))).take(wish)
  await signIn(page, stack, 'manager')
  await openWorkItem(page, stack, item)
  return item
}

/** Matches an accessible name that begins with this text; a row's link goes on with whom it is for, its age and so on. */
export function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`)
}

/** Presses Approve at the first approval item that still waits (not "Approve all"), by its button. */
export async function approveOne(page: Page): Promise<void> {
  await approveButton(page).click()
  await expect(page.getByText(/Will be sent at/).first()).toBeVisible()
}

/** The first button that approves a single approval item. */
export const approveButton = (page: Page) => page.getByRole('button', { name: /^Approve (?!all)/ }).first()

/** Ends the hold before its time. */
export async function sendNow(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Send now/ })
    .first()
    .click()
}

/** Waits until the page has said this aloud, in a live region. */
export async function expectAnnounced(page: Page, text: RegExp): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible({ timeout: 45_000 })
}

/** What the tenant really did to the approval items of a work item: the operation of each effect, in order. */
export async function decisionsOn(stack: Stack, item: Picked): Promise<string[]> {
  const effects = await stack.effects()
  return effects
    .filter((effect) => effect.workItemId === item.id && effect.approvalItemId !== null)
    .map((effect) => effect.operation)
}

/** A work item with one approval item to add or set, which nothing speaks against approving. */
export const simple: Wanted = { pending: 1, decided: 0, harmless: true }
/** The same with two. */
export const double: Wanted = { pending: 2, decided: 0, harmless: true }
