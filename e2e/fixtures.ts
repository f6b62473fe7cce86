import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base } from 'playwright/test'
import type { Page } from 'playwright/test'
import { signIn } from './desk.ts'
import { startStack } from './stack.ts'
import type { Persona, Stack, StackOptions } from './stack.ts'

interface Fixtures {
  readonly stackOptions: StackOptions
  /** How long this browser's owner chose to hold decisions, in ms: long, so that a slow machine still gets to taking back. */
  readonly holdMs: number
  /** A fresh sandbox tenant and server for this test alone. */
  readonly stack: Stack
  /** Opens the desk and signs in through the tenant's own page. */
  readonly signInAs: (persona: Persona, returnTo?: string) => Promise<void>
  /** axe finds nothing on the page as it stands, with no exclusions. */
  readonly expectAccessible: (page?: Page) => Promise<void>
  /** What the browser complained about; every test ends with this empty. */
  readonly complaints: string[]
}

// A read that fails is part of some journeys; the browser's own line about it is not a defect of the page.
const expectedComplaint = /Failed to load resource/

/** Collects script errors and Content-Security-Policy violations of a page. */
export function watchForComplaints(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !expectedComplaint.test(message.text())) complaints.push(message.text())
  })
}

async function expectNoAxeFindings(page: Page): Promise<void> {
  // Every page has a heading of its own; until its code has arrived there is nothing to look at.
  await expect(page.getByRole('heading', { level: 1, includeHidden: true }).first()).toBeAttached()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(' | ')}`),
  ).toEqual([])
}

export const test = base.extend<Fixtures>({
  stackOptions: [{}, { option: true }],
  holdMs: [30_000, { option: true }],
  context: async ({ context, holdMs }, use) => {
    await context.addInitScript((hold) => {
      localStorage['countersign.settings'] ??= JSON.stringify({ holdMs: hold })
    }, holdMs)
    await use(context)
  },
  stack: async ({ stackOptions }, use) => {
    const stack = await startStack(stackOptions)
    await use(stack)
    await stack.close()
  },
  complaints: [
    // Ends before the stack does, so that what the page still asks of a server that is gone is not held against it.
    async ({ page, stack: _stack }, use) => {
      const complaints: string[] = []
      watchForComplaints(page, complaints)
      await use(complaints)
      expect(complaints, 'script errors and policy violations').toEqual([])
    },
    { auto: true },
  ],
  signInAs: async ({ page, stack }, use) => {
    await use((persona, returnTo) => signIn(page, stack, persona, returnTo))
  },
  expectAccessible: async ({ page }, use) => {
    await use((other) => expectNoAxeFindings(other ?? page))
  },
})

export { expect } from 'playwright/test'
