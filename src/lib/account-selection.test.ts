import { expect, test } from 'vitest'
import { readWorkItemForm } from '#contract/work-item-form.ts'
import type { FormField, WorkItemForm } from '#contract/work-item-form.ts'
import { fieldsOf } from '#contract/work-item-form.ts'
import {
  canAnswer,
  choicesOf,
  kindOf,
  missingIn,
  presentAnswers,
  progressIn,
  readAnswers,
  readBackOf,
  selectionOf,
  strangeKindOf,
  writeAnswers,
} from './account-selection.ts'
import type { Answers } from './account-selection.ts'
import { accountSelectionTexts } from './messages/en-account-selection.ts'
import { createFormats } from './messages/formats.ts'
import { parsedJson } from './parsed-json.ts'

const words = accountSelectionTexts(createFormats({ words: 'en', figures: 'en-GB' }))

function formOf(...sections: readonly unknown[]): WorkItemForm {
  const form = readWorkItemForm({ targetUser: 'priya.nadar', sections })
  if (!form) throw new Error('not a form')
  return form
}

const field = (name: string | null, more: Record<string, unknown> = {}) => ({
  name,
  displayName: `About ${name}`,
  displayType: 'radio',
  required: true,
  allowedValuesList: ['p.nadar', 'adm-p.nadar'],
  value: null,
  ...more,
})

function onlyField(more: Record<string, unknown>): FormField {
  const [only] = fieldsOf(formOf({ label: 'Ledger', formItems: [field('a', more)] }))
  if (!only) throw new Error('no field')
  return only
}

const chose = (...keys: readonly unknown[]) => ({ chosen: keys.map((key) => JSON.stringify(key)), text: '' })
const wrote = (text: string) => ({ chosen: [], text })

const nested = formOf({
  label: 'Ledger',
  formItems: [
    field('ledger'),
    { label: 'Forge', formItems: [field('forge', { displayType: 'select', allowedValuesList: [['Everyday', 'p-nadar']] })] },
    {
      label: 'Gatehouse',
      formItems: [
        field('gate', {
          allowedValuesList: [
            { label: 'One', value: { id: 7 } },
            { label: 'Two', value: { id: 8 } },
          ],
        }),
        field('also', {
          displayType: 'checkbox',
          required: false,
          displayName: 'Also to',
          allowedValuesList: ['mailbox', 'phone'],
        }),
        field('when', { displayType: 'datePicker', required: false, displayName: 'Date', allowedValuesList: [] }),
      ],
    },
  ],
})

test.each([
  ['select', ['a', 'b'], 'select'],
  [' Radio ', ['a', 'b'], 'radio'],
  ['CHECKBOX', ['a', 'b'], 'checkbox'],
  ['carousel', ['a', 'b'], 'radio'],
  ['carousel', 'abcdefgh'.split(''), 'select'],
  [null, ['a'], 'radio'],
  ['select', [], 'text'],
  ['datePicker', null, 'text'],
])('a field that calls itself %s with the choices %j is asked as %s', (displayType, allowedValuesList, kind) => {
  expect(kindOf(onlyField({ displayType, allowedValuesList }))).toBe(kind)
})

test('only a kind we do not know is shown in its own words', () => {
  expect(strangeKindOf(onlyField({ displayType: 'datePicker' }))).toBe('datePicker')
  expect(strangeKindOf(onlyField({ displayType: 'Select' }))).toBeNull()
})

test('choices of every shape keep the value the tenant gave; those that read the same say what is sent', () => {
  const shapes = [
    'x',
    ['Pair', 'p1'],
    { label: 'Same', value: 1 },
    { displayName: 'Same', id: '2' },
    { Lone: { deep: true } },
    'x',
  ]
  const choices = choicesOf(onlyField({ allowedValuesList: shapes }))
  expect(choices.map(({ label, value, detail, isTwin }) => [label, value, detail, isTwin])).toEqual([
    ['x', 'x', null, false],
    ['Pair', 'p1', 'p1', false],
    ['Same', 1, '1', true],
    ['Same', '2', '2', true],
    ['Lone', { deep: true }, '{"deep":true}', false],
  ])
})

test('what is sent: each field by name with the chosen value unchanged, lists for checkboxes, nothing for what is open', () => {
  const answers: Answers = new Map([
    ['ledger', chose('adm-p.nadar')],
    ['forge', chose('p-nadar')],
    ['gate', chose({ id: 8 })],
    ['also', chose('phone')],
    ['when', wrote('  tomorrow ')],
  ])
  expect(selectionOf(nested, answers)).toEqual({
    ledger: 'adm-p.nadar',
    forge: 'p-nadar',
    gate: { id: 8 },
    also: ['phone'],
    when: 'tomorrow',
  })
  expect(selectionOf(nested, new Map([['when', wrote('  ')]]))).toEqual({})
})

test('a field called __proto__ is a field like any other', () => {
  const form = formOf({ label: 'Ledger', formItems: [field('__proto__')] })
  expect(JSON.stringify(selectionOf(form, new Map([['__proto__', chose('p.nadar')]])))).toBe('{"__proto__":"p.nadar"}')
})

test('required fields are missed in reading order; an answer that is no longer offered counts as none', () => {
  expect(missingIn(nested, new Map())).toEqual(['ledger', 'forge', 'gate'])
  expect(
    missingIn(
      nested,
      new Map([
        ['ledger', chose('gone')],
        ['forge', chose('p-nadar')],
      ]),
    ),
  ).toEqual(['ledger', 'gate'])
  expect(progressIn(nested, new Map([['forge', chose('p-nadar')]]))).toEqual({ answered: 1, total: 5 })
})

test('a form can be answered unless it asks for something that has no name', () => {
  expect(canAnswer(nested)).toBe(true)
  expect(canAnswer(formOf({ formItems: [field('a'), field(null)] }))).toBe(false)
  expect(canAnswer(formOf({ formItems: [field('a'), field(null, { required: false })] }))).toBe(true)
  expect(canAnswer(formOf({ formItems: [] }))).toBe(false)
})

test('present answers are taken over where they are among the choices', () => {
  const form = formOf({
    formItems: [
      field('a', { value: 'p.nadar' }),
      field('b', { value: 'stranger' }),
      field('c', { displayType: 'checkbox', value: ['adm-p.nadar', 'stranger'] }),
      field('d', { allowedValuesList: [], value: 12 }),
      field('e', { value: [] }),
    ],
  })
  expect([...presentAnswers(form)]).toEqual([
    ['a', chose('p.nadar')],
    ['c', chose('adm-p.nadar')],
    ['d', wrote('12')],
  ])
})

test('answers are read back as sentences: for whom, on what, what was chosen', () => {
  const answers: Answers = new Map([
    ['forge', chose('p-nadar')],
    ['also', chose('mailbox', 'phone')],
    ['when', wrote('1 May')],
  ])
  const lines = readBackOf(nested, answers)
  expect(lines.map((line) => words.line({ ...line, who: 'Priya' }, line.answers, line.isText))).toEqual([
    'For Priya on Ledger you left this open.',
    'For Priya on Forge you chose Everyday.',
    'For Priya on Gatehouse under “About gate” you left this open.',
    'For Priya on Gatehouse under “Also to” you chose mailbox and phone.',
    'For Priya on Gatehouse under “Date” you wrote “1 May”.',
  ])
  const [bare] = readBackOf(formOf({ formItems: [field('a')] }), new Map([['a', chose('p.nadar')]]))
  expect(bare && words.line({ ...bare, who: null }, bare.answers, bare.isText)).toBe('Under “About a” you chose p.nadar.')
})

test('two choices that read the same are read back with what is sent', () => {
  const form = formOf({
    label: 'Ledger',
    formItems: [
      field('a', {
        allowedValuesList: [
          ['Main', 'x1'],
          ['Main', 'x2'],
        ],
      }),
    ],
  })
  expect(readBackOf(form, new Map([['a', chose('x2')]]))[0]?.answers).toEqual(['Main (x2)'])
})

test('a draft comes back as it was; anything odd is forgotten', () => {
  const answers: Answers = new Map([
    ['a', chose({ id: 8 })],
    ['__proto__', wrote('hm')],
  ])
  expect(readAnswers(parsedJson(writeAnswers(answers)))).toEqual(answers)
  expect(readAnswers(parsedJson('nonsense'))).toBeNull()
  expect(readAnswers({ a: 1 })).toBeNull()
  expect(readAnswers([['a'], 'b', ['c', { chosen: [1, 'x'], text: 5 }], [3, { chosen: [] }]])).toEqual(
    new Map([['c', { chosen: ['x'], text: '' }]]),
  )
})
