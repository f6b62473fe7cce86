import { expect, test } from 'vitest'
import { fieldsOf, readAllowedValue, readWorkItemForm } from './work-item-form.ts'

const field = {
  name: 'select-ledger',
  displayName: 'Account on Ledger',
  displayType: 'select',
  required: true,
  allowedValuesList: [{ label: 'p.nadar', value: 'p.nadar' }],
  value: null,
}

test('a form becomes sections and fields, told apart by formItems', () => {
  const form = readWorkItemForm({
    id: null,
    name: 'Ledger account choice',
    title: 'Choose an account for Priya Nadar',
    subtitle: null,
    targetUser: 'priya.nadar',
    sections: [
      {
        name: 'ledger',
        label: 'Ledger',
        formItems: [field, { name: 'inner', label: null, formItems: [{ ...field, name: 'second' }] }],
      },
    ],
  })
  expect(form).toMatchObject({
    id: null,
    title: 'Choose an account for Priya Nadar',
    subtitle: null,
    targetUser: 'priya.nadar',
    sections: [
      {
        kind: 'section',
        label: 'Ledger',
        items: [
          {
            kind: 'field',
            name: 'select-ledger',
            label: 'Account on Ledger',
            displayType: 'select',
            required: true,
            value: null,
          },
          { kind: 'section', name: 'inner', label: null, items: [{ kind: 'field', name: 'second' }] },
        ],
      },
    ],
  })
  expect(form && fieldsOf(form).map((entry) => entry.name)).toEqual(['select-ledger', 'second'])
})

test.each([
  ['p.nadar', { label: 'p.nadar', value: 'p.nadar' }],
  [7, { label: '7', value: 7 }],
  [['Priya (p.nadar)', 'p.nadar'], { label: 'Priya (p.nadar)', value: 'p.nadar' }],
  [
    { label: 'Priya', value: 'p.nadar' },
    { label: 'Priya', value: 'p.nadar' },
  ],
  [
    { displayName: 'Priya', id: 17 },
    { label: 'Priya', value: 17 },
  ],
  [
    { name: 'Priya', value: { id: 1 } },
    { label: 'Priya', value: { id: 1 } },
  ],
  [{ value: 'p.nadar' }, { label: 'p.nadar', value: 'p.nadar' }],
  [{ Priya: 'p.nadar' }, { label: 'Priya', value: 'p.nadar' }],
])('the allowed value %j is understood', (entry, expected) => {
  expect(readAllowedValue(entry)).toEqual(expected)
})

test.each([[null], [['a', 'b', 'c']], [[{}, 1]], [{ a: 1, b: 2 }], [{}], [[]]])(
  'the unknown allowed value %j is shown as JSON and sent back unchanged',
  (entry) => {
    const read = readAllowedValue(entry)
    expect(read.label).toBe(JSON.stringify(entry))
    expect(read.value).toBe(entry)
  },
)

test('a present value of any type is kept', () => {
  const values: readonly unknown[] = ['x', 3, false, ['a'], { b: 1 }]
  for (const value of values) {
    const form = readWorkItemForm({ sections: [{ formItems: [{ name: 'f', value }] }] })
    expect(form && fieldsOf(form)[0]?.value).toEqual(value)
  }
})

test('a work item without a form, and a form without anything, are no accident', () => {
  expect(readWorkItemForm(null)).toBeNull()
  expect(readWorkItemForm('form')).toBeNull()
  expect(readWorkItemForm({ sections: null })?.sections).toEqual([])
  expect(readWorkItemForm({ sections: [null, { formItems: [null, 3] }] })?.sections).toEqual([
    { kind: 'section', name: null, label: null, items: [] },
  ])
})

test('a form nested without end is cut off', () => {
  let section: Record<string, unknown> = { name: 'deepest', formItems: [field] }
  for (let level = 0; level < 50_000; level++) section = { formItems: [section] }
  const form = readWorkItemForm({ sections: [section] })
  expect(form && fieldsOf(form)).toEqual([])
})
