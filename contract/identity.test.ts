import { expect, test } from 'vitest'
import { readIdentities, readIdentity } from './identity.ts'

const priya = {
  id: '9a1d3c5e7b90426f8d1c2e3f4a5b6c7d',
  name: 'Priya Nadar',
  created: '2024-05-02T07:00:11.902Z',
  modified: '2026-02-11T08:02:44.120Z',
  alias: 'priya.nadar',
  emailAddress: 'priya.nadar@corp.example',
  processingState: 'OK',
  identityStatus: 'REGISTERED',
  managerRef: { type: 'IDENTITY', id: 'c7e5', name: 'Tomas Lindqvist' },
  isManager: false,
  lastRefresh: '2026-03-01T20:04:55.000Z',
  attributes: { uid: '48213', department: 'Finance', cloudStatus: 'REGISTERED' },
  lifecycleState: { stateName: 'active', manuallyUpdated: false },
}

test('a documented identity becomes one clean type', () => {
  expect(readIdentity(priya)).toEqual({
    id: '9a1d3c5e7b90426f8d1c2e3f4a5b6c7d',
    name: 'Priya Nadar',
    alias: 'priya.nadar',
    email: 'priya.nadar@corp.example',
    status: { known: 'REGISTERED', raw: 'REGISTERED' },
    processingState: { known: 'OK', raw: 'OK' },
    lifecycleState: { name: 'active', manuallyUpdated: false },
    manager: { id: 'c7e5', name: 'Tomas Lindqvist' },
    isManager: false,
    created: '2024-05-02T07:00:11.902Z',
    modified: '2026-02-11T08:02:44.120Z',
    lastRefresh: '2026-03-01T20:04:55.000Z',
    attributes: { uid: '48213', department: 'Finance', cloudStatus: 'REGISTERED' },
  })
  expect(readIdentity([priya])).toEqual(readIdentity(priya))
})

test('nulls and absent properties are null', () => {
  expect(readIdentity({ id: 'i1', managerRef: null, lifecycleState: null, attributes: null, lastRefresh: null })).toEqual({
    id: 'i1',
    name: null,
    alias: null,
    email: null,
    status: null,
    processingState: null,
    lifecycleState: null,
    manager: null,
    isManager: false,
    created: null,
    modified: null,
    lastRefresh: null,
    attributes: {},
  })
})

test('an unknown status stays as text, and the attribute stands in for an absent one', () => {
  expect(readIdentity({ id: 'i1', identityStatus: 'SUSPENDED' })?.status).toEqual({ known: null, raw: 'SUSPENDED' })
  expect(readIdentity({ id: 'i1', attributes: { cloudStatus: 'UNREGISTERED', email: 'i1@corp.example' } })).toMatchObject({
    status: { known: 'UNREGISTERED' },
    email: 'i1@corp.example',
  })
})

test('a page keeps each identity once and leaves out what is none', () => {
  expect(readIdentities([priya, null, {}, priya, { id: 'i2' }]).map((identity) => identity.id)).toEqual([priya.id, 'i2'])
  expect(readIdentities('<html>')).toEqual([])
})
