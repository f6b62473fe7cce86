/**
 * A process of its own with ledger, runner and client, which is killed; test support. Hands over one run about ITEM and kills itself at
 * POINT, or is killed from outside. Without ITEM it brings everything to rest, prints the entries as JSON and ends.
 */
import { randomUUID } from 'node:crypto'
import type { RunStore } from '../../store/runs.ts'
import { pause, systemClock } from '../../tenant/clock.ts'
import { approve, decisionsOf, draft, me, openDesk } from './desk.ts'
import { TenantModel } from './tenant-model.ts'

const { DATA = '', TENANT = '', ITEM, POINT } = process.env
const runId = randomUUID()

const dieAt = (point: string): void => {
  if (POINT === point) process.kill(process.pid, 'SIGKILL')
}

const deadly = (store: RunStore): RunStore => ({
  ...store,
  move: async (entry, event, at, claim) => {
    const mine = entry.runId === runId
    if (mine && event.type === 'cleared') dieAt('before the intent is stored')
    if (mine && event.type === 'succeeded') dieAt('before the outcome is stored')
    const after = await store.move(entry, event, at, claim)
    if (mine && event.type === 'cleared') dieAt('after the intent is stored')
    return after
  },
})

const desk = await openDesk({
  clock: systemClock,
  fetch,
  path: DATA,
  apiUrl: TENANT,
  timeouts: { readMs: 2_000, writeMs: 2_000 },
  wrapStore: deadly,
})
await desk.runner.start()

/** Waits until no entry is in one of these states; the entries then. */
async function without(states: readonly string[]) {
  for (;;) {
    const entries = await desk.service.entries(me, { limit: 1_000, offset: 0 })
    if (!entries.some(({ state }) => states.includes(state))) return entries
    await pause(systemClock, 20)
  }
}

if (ITEM !== undefined) {
  // What an earlier process left unsent goes first, so that each kill hits the one entry it is meant for.
  await without(['held', 'queued', 'sending'])
  await desk.service.put(me, runId, draft([approve(new TenantModel().add(ITEM))]))
  dieAt('after the run is stored')
} else {
  const entries = decisionsOf({ entries: await without(['held', 'queued', 'sending', 'verifying']) })
  const shown = entries.map(({ workItemId, state, attempt, confirmedByReading }) => ({
    workItemId,
    state,
    attempt,
    confirmedByReading,
  }))
  process.stdout.write(JSON.stringify(shown))
  await desk.runner.stop()
  await desk.close()
}
