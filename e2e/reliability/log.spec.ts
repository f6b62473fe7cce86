import { randomUUID } from 'node:crypto'
import desk from '#contract/generated/desk.json' with { type: 'json' }
import { readIdentities } from '#contract/identity.ts'
import { isRecord } from '#contract/json.ts'
import { operationList } from '#contract/operations.ts'
import { readWorkItems } from '#contract/work-item.ts'
import { expect, test } from 'playwright/test'
import { DECISIONS, draftsOn, ended, seenPeople } from '../drafts.ts'
import { signInOverHttp } from '../http-desk.ts'
import { startStack } from '../stack.ts'

const CANARY = 'canary-7f3a'
/** What a line of the log may say. */
const FIELDS = new Set(['time', 'level', 'requestId', 'method', 'route', 'status', 'ms', 'userId'])

/** Every operation of the desk's own server. */
const deskOperations = Object.entries(desk.paths).flatMap(([template, item]) =>
  Object.entries(item).flatMap(([method, operation]: [string, unknown]) =>
    isRecord(operation) && typeof operation['operationId'] === 'string'
      ? { method: method.toUpperCase(), template, id: operation['operationId'] }
      : [],
  ),
)

test('W6 no operation leaves a token, a body, a query, a name or an address in the log', async () => {
  const stack = await startStack({ env: { SANDBOX_RATE_LIMIT: '0' } })
  try {
    const session = await signInOverHttp(stack, 'admin')
    const token = await stack.tokenOf('admin')
    const manager = await stack.tenant('manager')
    const items = readWorkItems((await manager.GET('/work-items', { params: { query: { limit: 250 } } })).data)
    const filters = encodeURIComponent('cloudStatus eq "REGISTERED"')
    const people = readIdentities(await (await session.ask('GET', `/api/v2024/identities?limit=250&filters=${filters}`)).json())
    const texts = [...items.map(({ name }) => name), ...people.flatMap(({ name, alias, email }) => [name, alias, email])]
    const [mailed, ...others] = people.filter(({ isManager, email }) => !isManager && email !== null)
    const [processed] = others
    if (!mailed || !processed) throw new Error('There are not enough people.')

    // What people really do, with their words in it.
    const guard = { ticket: CANARY, reason: CANARY, typed: CANARY }
    const target = people.find(({ id }) => id !== items[0]?.owner?.id)?.id ?? ''
    const states = await ended(
      session,
      [
        ...draftsOn([...items], target, CANARY),
        {
          operation: 'sendIdentityVerificationAccountToken',
          identityId: mailed.id,
          body: { via: 'EMAIL_WORK' },
          seen: seenPeople(mailed),
        },
        { operation: 'resetIdentity', identityId: mailed.id, guard, seen: seenPeople(mailed) },
        { operation: 'startIdentityProcessing', body: { identityIds: [processed.id] }, seen: seenPeople(processed) },
      ],
      CANARY,
    )
    expect(states.filter((state) => state === 'done').length).toBeGreaterThanOrEqual(DECISIONS.length)

    // And every operation there is, in order or not.
    const fill = (template: string) => template.replaceAll(/\{(\w+)\}/g, (_, name) => (name === 'runId' ? randomUUID() : CANARY))
    const asks = [
      ...deskOperations
        .filter(({ id }) => id !== 'endSession')
        .map(({ method, template }) => ({ method, path: `/desk${fill(template)}` })),
      ...operationList.map(({ method, version, path }) => ({ method, path: `/api/${version}${fill(path)}` })),
    ]
    expect(asks.length).toBeGreaterThanOrEqual(50)
    const headers = { cookie: session.cookie, 'sec-fetch-site': 'same-origin', 'x-requested-by': 'app', 'user-agent': CANARY }
    for (const { method, path } of asks) {
      const body = method === 'GET' ? {} : { body: JSON.stringify({ note: CANARY, name: CANARY, query: `q=${CANARY}` }) }
      const withBody = {
        method,
        headers: { ...headers, ...(method !== 'GET' && { 'content-type': 'application/json' }) },
        ...body,
      }
      await fetch(`${stack.url}${path}`, withBody)
      await fetch(`${stack.url}${path}?q=${CANARY}&filters=${CANARY}`, withBody)
    }
    const routes = () => new Set(stack.serverLog().match(/(?<="route":")\w+/g))
    const expected = [
      ...deskOperations.map(({ id }) => id).filter((id) => id !== 'endSession'),
      ...operationList.filter(({ kind }) => kind === 'read').map(({ id }) => id),
    ]
    await expect.poll(() => expected.filter((id) => !routes().has(id))).toEqual([])

    const log = stack.serverLog()
    const lines = log.split('\n').filter((line) => line.startsWith('{'))
    expect(lines.length).toBeGreaterThan(asks.length)
    for (const line of lines) {
      const entry: unknown = JSON.parse(line)
      expect(Object.keys(isRecord(entry) ? entry : {}).filter((name) => !FIELDS.has(name))).toEqual([])
    }
    const secrets = [CANARY, 'eyJ', token, session.cookie.split('=')[1] ?? CANARY, ...texts]
    expect(secrets.filter((text) => text !== null && log.includes(text))).toEqual([])
  } finally {
    await stack.close()
  }
})
