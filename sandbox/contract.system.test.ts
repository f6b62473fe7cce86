import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRecord } from '#contract/json.ts'
import { fieldsOf, readWorkItemForm } from '#contract/work-item-form.ts'
import type { ServedOperationId } from './http/handlers.ts'
import type { Persona } from './personas.ts'
import { holdToContract, stateDigest } from './testing/contract-check.ts'
import { startTestSandbox } from './testing/test-sandbox.ts'
import type { TestSandbox } from './testing/test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox()
})
afterAll(() => sandbox.close())

const records = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : [])
const record = (value: unknown) => (isRecord(value) ? value : {})

async function ask(persona: Persona['key'] | null, id: ServedOperationId, method: string, path: string, body?: unknown) {
  return holdToContract(id, await sandbox.call(persona, method, path, body))
}

/** The manager's open items, fresh. */
const open = async () => records((await ask('manager', 'listWorkItems', 'GET', '/beta/work-items')).body)

/** An open item of the manager for which `fits` holds. */
async function openItem(fits: (item: Record<string, unknown>) => boolean): Promise<Record<string, unknown> & { id: string }> {
  const item = (await open()).find(fits)
  if (typeof item?.['id'] !== 'string') throw new Error('The seed has no such item left.')
  return { ...item, id: item['id'] }
}

const approvalsOf = (item: Record<string, unknown>) => records(item['approvalItems'])
const pendingOf = (item: Record<string, unknown>) =>
  approvalsOf(item).filter(({ state }) => state === null || state === 'Pending')

describe('reading work items', () => {
  test.each(['beta', 'v2024', 'v2025'])('lists, counts and sums under /%s', async (version) => {
    const list = await ask('manager', 'listWorkItems', 'GET', `/${version}/work-items?limit=250&offset=0&count=true`)
    expect(list.status).toBe(200)
    const summary = record((await ask('manager', 'getWorkItemsSummary', 'GET', `/${version}/work-items/summary`)).body)
    const count = record((await ask('manager', 'getCountWorkItems', 'GET', `/${version}/work-items/count`)).body)
    const completed = await ask('manager', 'getCompletedWorkItems', 'GET', `/${version}/work-items/completed?count=true&limit=5`)
    expect(records(list.body)).toHaveLength(Number(list.headers.get('x-total-count')))
    expect(count['count']).toBe(summary['open'])
    expect(records(list.body)).toHaveLength(Number(summary['open']))
    expect(completed.headers.get('x-total-count')).toBe(String(summary['completed']))
    expect(summary['total']).toBe(Number(summary['open']) + Number(summary['completed']))
    for (const path of ['completed/count', 'count/completed']) {
      const answer = await ask('manager', 'getCountCompletedWorkItems', 'GET', `/${version}/work-items/${path}`)
      expect(answer.body).toEqual({ count: summary['completed'] })
    }
  })

  test('open items come newest first, finished ones last finished first, pages without overlap', async () => {
    const created = (await open()).map((item) => String(item['created']))
    expect(created).toEqual([...created].sort().toReversed())
    const pages = []
    for (let offset = 0; offset < 220; offset += 50) {
      pages.push(
        ...records(
          (await ask('manager', 'getCompletedWorkItems', 'GET', `/beta/work-items/completed?limit=50&offset=${offset}`)).body,
        ),
      )
    }
    const completed = pages.map((item) => String(item['completed']))
    expect(completed).toEqual([...completed].sort().toReversed())
    expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length)
  })

  test('sorters are tolerated, wrong paging is not', async () => {
    expect((await ask('manager', 'listWorkItems', 'GET', '/beta/work-items?sorters=-created&limit=1')).status).toBe(200)
    for (const query of [
      'limit=251',
      'limit=-1',
      'limit=1.5',
      'limit=',
      'limit=1&limit=1',
      'offset=-1',
      'count=maybe',
      'filters=x',
      'x=1',
    ]) {
      expect((await ask('manager', 'listWorkItems', 'GET', `/beta/work-items?${query}`)).status).toBe(400)
    }
    expect((await ask('manager', 'listWorkItems', 'GET', '/beta/work-items?limit=0')).body).toEqual([])
  })

  test('one item answers alike in the list and alone', async () => {
    const item = await openItem((one) => approvalsOf(one).length > 3)
    expect((await ask('manager', 'getWorkItem', 'GET', `/beta/work-items/${item.id}`)).body).toEqual(item)
    expect((await ask('manager', 'getWorkItem', 'GET', '/beta/work-items/0123456789abcdef0123456789abcdef')).status).toBe(404)
    expect((await ask('manager', 'getWorkItem', 'GET', `/beta/work-items/${'x'.repeat(129)}`)).status).toBe(400)
    expect((await ask('manager', 'getWorkItem', 'GET', '/beta/work-items/a%00b')).status).toBe(400)
    expect((await ask('manager', 'getWorkItem', 'GET', '/beta/work-items/a%2Fb')).status).toBe(400)
  })
})

describe('deciding', () => {
  test('approve and reject one, and the item finishes with its last', async () => {
    const item = await openItem((one) => pendingOf(one).length === 2 && approvalsOf(one).length === 2)
    const [first, second] = approvalsOf(item)
    const half = record(
      (await ask('manager', 'approveApprovalItem', 'POST', `/beta/work-items/${item.id}/approve/${String(first?.['id'])}`)).body,
    )
    expect(half['state']).toBe(item['state'])
    expect(approvalsOf(half).map(({ state }) => state)[0]).toBe('Finished')
    const whole = record(
      (await ask('manager', 'rejectApprovalItem', 'POST', `/v2024/work-items/${item.id}/reject/${String(second?.['id'])}`)).body,
    )
    expect(whole['state']).toBe('Finished')
    expect(whole['completed']).toEqual(whole['modified'])
    expect((await open()).some(({ id }) => id === item.id)).toBe(false)
    const completed = records((await ask('manager', 'getCompletedWorkItems', 'GET', '/beta/work-items/completed?limit=1')).body)
    expect(completed[0]?.['id']).toBe(item.id)
  })

  test('a second verdict is refused with 400 and changes nothing', async () => {
    const item = await openItem((one) => pendingOf(one).length > 1)
    const approval = String(pendingOf(item)[0]?.['id'])
    expect((await ask('manager', 'approveApprovalItem', 'POST', `/beta/work-items/${item.id}/approve/${approval}`)).status).toBe(
      200,
    )
    const before = await stateDigest(sandbox.store)
    const again = await ask('manager', 'rejectApprovalItem', 'POST', `/beta/work-items/${item.id}/reject/${approval}`)
    expect(again.status).toBe(400)
    expect(record(again.body)['detailCode']).toBe('400.1.3 Illegal State')
    expect((await ask('manager', 'approveApprovalItem', 'POST', `/beta/work-items/${item.id}/approve/unknown`)).status).toBe(404)
    expect(await stateDigest(sandbox.store)).toBe(before)
  })

  test('C3 bulk decides what is still pending, keeps the rest, and refuses when nothing is left', async () => {
    const item = await openItem((one) => pendingOf(one).length > 0 && approvalsOf(one).some(({ state }) => state === 'Rejected'))
    const done = record(
      (await ask('manager', 'approveApprovalItemsInBulk', 'POST', `/beta/work-items/bulk-approve/${item.id}`)).body,
    )
    for (const before of approvalsOf(item)) {
      const after = approvalsOf(done).find(({ id }) => id === before['id'])
      expect(after?.['state']).toBe(before['state'] === 'Rejected' ? 'Rejected' : 'Finished')
    }
    expect(done['state']).toBe('Finished')
    expect((await ask('manager', 'approveApprovalItemsInBulk', 'POST', `/beta/work-items/bulk-approve/${item.id}`)).status).toBe(
      400,
    )
    expect((await ask('manager', 'approveApprovalItemsInBulk', 'POST', '/beta/work-items/bulk-approve/forward')).status).toBe(404)
  })

  test('all rejected makes the work item Rejected', async () => {
    const item = await openItem((one) => pendingOf(one).length > 1 && pendingOf(one).length === approvalsOf(one).length)
    const done = record(
      (await ask('manager', 'rejectApprovalItemsInBulk', 'POST', `/beta/work-items/bulk-reject/${item.id}`)).body,
    )
    expect(done['state']).toBe('Rejected')
    expect(new Set(approvalsOf(done).map(({ state }) => state))).toEqual(new Set(['Rejected']))
  })

  test('complete finishes an item without decisions, once', async () => {
    const item = await openItem(({ type, approvalItems }) => type === 'ManualAction' && approvalItems === null)
    const path = `/beta/work-items/${item.id}`
    expect(record((await ask('manager', 'completeWorkItem', 'POST', path)).body)['state']).toBe('Finished')
    expect((await ask('manager', 'completeWorkItem', 'POST', path)).status).toBe(400)
    const undecided = await openItem((one) => pendingOf(one).length > 0)
    expect((await ask('manager', 'completeWorkItem', 'POST', `/beta/work-items/${undecided.id}`)).status).toBe(400)
    const other = await openItem(({ type }) => type === 'Remediation')
    expect((await ask('manager', 'completeWorkItem', 'POST', `/beta/work-items/${other.id}`, { approve: true })).status).toBe(400)
    expect((await ask('manager', 'completeWorkItem', 'POST', `/beta/work-items/${other.id}`, null)).status).toBe(200)
  })

  test('every seeded account selection can be submitted, and wrong answers name the field', async () => {
    const forms = (await open()).filter((item) => item['form'] !== null)
    expect(forms.length).toBeGreaterThanOrEqual(4)
    for (const item of forms) {
      const form = readWorkItemForm(item['form'])
      const fields = form ? fieldsOf(form) : []
      const answers = Object.fromEntries(
        fields.filter(({ required }) => required).map(({ name, allowedValues }) => [name, allowedValues.at(-1)?.value]),
      )
      const path = `/beta/work-items/${String(item['id'])}/submit-account-selection`
      const missing = await ask('manager', 'submitAccountSelection', 'POST', path, {})
      expect(missing.status).toBe(400)
      expect(JSON.stringify(missing.body)).toContain(fields.find(({ required }) => required)?.name)
      expect((await ask('manager', 'submitAccountSelection', 'POST', path, { ...answers, extra: 1 })).status).toBe(400)
      expect((await ask('manager', 'submitAccountSelection', 'POST', path, [answers])).status).toBe(400)
      expect((await ask('manager', 'submitAccountSelection', 'POST', path)).status).toBe(400)
      expect(record((await ask('manager', 'submitAccountSelection', 'POST', path, answers)).body)['state']).toBe('Finished')
      expect((await ask('manager', 'submitAccountSelection', 'POST', path, answers)).status).toBe(400)
    }
  })

  test('forward hands the item over: the new owner acts, the old one is refused', async () => {
    const item = await openItem((one) => pendingOf(one).length > 0)
    const path = `/beta/work-items/${item.id}/forward`
    const targetOwnerId = await sandbox.identityId('colleague')
    const own = await sandbox.identityId('manager')
    for (const body of [
      {},
      { targetOwnerId },
      { targetOwnerId, comment: '' },
      { targetOwnerId, comment: ' ' },
      { targetOwnerId: own, comment: 'x' },
    ]) {
      expect((await ask('manager', 'forwardWorkItem', 'POST', path, body)).status).toBe(400)
    }
    const unknown = { targetOwnerId: '0123456789abcdef0123456789abcdef', comment: 'x' }
    expect((await ask('manager', 'forwardWorkItem', 'POST', path, unknown)).status).toBe(400)
    const done = await ask('manager', 'forwardWorkItem', 'POST', path, {
      targetOwnerId,
      comment: 'Yours since last month.',
      sendNotifications: false,
    })
    expect(done).toMatchObject({ status: 200, body: undefined })
    expect((await ask('manager', 'getWorkItem', 'GET', `/beta/work-items/${item.id}`)).status).toBe(403)
    const seen = record((await ask('colleague', 'getWorkItem', 'GET', `/beta/work-items/${item.id}`)).body)
    expect(seen['ownerId']).toBe(targetOwnerId)
    expect(
      (await ask('colleague', 'approveApprovalItemsInBulk', 'POST', `/beta/work-items/bulk-approve/${item.id}`)).status,
    ).toBe(200)
    const finished = { targetOwnerId: own, comment: 'back' }
    expect((await ask('colleague', 'forwardWorkItem', 'POST', path, finished)).status).toBe(400)
  })

  test('forwarding an unknown item answers 404, the one status the vendor does not list', async () => {
    const body = { targetOwnerId: await sandbox.identityId('colleague'), comment: 'x' }
    expect((await sandbox.call('manager', 'POST', '/beta/work-items/unknown/forward', body)).status).toBe(404)
  })
})

describe('identities', () => {
  test.each(['v2024', 'beta'])('are listed, counted, filtered, sorted and read under /%s', async (version) => {
    const base = `/${version}/identities`
    const all = await ask('admin', 'listIdentities', 'GET', `${base}?defaultFilter=NONE&count=true&limit=250`)
    expect(all.headers.get('x-total-count')).toBe('300')
    const correlated = await ask('admin', 'listIdentities', 'GET', `${base}?count=true&limit=1`)
    expect(Number(correlated.headers.get('x-total-count'))).toBeLessThan(300)
    const query = new URLSearchParams({ filters: 'name sw "anna s" or email sw "ana.s"', sorters: 'name,-alias', limit: '10' })
    const found = records((await ask('manager', 'listIdentities', 'GET', `${base}?${query.toString()}`)).body)
    expect(found.map(({ alias }) => alias)).toEqual(['ana.schmidt', 'anna.schmidt2', 'anna.schmidt', 'anna.schmitt'])
    const one = found[0]
    expect((await ask('manager', 'getIdentity', 'GET', `${base}/${String(one?.['id'])}`)).body).toEqual(one)
    expect((await ask('manager', 'getIdentity', 'GET', `${base}/unknown`)).status).toBe(404)
  })

  test('what is not supported is 400, never anything else', async () => {
    for (const query of [
      'filters=name co "x"',
      'filters=',
      'filters=name eq "',
      'sorters=email',
      'sorters=name,name',
      'defaultFilter=ALL',
      'limit=251',
      'x=1',
    ]) {
      expect((await ask('manager', 'listIdentities', 'GET', `/v2024/identities?${encodeURI(query)}`)).status).toBe(400)
    }
  })
})

describe('who may', () => {
  test('a scope that does not reach the operation is 403', async () => {
    const form = {
      grant_type: 'client_credentials',
      client_id: 'admin-pat',
      client_secret: sandbox.config.patSecret,
      scope: 'idn:identity:read',
    }
    const granted: unknown = await (
      await sandbox.app.request('/oauth/token', { method: 'POST', body: new URLSearchParams(form) })
    ).json()
    const headers = { authorization: `Bearer ${String(record(granted)['access_token'])}` }
    expect((await sandbox.app.request('/v2024/identities?limit=1', { headers })).status).toBe(200)
    expect((await sandbox.app.request('/beta/work-items', { headers })).status).toBe(403)
  })
})

describe('the edges', () => {
  test('unknown paths are 404, other methods 405 with Allow, all with a request id', async () => {
    for (const path of [
      '/nothing',
      '/beta',
      '/beta/',
      '/v3/work-items',
      '/beta/work-items/',
      '/beta/work-items/x/complete',
      '/_sandbox/nothing',
      '/oauth/nothing',
    ]) {
      expect((await sandbox.call('manager', 'GET', path)).status).toBe(404)
    }
    for (const method of ['HEAD', 'PUT', 'PATCH', 'OPTIONS', 'DELETE']) {
      const answer = await sandbox.call('manager', method, '/beta/work-items')
      expect(answer.status).toBe(405)
      expect(answer.headers.get('allow')).toBe('GET')
      expect(answer.headers.get('slpt-request-id')).toMatch(/^[0-9a-f]{32}$/)
    }
  })

  test('deprecated operations say so', async () => {
    expect((await sandbox.call('manager', 'GET', '/beta/work-items/count')).headers.get('x-deprecated')).toBe('true')
    expect((await sandbox.call('manager', 'GET', '/v2025/work-items/count')).headers.get('x-deprecated')).toBeNull()
  })

  test('nothing under /_sandbox outside test mode', async () => {
    const plain = await startTestSandbox({ testMode: false, openItems: 1, identities: 50 })
    expect((await plain.call(null, 'GET', '/_sandbox/effects')).status).toBe(404)
    await plain.close()
  })

  test('the limit counts per client and version, answers 429 with Retry-After, and passes', async () => {
    const tight = await startTestSandbox({ rateLimit: 3, openItems: 1, identities: 50 })
    const status = async (persona: Persona['key'], path: string) =>
      (await holdToContract('getCountWorkItems', await tight.call(persona, 'GET', path))).status
    for (let nth = 0; nth < 3; nth += 1) expect(await status('manager', '/beta/work-items/count')).toBe(200)
    expect(await status('manager', '/beta/work-items/count')).toBe(429)
    expect(await status('manager', '/v2024/work-items/count')).toBe(200)
    expect(await status('colleague', '/beta/work-items/count')).toBe(200)
    tight.advance(10_001)
    expect(await status('manager', '/beta/work-items/count')).toBe(200)
    await tight.close()
  })
})
