import type { Browser, BrowserContext, CDPSession, Page } from 'playwright/test'

/** Makes this page as slow as the yardstick's. */
export async function slowDown(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 60,
    downloadThroughput: 9_000_000 / 8,
    uploadThroughput: 9_000_000 / 8,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  return session
}

export interface SlowPage {
  readonly page: Page
  readonly session: CDPSession
  /** The JavaScript that has arrived so far, bytes as sent. */
  readonly scriptBytes: () => number
}

/** Opens a slow page in a cold profile that notes when a list has its first row. `list` is the list's name; nothing is visited yet. */
export async function openSlowPage(
  browser: Browser,
  list: string,
  cookies: Parameters<BrowserContext['addCookies']>[0] = [],
): Promise<SlowPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  await context.addCookies(cookies)
  const page = await context.newPage()
  // The loader that runs these files wraps named functions; the page gets them as text and must know the wrapper.
  await page.addInitScript('globalThis.__name = (value) => value')
  await page.addInitScript((label) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(`[aria-label="${label}"] a[href]`)) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => performance.mark('first-row')))
    })
    observer.observe(document, { subtree: true, childList: true })
  }, list)
  const session = await slowDown(page)
  return { page, session, scriptBytes: countScripts(session) }
}

/** What arrives with the headers is no JavaScript. */
function countScripts(session: CDPSession): () => number {
  let bytes = 0
  const headerBytes = new Map<string, number>()
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script') headerBytes.set(requestId, response.encodedDataLength)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const header = headerBytes.get(requestId)
    if (header !== undefined) bytes += encodedDataLength - header
  })
  return () => bytes
}

/**
 * Seconds since the navigation began to the end of the first paint with a row, by the page's own clock. Asking from outside would slow the
 * page and be late.
 */
export async function secondsToFirstRow(page: Page): Promise<number> {
  const noted = await page.waitForFunction(() => performance.getEntriesByName('first-row')[0]?.startTime, undefined, {
    polling: 100,
  })
  return Number(await noted.jsonValue()) / 1000
}

/** Settles when the page has nothing to do: one figure is not to pay for another. */
export const atRest = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        const look = () =>
          requestIdleCallback(({ didTimeout }) => (didTimeout ? done() : setTimeout(quiet, 100)), { timeout: 5000 })
        const quiet = () =>
          requestIdleCallback((deadline) => (deadline.timeRemaining() > 10 ? done() : look()), { timeout: 5000 })
        look()
      }),
  )

/** Milliseconds from the `event` that `act` causes to the paint after the text of the element found by `selector` has changed. */
export async function timeToChange(
  page: Page,
  event: 'keydown' | 'pointerdown',
  selector: string,
  act: () => Promise<void>,
): Promise<number> {
  // The page listens before anything is pressed: input may overtake what is evaluated.
  await page.evaluate(
    ([type, query]) => {
      const measured = new Promise<number>((done) => {
        addEventListener(
          type,
          ({ timeStamp }) => {
            const before = document.querySelector(query)?.textContent
            const observer = new MutationObserver(() => {
              if (document.querySelector(query)?.textContent === before) return
              observer.disconnect()
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - timeStamp)))
            })
            observer.observe(document.body, { subtree: true, childList: true, characterData: true })
          },
          { once: true, capture: true },
        )
      })
      Reflect.set(globalThis, 'measured', measured)
    },
    [event, selector] as const,
  )
  await act()
  return Number(await page.evaluate('globalThis.measured'))
}
