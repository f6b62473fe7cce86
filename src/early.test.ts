// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { parseThemeChoice, resolveTheme, themeKey } from './lib/settings.ts'

let asked: string[]
let systemIsDark: boolean

beforeEach(() => {
  asked = []
  systemIsDark = false
  vi.resetModules()
  vi.stubGlobal('matchMedia', () => ({ matches: systemIsDark }))
  vi.stubGlobal('fetch', (input: Request | string) => {
    const url = new URL(typeof input === 'string' ? input : input.url, location.href)
    asked.push(url.pathname + url.search)
    const body = url.pathname.endsWith('/summary') ? { open: 1, completed: 0, total: 1 } : [{ id: 'w1' }]
    return Promise.resolve(new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } }))
  })
})

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
  globalThis.earlyAnswers = undefined
})

async function visit(address: string): Promise<QueryClient> {
  history.replaceState(null, '', address)
  await import('./early.ts')
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const { warmUp } = await import('./app/warm-up.ts')
  void warmUp(client, location.pathname, location.search)
  await vi.waitFor(() => expect(client.isFetching()).toBe(0))
  return client
}

test.each(['/', '/inbox', '/inbox?q=x', '/inbox/w1', '/completed', '/completed/w1', '/inbox?owner=somebody', '/activity'])(
  'at %s the page takes every answer that was asked for early, and asks for nothing twice',
  async (address) => {
    await visit(address)
    expect(asked.length).toBe(new Set(asked).size)
    expect(asked).toContain('/desk/session')
    expect(globalThis.earlyAnswers?.byAddress.size).toBe(0)
  },
)

test('nobody is asked for at the sign-in page', async () => {
  await visit('/sign-in')
  expect(asked).toEqual([])
})

test('a list is as old as the question that was asked early', async () => {
  const client = await visit('/inbox')
  const { workItemQueries } = await import('./api/work-items.ts')
  const early = globalThis.earlyAnswers?.askedAt
  expect(client.getQueryData(workItemQueries.list('open').queryKey)?.readAt).toBe(early)
})

test('an early answer that nobody took in time is asked for again', async () => {
  history.replaceState(null, '', '/inbox')
  await import('./early.ts')
  const { fetchOrEarly } = await import('./api/early-answers.ts')
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000)
  await fetchOrEarly(new Request(new URL('/desk/session', location.href)))
  expect(asked.filter((address) => address === '/desk/session')).toHaveLength(2)
  vi.restoreAllMocks()
})

test.each([null, 'light', 'dark', 'system', 'mauve'].flatMap((choice) => [false, true].map((isDark) => ({ choice, isDark }))))(
  'the look of $choice is settled early as it is later, where the system is dark: $isDark',
  async ({ choice, isDark }) => {
    systemIsDark = isDark
    if (choice !== null) localStorage.setItem(themeKey, choice)
    await import('./early.ts')
    expect(document.documentElement.dataset['theme']).toBe(resolveTheme(parseThemeChoice(choice), isDark))
  },
)

test('a browser that forbids storage gets the look of its system', async () => {
  systemIsDark = true
  vi.stubGlobal('localStorage', {
    clear: () => {},
    getItem: () => {
      throw new DOMException('denied', 'SecurityError')
    },
  })
  await import('./early.ts')
  expect(document.documentElement.dataset['theme']).toBe('dark')
})
