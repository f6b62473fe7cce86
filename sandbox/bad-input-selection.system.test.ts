import { afterAll, beforeAll, expect, test } from 'vitest'
import { bytesOf } from './testing/bad-input/request.ts'
import { rowsWritten } from './testing/contract-check.ts'
import { Targets } from './testing/targets.ts'
import { startTestSandbox } from './testing/test-sandbox.ts'
import type { TestSandbox } from './testing/test-sandbox.ts'

/** Names that mean something to an object, to SQL, to JSON or to nobody. */
const names: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'toJSON',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  'propertyIsEnumerable',
  'toLocaleString',
  'then',
  'length',
  'name',
  'arguments',
  'caller',
  '0',
  '1',
  '-1',
  '4294967295',
  '1e3',
  'NaN',
  'null',
  'undefined',
  '',
  ' ',
  '$ref',
  "'; drop table work_item; --",
]

let sandbox: TestSandbox
let targets: Targets
const plainObjects = Object.getOwnPropertyNames(Object.prototype).sort()
beforeAll(async () => {
  sandbox = await startTestSandbox({ openItems: 900, identities: 60 })
  targets = await Targets.of(sandbox)
  await sandbox.token('manager')
  // From here on nothing can change what every object inherits, and whoever tries fails.
  Object.freeze(Object.prototype)
})
afterAll(() => sandbox.close())

/** The three depths at which a name is put; JSON text, since an object literal would swallow `__proto__`. */
const depths: ReadonlyArray<readonly [depth: string, json: (name: string, value: string) => string]> = [
  ['at the top', (name, value) => `{${JSON.stringify(name)}:${value}}`],
  ['inside a value', (name, value) => `{"field":{${JSON.stringify(name)}:${value}}}`],
  ['two levels inside', (name, value) => `{"field":{"list":[{${JSON.stringify(name)}:${value}}]}}`],
]
const cases = names.flatMap((name) => depths.map(([depth, json]) => [name, depth, json] as const))

async function submit(workItemId: string, json: string): Promise<{ status: number; body: string }> {
  const headers = { authorization: `Bearer ${await sandbox.token('manager')}`, 'content-type': 'application/json' }
  const path = `/beta/work-items/${workItemId}/submit-account-selection`
  const response = await sandbox.app.request(path, { method: 'POST', headers, body: bytesOf(json) })
  return { status: response.status, body: await response.text() }
}

/** A form with one required text field of that name. */
const formAsking = (name: string): string =>
  `{"id":null,"name":"AccountSelection Form","title":"t","subtitle":"s","targetUser":"u","sections":[{"name":"a","label":"a","formItems":[
    {"name":${JSON.stringify(name)},"displayName":"d","displayType":"text","required":true,"allowedValuesList":[],"value":null}]}]}`

async function formItem(name?: string): Promise<string> {
  const { id } = await targets.workItem('form', 'manager')
  if (name !== undefined)
    await sandbox.store
      .updateTable('work_item')
      .set({ form: formAsking(name) })
      .where('id', '=', id)
      .execute()
  return id
}

test('B3 30 names at 3 depths are refused where the form does not ask for them, and change nothing', async () => {
  expect(cases).toHaveLength(90)
  const id = await formItem()
  for (const [name, depth, json] of cases) {
    const before = await rowsWritten(sandbox.store)
    const answer = await submit(id, json(name, '{"polluted":true}'))
    expect([name, depth, answer.status]).toEqual([name, depth, 400])
    expect(await rowsWritten(sandbox.store)).toBe(before)
  }
})

test.each(names.filter((name) => name.trim() !== ''))(
  'B3 a form may ask for a field called %j, and its answer is stored as data',
  async (name) => {
    const id = await formItem(name)
    const answer = await submit(id, `{${JSON.stringify(name)}:"chosen"}`)
    expect(answer).toMatchObject({ status: 200 })
    const { account_selection: stored } = await sandbox.store
      .selectFrom('work_item')
      .select('account_selection')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(stored).toBe(`{${JSON.stringify(name)}:"chosen"}`)
  },
)

test('B3 1,000 keys are refused, and no object has learnt anything', async () => {
  const id = await formItem()
  const many = JSON.stringify(Object.fromEntries(Array.from({ length: 1000 }, (_, nth) => [`key${nth}`, nth])))
  expect(await submit(id, many)).toMatchObject({ status: 400 })
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(plainObjects)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})
