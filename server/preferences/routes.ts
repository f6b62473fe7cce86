/** Saved views and snoozes over HTTP, as `contract/desk.yaml` says. The tenant knows nothing of them. */
import { Hono } from 'hono'
import type { components } from '#contract/generated/desk.ts'
import { isRecord } from '#contract/json.ts'
import { DeskFailure } from '../desk-failure.ts'
import { atMost, bodyOf, deskOperation, invalid, pathValue } from '../desk-request.ts'
import type { DeskEnv } from '../gateway/context.ts'
import type { PreferenceStore } from '../store/preferences.ts'
import type { Clock } from '../tenant/clock.ts'

type ViewDraft = components['schemas']['ViewDraft']
type SnoozeDraft = components['schemas']['SnoozeDraft']

/** A year, leap days and time zones forgiven (ms). */
const LONGEST_SNOOZE_MS = 367 * 24 * 3_600_000

const isViewDraft = (value: unknown): value is ViewDraft => isRecord(value) && 'query' in value
const isSnoozeDraft = (value: unknown): value is SnoozeDraft => isRecord(value) && 'until' in value

const tooMany = (what: string) =>
  new DeskFailure(409, 'too_many', `You have as many ${what} as there is room for. Remove some first.`)

export function createPreferenceRoutes({ store, clock }: { store: PreferenceStore; clock: Clock }): Hono<DeskEnv> {
  const putView = deskOperation('putView')
  const deleteView = deskOperation('deleteView')
  const putSnooze = deskOperation('putSnooze')
  const deleteSnooze = deskOperation('deleteSnooze')

  return new Hono<DeskEnv>()
    .get('/views', async (c) => c.json(await store.views(c.get('signedIn'))))
    .put('/views/:viewId', atMost(), async (c) => {
      const id = pathValue(c, putView, 'viewId')
      const draft = await bodyOf(c, putView, isViewDraft)
      const view = { id, name: draft.name.trim(), query: draft.query }
      const kept = await store.putView(c.get('signedIn'), view)
      if (kept === 'name-taken') throw new DeskFailure(409, 'name_taken', 'Another view of yours has this name. Choose another.')
      if (kept === 'too-many') throw tooMany('views')
      return c.json(view)
    })
    .delete('/views/:viewId', async (c) => {
      await store.deleteView(c.get('signedIn'), pathValue(c, deleteView, 'viewId'))
      return c.body(null, 204)
    })
    .get('/snoozes', async (c) => {
      const snoozes = await store.snoozes(c.get('signedIn'), clock.wall())
      return c.json(snoozes.map(({ workItemId, until }) => ({ workItemId, until: new Date(until).toISOString() })))
    })
    .put('/snoozes/:workItemId', atMost(), async (c) => {
      const workItemId = pathValue(c, putSnooze, 'workItemId')
      const draft = await bodyOf(c, putSnooze, isSnoozeDraft)
      const until = Date.parse(draft.until)
      const now = clock.wall()
      if (!(until > now)) throw invalid([{ field: 'until', message: 'must be in the future' }])
      if (until - now > LONGEST_SNOOZE_MS) throw invalid([{ field: 'until', message: 'must be at most a year away' }])
      if ((await store.putSnooze(c.get('signedIn'), { workItemId, until }, now)) === 'too-many') throw tooMany('snoozes')
      return c.json({ workItemId, until: new Date(until).toISOString() })
    })
    .delete('/snoozes/:workItemId', async (c) => {
      await store.deleteSnooze(c.get('signedIn'), pathValue(c, deleteSnooze, 'workItemId'))
      return c.body(null, 204)
    })
}
