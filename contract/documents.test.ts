import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import identities from './generated/identities.json' with { type: 'json' }
import workItems from './generated/work-items.json' with { type: 'json' }
import { isRecord, listOf } from './json.ts'
import { operationList } from './operations.ts'
import type { OperationId } from './operations.ts'
import { knownWorkItemStates, knownWorkItemTypes } from './work-item.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true })
formats.default(ajv)
ajv.addFormat('int32', true)
ajv.addSchema(workItems, 'beta')
ajv.addSchema(identities, 'v2024')

const fits = (version: 'beta' | 'v2024', schema: string, value: unknown) =>
  ajv.validate({ $ref: `${version}#/components/schemas/${schema}` }, value)

/** Every place in the document that carries examples, as a JSON pointer with each example. */
function examplesIn(value: unknown, pointer: string): [pointer: string, example: unknown][] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => examplesIn(entry, `${pointer}/${index}`))
  if (!isRecord(value)) return []
  const own = Array.isArray(value['examples']) ? value['examples'].map((example): [string, unknown] => [pointer, example]) : []
  const below = Object.entries(value).flatMap(([key, entry]) =>
    key === 'examples' ? [] : examplesIn(entry, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
  return [...own, ...below]
}

test.each([
  ['beta', workItems],
  ['v2024', identities],
] as const)('every example of the %s document fits its schema', (version, document) => {
  const examples = examplesIn(document.components.schemas, '/components/schemas')
  expect(examples.length).toBeGreaterThan(40)
  for (const [pointer, example] of examples) {
    const isValid = ajv.validate({ $ref: `${version}#${pointer}` }, example)
    expect([pointer, example, isValid ? null : ajv.errorsText()]).toEqual([pointer, example, null])
  }
})

const operationIn = (id: OperationId): Readonly<Record<string, unknown>> => {
  const found = [workItems, identities]
    .flatMap((document) => Object.values<unknown>(document.paths))
    .flatMap((item) => Object.values(isRecord(item) ? item : {}))
    .find((operation) => isRecord(operation) && operation['operationId'] === id)
  return isRecord(found) ? found : {}
}

const success: Partial<Record<OperationId, string>> = {
  deleteIdentity: '204',
  resetIdentity: '202',
  startIdentitiesInvite: '202',
  startIdentityProcessing: '202',
  synchronizeAttributesForIdentity: '202',
}

test('every operation declares one success and the refusals the tenant knows', () => {
  for (const { id } of operationList) {
    const responses = operationIn(id)['responses']
    const refusals = ['400', '401', '403', '404', '429', '500'].filter((status) => status !== '404' || id !== 'listIdentities')
    const expected = [success[id] ?? '200', ...refusals]
    // The vendor lists no 404 for forwarding; a default stands for it.
    const listed = id === 'forwardWorkItem' ? [...expected.filter((status) => status !== '404'), 'default'] : expected
    expect([id, new Set(Object.keys(isRecord(responses) ? responses : {}))]).toEqual([id, new Set(listed)])
  }
})

test('every operation says who may call it and what it does', () => {
  for (const { id } of operationList) {
    const operation = operationIn(id)
    expect([id, listOf(operation['security']).length > 0]).toEqual([id, true])
    expect([id, typeof operation['summary'], typeof operation['description']]).toEqual([id, 'string', 'string'])
  }
})

test('responses are open: unknown properties and unknown enum values fit', () => {
  expect(fits('beta', 'WorkItem', { id: 'w1', state: 'Escalated', type: 'AgentReview', priority: 3, form: null })).toBe(true)
  expect(fits('v2024', 'Identity', { name: 'Priya Nadar', identityStatus: 'SUSPENDED', score: 3 })).toBe(true)
  expect(fits('v2024', 'BaseReferenceDto', { type: 'AGENT', id: 'x' })).toBe(true)
})

test('requests are strict', () => {
  const forward = { targetOwnerId: 'b2d4', comment: 'Yours now.' }
  expect(fits('beta', 'WorkItemForward', forward)).toBe(true)
  expect(fits('beta', 'WorkItemForward', { ...forward, sendNotifications: false })).toBe(true)
  expect(fits('beta', 'WorkItemForward', { ...forward, reason: 'x' })).toBe(false)
  expect(fits('beta', 'WorkItemForward', { ...forward, comment: '' })).toBe(false)
  expect(fits('beta', 'WorkItemForward', { ...forward, targetOwnerId: '../me' })).toBe(false)
  expect(fits('beta', 'WorkItemForward', { targetOwnerId: 'b2d4' })).toBe(false)
  expect(fits('beta', 'AccountSelection', { 'select-ledger': { any: ['value'] } })).toBe(true)
  expect(fits('beta', 'AccountSelection', ['p.nadar'])).toBe(false)
  expect(fits('v2024', 'ProcessIdentitiesRequest', { identityIds: [] })).toBe(false)
  expect(fits('v2024', 'ProcessIdentitiesRequest', { identityIds: Array.from({ length: 251 }, () => 'a') })).toBe(false)
  expect(fits('v2024', 'SendAccountVerificationRequest', { via: 'SMS' })).toBe(false)
  expect(fits('v2024', 'InviteIdentitiesRequest', { ids: null, uninvited: true })).toBe(true)
  expect(fits('v2024', 'InviteIdentitiesRequest', { all: true })).toBe(false)
})

test('the known states and types are those of the document', () => {
  expect(knownWorkItemStates).toEqual(workItems.components.schemas.KnownWorkItemState.enum)
  expect(knownWorkItemTypes).toEqual(workItems.components.schemas.KnownWorkItemType.enum)
})
