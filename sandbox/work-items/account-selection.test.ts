import { describe, expect, test } from 'vitest'
import { ruleAccountSelection } from './account-selection.ts'
import type { RuledWorkItem } from './rules.ts'

const field = (name: string, allowedValuesList: unknown[], extra: object = {}) => ({
  name,
  displayName: name,
  displayType: 'select',
  required: true,
  allowedValuesList,
  value: null,
  ...extra,
})

const itemWith = (...formItems: object[]): RuledWorkItem => ({
  isOpen: true,
  ownerId: 'owner',
  approvalItems: [],
  form: { name: 'AccountSelection Form', sections: [{ name: 's', label: 'S', formItems }] },
})

const submit = (item: RuledWorkItem, answers: Record<string, unknown>) =>
  ruleAccountSelection(item, new Map(Object.entries(answers)))
const done = { state: 'Finished' }

describe('the answer to an account selection', () => {
  test.each([
    ['a text', 'p.nadar', 'p.nadar'],
    ['a pair', ['Everyday', 'p.nadar'], 'p.nadar'],
    ['label and value', { label: 'Everyday', value: 'p.nadar' }, 'p.nadar'],
    ['other names', { displayName: 'Everyday', id: 'p.nadar' }, 'p.nadar'],
    ['one key', { Everyday: 'p.nadar' }, 'p.nadar'],
    ['an unknown shape', { pool: 'emea', tier: 1 }, { tier: 1, pool: 'emea' }],
  ])('is taken when the choice is written as %s', (_shape, entry, value) => {
    const item = itemWith(field('account', [entry, 'something else']))
    expect(submit(item, { account: value })).toEqual(done)
    expect(submit(item, { account: 'not offered' })).toEqual({ refused: expect.stringContaining('account') })
  })

  test('needs every required field, in nested sections too', () => {
    const item = itemWith(field('outer', ['x']), { name: 'inner', label: 'Inner', formItems: [field('deep', ['y'])] })
    expect(submit(item, { outer: 'x', deep: 'y' })).toEqual(done)
    expect(submit(item, { outer: 'x' })).toEqual({ refused: 'deep is required.' })
    expect(submit(item, { outer: 'x', deep: null })).toEqual({ refused: 'deep is required.' })
  })

  test('may leave optional fields out and choose several for a checkbox', () => {
    const item = itemWith(field('account', ['x']), field('extras', ['a', 'b'], { displayType: 'checkbox', required: false }))
    expect(submit(item, { account: 'x' })).toEqual(done)
    expect(submit(item, { account: 'x', extras: ['a', 'b'] })).toEqual(done)
    expect(submit(item, { account: 'x', extras: ['a', 'z'] })).toEqual({ refused: expect.stringContaining('extras') })
  })

  test('is refused without a form, on a closed item, and with a field nobody asked for', () => {
    expect(submit({ ...itemWith(), form: null }, {})).toEqual({ refused: expect.stringContaining('no account selection') })
    expect(submit({ ...itemWith(field('a', ['x'])), isOpen: false }, { a: 'x' })).toEqual({
      refused: expect.stringContaining('no longer open'),
    })
    expect(submit(itemWith(field('a', ['x'])), { a: 'x', b: 'y' })).toEqual({ refused: 'b is not a field of the form.' })
  })

  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '0'])(
    'B3 treats the key %s as data',
    (key) => {
      const body: unknown = JSON.parse(`{"account":"x","${key}":{"polluted":true}}`)
      const answers = new Map(Object.entries(typeof body === 'object' && body !== null ? body : {}))
      expect(ruleAccountSelection(itemWith(field('account', ['x'])), answers)).toEqual({
        refused: `${key} is not a field of the form.`,
      })
      expect(Reflect.get({}, 'polluted')).toBeUndefined()
      const named = itemWith(JSON.parse(JSON.stringify(field(key, ['x']))))
      expect(ruleAccountSelection(named, new Map([[key, 'x']]))).toEqual(done)
    },
  )
})
