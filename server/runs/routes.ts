/** The routes of desk.yaml about runs and entries. Session and origin have been checked before a request comes here. */
import type { Context } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { components } from '#contract/generated/desk.ts'
import desk from '#contract/generated/desk.json' with { type: 'json' }
import { compileContract } from '#platform/openapi.ts'
import type { Checked, ContractOperation, Problem } from '#platform/openapi.ts'
import { DeskFailure } from '../desk-failure.ts'
import type { DeskEnv } from '../gateway/context.ts'
import type { RunDraft } from './decision.ts'
import type { RunService } from './service.ts'

/** RELIABILITY S13 (bytes). */
const LARGEST_RUN = 4 * 1024 * 1024
const LARGEST_OTHER = 256 * 1024

const tooLarge = () => {
  throw new DeskFailure(413, 'too_large', 'The request is larger than this server takes. Split it into several runs.')
}

export function createRunRoutes(service: RunService): Hono<DeskEnv> {
  const contract = compileContract(desk)
  const operation = (id: string): ContractOperation => {
    const found = contract.get(id)
    if (!found) throw new RangeError(`desk.yaml has no ${id}`)
    return found
  }
  const putRun = operation('putRun')
  const getRun = operation('getRun')
  const listRuns = operation('listRuns')
  const listEntries = operation('listEntries')
  const takeBack = operation('takeBackEntries')
  const sendNow = operation('sendEntriesNow')
  const settle = operation('settleEntries')

  const small = bodyLimit({ maxSize: LARGEST_OTHER, onError: tooLarge })

  return new Hono<DeskEnv>()
    .get('/runs', async (c) => {
      const query = queryOf(c, listRuns)
      return c.json(await service.list(c.get('signedIn'), pageOf(query)))
    })
    .put('/runs/:runId', bodyLimit({ maxSize: LARGEST_RUN, onError: tooLarge }), async (c) => {
      const runId = runIdOf(c, putRun)
      const draft = await bodyOf(c, putRun, isRunDraft)
      return c.json(await service.put(c.get('signedIn'), runId, draft))
    })
    .get('/runs/:runId', async (c) => c.json(await service.get(c.get('signedIn'), runIdOf(c, getRun))))
    .post('/runs/:runId/take-back', small, async (c) => {
      const runId = runIdOf(c, takeBack)
      const { positions } = await bodyOf(c, takeBack, isEntryChoice)
      return c.json(await service.takeBack(c.get('signedIn'), runId, positions))
    })
    .post('/runs/:runId/send-now', small, async (c) => {
      const runId = runIdOf(c, sendNow)
      const { positions } = await bodyOf(c, sendNow, isEntryChoice)
      return c.json(await service.sendNow(c.get('signedIn'), runId, positions))
    })
    .post('/runs/:runId/settle', small, async (c) => {
      const runId = runIdOf(c, settle)
      const { act, positions } = await bodyOf(c, settle, isSettlement)
      return c.json(await service.settle(c.get('signedIn'), runId, act, positions))
    })
    .get('/entries', async (c) => {
      const query = queryOf(c, listEntries)
      const { workItemId } = query
      const named = typeof workItemId === 'string' ? { workItemId } : {}
      return c.json(await service.entries(c.get('signedIn'), { ...pageOf(query), ...named }))
    })
}

type Values = Readonly<Record<string, unknown>>

const pageOf = ({ open, limit, offset }: Values) => ({
  open: typeof open === 'boolean' ? open : undefined,
  limit: Number(limit),
  offset: Number(offset),
})

function accepted<Value>(checked: Checked<Value>): Value {
  if (checked.ok) return checked.value
  throw invalid(checked.problems)
}

function invalid(problems: readonly Pick<Problem, 'field' | 'message'>[]): DeskFailure {
  const listed = problems.slice(0, 100).map(({ field, message }) => ({ field, message }))
  const [first] = listed
  const message = first ? `${first.field || 'The body'} ${first.message}.` : 'The request is not valid.'
  return new DeskFailure(400, 'invalid_request', message, { problems: listed })
}

const queryOf = (c: Context<DeskEnv>, operation: ContractOperation): Values =>
  accepted(operation.checkQuery(new URL(c.req.url).searchParams))

function runIdOf(c: Context<DeskEnv>, operation: ContractOperation): string {
  const { runId } = accepted(operation.checkPath({ runId: c.req.param('runId') ?? '' }))
  if (runId === undefined) throw invalid([{ field: 'runId', message: 'is required' }])
  return runId
}

/** Parses and checks a JSON body; `is` names the type that the schema of desk.yaml has just established. */
async function bodyOf<Value>(
  c: Context<DeskEnv>,
  operation: ContractOperation,
  is: (value: unknown) => value is Value,
): Promise<Value> {
  const text = await c.req.text()
  const value = accepted(operation.checkBody(text === '' ? undefined : parse(text)))
  if (!is(value)) throw invalid([{ field: '', message: 'is required' }])
  return value
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    throw invalid([{ field: '', message: 'must be JSON' }])
  }
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null
const isRunDraft = (value: unknown): value is RunDraft => isRecord(value) && 'entries' in value
const isEntryChoice = (value: unknown): value is components['schemas']['EntryChoice'] => isRecord(value)
const isSettlement = (value: unknown): value is components['schemas']['Settlement'] => isRecord(value) && 'act' in value
