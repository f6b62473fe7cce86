/** The routes of desk.yaml about runs and entries. Session and origin have been checked before a request comes here. */
import { Hono } from 'hono'
import type { components } from '#contract/generated/desk.ts'
import { atMost, bodyOf, deskOperation, languageOf, pathValue, queryOf } from '../desk-request.ts'
import type { Values } from '../desk-request.ts'
import type { DeskEnv } from '../gateway/context.ts'
import type { RunDraft } from './decision.ts'
import type { RunService } from './service.ts'

/** Promise S13 (bytes). */
const LARGEST_RUN = 4 * 1024 * 1024

export function createRunRoutes(service: RunService): Hono<DeskEnv> {
  const putRun = deskOperation('putRun')
  const getRun = deskOperation('getRun')
  const listRuns = deskOperation('listRuns')
  const listEntries = deskOperation('listEntries')
  const takeBack = deskOperation('takeBackEntries')
  const sendNow = deskOperation('sendEntriesNow')
  const settle = deskOperation('settleEntries')
  const pause = deskOperation('pauseRun')
  const resume = deskOperation('resumeRun')
  const stop = deskOperation('stopRun')

  return new Hono<DeskEnv>()
    .get('/runs', async (c) => {
      const query = queryOf(c, listRuns)
      return c.json(await service.list(c.get('signedIn'), pageOf(query)))
    })
    .put('/runs/:runId', atMost(LARGEST_RUN), async (c) => {
      const runId = pathValue(c, putRun, 'runId')
      const draft = await bodyOf(c, putRun, isRunDraft)
      return c.json(await service.put(c.get('signedIn'), runId, draft, languageOf(c)))
    })
    .get('/runs/:runId', async (c) => c.json(await service.get(c.get('signedIn'), pathValue(c, getRun, 'runId'))))
    .post('/runs/:runId/take-back', atMost(), async (c) => {
      const runId = pathValue(c, takeBack, 'runId')
      const { positions } = await bodyOf(c, takeBack, isEntryChoice)
      return c.json(await service.takeBack(c.get('signedIn'), runId, positions))
    })
    .post('/runs/:runId/send-now', atMost(), async (c) => {
      const runId = pathValue(c, sendNow, 'runId')
      const { positions } = await bodyOf(c, sendNow, isEntryChoice)
      return c.json(await service.sendNow(c.get('signedIn'), runId, positions))
    })
    .post('/runs/:runId/settle', atMost(), async (c) => {
      const runId = pathValue(c, settle, 'runId')
      const { act, positions } = await bodyOf(c, settle, isSettlement)
      return c.json(await service.settle(c.get('signedIn'), runId, act, positions))
    })
    .post('/runs/:runId/pause', atMost(), async (c) =>
      c.json(await service.pause(c.get('signedIn'), pathValue(c, pause, 'runId'), true)),
    )
    .post('/runs/:runId/resume', atMost(), async (c) =>
      c.json(await service.pause(c.get('signedIn'), pathValue(c, resume, 'runId'), false)),
    )
    .post('/runs/:runId/stop', atMost(), async (c) => c.json(await service.stop(c.get('signedIn'), pathValue(c, stop, 'runId'))))
    .get('/entries', async (c) => {
      const query = queryOf(c, listEntries)
      const { workItemId, identityId, following } = query
      const named = {
        ...(typeof workItemId === 'string' && { workItemId }),
        ...(typeof identityId === 'string' && { identityId }),
        ...(typeof following === 'boolean' && { following }),
      }
      return c.json(await service.entries(c.get('signedIn'), { ...pageOf(query), ...named }))
    })
}

const pageOf = ({ open, limit, offset }: Values) => ({
  open: typeof open === 'boolean' ? open : undefined,
  limit: Number(limit),
  offset: Number(offset),
})

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null
const isRunDraft = (value: unknown): value is RunDraft => isRecord(value) && 'entries' in value
const isEntryChoice = (value: unknown): value is components['schemas']['EntryChoice'] => isRecord(value)
const isSettlement = (value: unknown): value is components['schemas']['Settlement'] => isRecord(value) && 'act' in value
