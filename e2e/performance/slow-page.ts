import type { CDPSession, Page } from 'playwright/test'

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
