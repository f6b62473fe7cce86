import { fetchAhead } from '#src/lib/fetch-ahead.ts'
import { loadPages } from './pages.ts'

/**
 * What is not needed for the first screen and may be asked for at any moment after it, the likeliest first. It is fetched when the first
 * screen stands, so that opening a work item waits for nothing and a server that is gone later takes no button with it.
 */
const likeliest: readonly (() => Promise<unknown>)[] = [loadPages.workItem]
/** These are many small files, which would stand in the way of the rest of a long list. */
const others: readonly (() => Promise<unknown>)[] = [
  loadPages.outbox,
  () => import('#src/components/EndAnnouncer.tsx'),
  () => import('#src/components/ForwardDialog.tsx'),
  () => import('#src/features/work-item/selection/AccountSelection.tsx'),
  () => import('#src/features/inbox/triage/KeyConfirm.tsx'),
  () => import('#src/features/inbox/triage/SelectionBar.tsx'),
  () => import('#src/features/inbox/keeps/SnoozeDialog.tsx'),
  () => import('#src/features/inbox/filter/FilterPanels.tsx'),
  () => import('#src/features/inbox/keeps/ListMenu.tsx'),
  () => import('./Palette.tsx'),
  () => import('./KeySheet.tsx'),
  () => import('./AccountMenu.tsx'),
  () => import('./OwnerStrip.tsx'),
]

/** At least this often (ms) the next piece comes, also while the browser is busy. */
const atLeastEvery = 2000

/** Fetches those pieces one after the other, each when the browser has nothing better to do; all but the likeliest once `isQuiet`. */
export async function loadLater(isQuiet: Promise<unknown>): Promise<void> {
  await loadEach(likeliest)
  await isQuiet
  await loadEach(others)
}

async function loadEach(pieces: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const load of pieces) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that none of them holds up a person
    await new Promise((resolve) => whenIdle(() => resolve(undefined)))
    fetchAhead(load)
  }
}

/** Not every browser has `requestIdleCallback`. */
function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: atLeastEvery })
  else setTimeout(act, atLeastEvery / 4)
}
