import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { isRecord } from '#contract/json.ts'
import { signIn } from '../desk.ts'
import { goWithin, screensOf } from '../screens.ts'
import { freePort } from '../stack.ts'
import { changeJson, expect, test } from '../tenant-front.ts'

const banner = (page: Page) => page.getByRole('complementary', { name: 'Tenant' })

/** What is on the page, and what its controls are called. */
const textsOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const labels = [...document.querySelectorAll('[aria-label]')].map((element) => element.getAttribute('aria-label'))
    return [document.title, document.body.textContent, ...labels].join('\n')
  })

test('S14 every page of the desk says that its tenant is the sandbox, and so does the page one signs in on', async ({
  page,
  stack,
}) => {
  await page.goto(`${stack.url}/inbox`)
  await page.getByRole('link', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: /\bmanager\b/i })).toBeVisible()
  await expect(page.getByText(/sandbox/i).first()).toBeVisible()
  await signIn(page, stack, 'manager')
  for (const screen of await screensOf(stack)) {
    await test.step(screen.name, async () => {
      await goWithin(page, screen)
      await expect(banner(page)).toContainText(/sandbox/i)
      await expect(banner(page)).toBeInViewport()
    })
  }
})

test('S14 of a tenant that calls itself nothing no page speaks of a sandbox or of made-up people', async ({
  page,
  stack,
  front,
}) => {
  front.alter = (path, answer) =>
    path === '/oauth/info'
      ? changeJson(answer, (info) => ({ ...(isRecord(info) && info), environment: undefined, tenantName: 'Acme Corp' }))
      : answer
  await page.goto(`${stack.url}/inbox`)
  expect(await textsOn(page)).not.toMatch(/sandbox|persona\b|made-up/i)
  await expect(page.getByRole('button')).toHaveCount(0)
  await signIn(page, stack, 'manager')
  for (const screen of await screensOf(stack)) {
    await test.step(screen.name, async () => {
      await goWithin(page, screen)
      await expect(page.getByRole('button', { name: /^Account: / })).toBeVisible()
      await expect(banner(page)).toHaveCount(0)
      expect(await textsOn(page)).not.toMatch(/sandbox|persona\b|made-up/i)
    })
  }
})

test('S14 npm start with a tenant of one’s own starts no sandbox', async ({ stack }, { outputDir }) => {
  const [port, sandboxPort] = [await freePort(), await freePort()]
  const env = {
    PATH: process.env['PATH'] ?? '',
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    DATA_DIR: join(outputDir, 'desk'),
    SANDBOX_DATA_DIR: join(outputDir, 'sandbox'),
    TENANT_API_URL: stack.tenantUrl,
    ALLOW_LOOPBACK_TENANT: '1',
    OAUTH_CLIENT_ID: 'countersign',
    OAUTH_CLIENT_SECRET: 'a secret of the tenant',
  }
  const started = spawn(process.execPath, ['tools/start.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    let output = ''
    started.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    await expect.poll(() => output, { timeout: 60_000 }).toContain(`Open http://localhost:${port} in a browser`)
    expect(output).not.toContain(String(sandboxPort))
    expect((await fetch(`http://localhost:${port}/inbox`)).status).toBe(200)
    await expect(fetch(`http://localhost:${sandboxPort}/`)).rejects.toThrow()
    expect(existsSync(join(outputDir, 'sandbox'))).toBe(false)
  } finally {
    started.kill('SIGTERM')
    await once(started, 'exit')
  }
})
