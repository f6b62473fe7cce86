import { expect, test } from 'vitest'
import { readWorkItem } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { checklistOf, checklistText, isManualWork } from './checklist.ts'
import { checklistTexts } from './messages/en-checklist.ts'
import { createFormats } from './messages/formats.ts'

const words = checklistTexts(createFormats({ words: 'en', figures: 'en-GB' }))

function item(parts: Record<string, unknown>): WorkItem {
  const read = readWorkItem({ id: 'w1', type: 'ManualAction', state: 'Pending', ...parts })
  if (!read) throw new Error('not a work item')
  return read
}

const sentences = (work: WorkItem) => checklistOf(work).map((step) => words.step(step.verb.raw, step.verb.kind, step))

test('one line per change, as somebody would say it', () => {
  const on = (
    operation: string,
    name: string | null,
    value: string | null,
    account: string | null = 'p.nadar',
    state = 'Pending',
  ) => ({
    id: `${operation}${value}`,
    operation,
    name,
    value,
    account,
    application: 'Ledger',
    state,
  })
  const work = item({
    approvalItems: [
      on('Add', 'groups', 'GL-Posting'),
      on('Remove', 'groups', 'GL-Closing', 'CN=Priya'),
      on('Set', 'costCentre', 'EMEA'),
      on('Create', null, null, null),
      on('Disable', null, null),
      on('Add', 'groups', 'Rejected one', 'p.nadar', 'Rejected'),
    ],
  })
  expect(sentences(work)).toEqual([
    'Add GL-Posting (groups) to p.nadar on Ledger',
    'Remove GL-Closing (groups) from CN=Priya on Ledger',
    'Set costCentre to EMEA for p.nadar on Ledger',
    'Create on Ledger',
    'Disable p.nadar on Ledger',
  ])
})

test('revocations of a review name the person; ids or places keep the ticks apart', () => {
  const work = item({
    type: 'Remediation',
    remediationItems: [
      {
        id: 'r1',
        targetDisplayName: 'Priya Nadar',
        nativeIdentity: 'p.nadar',
        applicationName: 'Ledger',
        attributeValue: 'GL-Posting',
      },
      { targetName: 'p.nadar' },
    ],
  })
  expect(sentences(work)).toEqual(['remove GL-Posting from p.nadar on Ledger, for Priya Nadar', 'remove, for p.nadar'])
  expect(checklistOf(work).map(({ key }) => key)).toEqual(['r1', 'remediation-1'])
})

test('only open manual work has steps to do', () => {
  expect(isManualWork(item({}))).toBe(true)
  expect(isManualWork(item({ type: 'remediation' }))).toBe(true)
  expect(isManualWork(item({ type: 'Approval' }))).toBe(false)
  expect(isManualWork(item({ state: 'Finished' }))).toBe(false)
})

test('the copied list can be pasted anywhere', () => {
  const steps = [
    { text: 'Remove GL-Posting', isDone: true },
    { text: 'Remove GL-Closing', isDone: false },
  ]
  expect(checklistText('Revoke 2 rights', steps, 'https://desk.example/inbox/w1')).toBe(
    'Revoke 2 rights\n[x] Remove GL-Posting\n[ ] Remove GL-Closing\nhttps://desk.example/inbox/w1',
  )
})
