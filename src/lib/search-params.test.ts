import { assert, constantFrom, option, property, record, string, uniqueArray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  facetNames,
  groupings,
  parseListParams,
  plainList,
  scopes,
  sorts,
  toggleValue,
  writeListParams,
} from './search-params.ts'

const parse = (text: string) => parseListParams(new URLSearchParams(text))

test('an empty address is the plain list, and the plain list has an empty address', () => {
  expect(parse('')).toEqual(plainList)
  expect(writeListParams(plainList)).toBe('')
})

test('filters, sort, grouping and owner are read', () => {
  expect(parse('?q=ledger&show=snoozed&type=Form&type=Approval&source=&age=month&sort=oldest&group=person&owner=2c91')).toEqual({
    query: 'ledger',
    scope: 'snoozed',
    facets: { type: ['Form', 'Approval'], source: [''], operation: [], requester: [], age: ['month'] },
    sort: 'oldest',
    group: 'person',
    owner: '2c91',
  })
})

describe('bad input is forgiven', () => {
  test.each([
    ['an unknown sort', '?sort=chaos'],
    ['an unknown grouping', '?group=__proto__'],
    ['an unknown list', '?show=everything'],
    ['a blank owner', '?owner=%20'],
    ['an endless value', `?type=${'x'.repeat(5000)}`],
    ['blanks for a query', '?q=%20%20'],
  ])('%s', (_what, text) => {
    expect(parse(text)).toEqual(plainList)
  })

  test('a value said twice counts once, and a text is cut', () => {
    expect(parse('?type=Form&type=Form').facets.type).toEqual(['Form'])
    expect(parse(`?q=${'x'.repeat(5000)}`).query).toHaveLength(200)
  })
})

test('what is written is read back the same', () => {
  const value = string({ maxLength: 40 })
  const values = uniqueArray(value, { maxLength: 5 }).map((list) => list.toSorted())
  assert(
    property(
      record({
        query: value.map((text) => text.trim()),
        scope: constantFrom(...scopes),
        facets: record({ type: values, source: values, operation: values, requester: values, age: values }),
        sort: constantFrom(...sorts),
        group: option(constantFrom(...groupings)),
        owner: option(
          value.map((text) => text.trim()).filter((text) => text !== ''),
          { nil: null },
        ),
      }),
      (params) => {
        expect(parse(writeListParams(params))).toEqual(params)
      },
    ),
  )
})

test('the order in which values were chosen does not matter', () => {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- says what an address is, for this test
  const address = (...values: string[]) =>
    writeListParams({
      ...plainList,
      facets: values.reduce((facets, value) => toggleValue(facets, 'type', value), plainList.facets),
    })
  expect(address('Form', 'Approval')).toBe(address('Approval', 'Form'))
  expect(address('Form', 'Form')).toBe('')
  expect(facetNames).toContain('type')
})
