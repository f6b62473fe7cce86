import { expect, test } from 'vitest'
import { readTaskReference, readTaskStatus } from './task-status.ts'

const running = {
  id: '6f1e',
  type: 'QUARTZ',
  uniqueName: 'Invite Identities - 0417',
  description: 'Sends registration mail',
  parentName: null,
  launcher: 'tomas.lindqvist',
  target: null,
  created: '2026-03-04T09:15:27.418Z',
  modified: null,
  launched: null,
  completed: null,
  completionStatus: null,
  messages: [],
  returns: [],
  attributes: { sent: 2 },
  progress: 'Mailing',
  percentComplete: 100,
}

test('a task runs until it has an end, whatever its percentage says', () => {
  expect(readTaskStatus(running)).toMatchObject({ id: '6f1e', isFinished: false, percentComplete: 100, progress: 'Mailing' })
  expect(readTaskStatus({ ...running, completed: '2026-03-04T09:16:00Z' })?.isFinished).toBe(true)
  expect(readTaskStatus({ ...running, completionStatus: 'SUCCESS' })?.isFinished).toBe(true)
  expect(readTaskStatus({ ...running, completionStatus: 'Stalled' })).toMatchObject({
    isFinished: true,
    completionStatus: { known: null, raw: 'Stalled' },
  })
})

test('the completion status is read in any case', () => {
  expect(readTaskStatus({ ...running, completionStatus: 'Success' })?.completionStatus).toEqual({
    known: 'SUCCESS',
    raw: 'Success',
  })
})

test('null is allowed in every property but the id', () => {
  const nulls = Object.fromEntries(Object.keys(running).map((key) => [key, null]))
  expect(readTaskStatus({ ...nulls, id: '6f1e' })).toEqual({
    id: '6f1e',
    uniqueName: null,
    description: null,
    launcher: null,
    created: null,
    launched: null,
    completed: null,
    completionStatus: null,
    isFinished: false,
    progress: null,
    percentComplete: null,
    messages: [],
    attributes: {},
  })
  expect(readTaskStatus(nulls)).toBeUndefined()
})

test('messages keep their text, without it their key', () => {
  const messages = [
    {
      type: 'WARN',
      localizedText: { locale: 'en-US', message: 'One identity has no e-mail address.' },
      key: 'no_email',
      parameters: null,
    },
    { type: 'DEBUG', localizedText: null, key: 'started', parameters: [] },
    null,
  ]
  expect(readTaskStatus({ ...running, messages })?.messages).toEqual([
    { type: { known: 'WARN', raw: 'WARN' }, key: 'no_email', text: 'One identity has no e-mail address.' },
    { type: { known: null, raw: 'DEBUG' }, key: 'started', text: null },
  ])
})

test('a started task is referred to by its id', () => {
  expect(readTaskReference({ type: 'TASK_RESULT', id: 'a3d6b1f0-6c0e-4a57-9d35-1f2b7c8e9d40', name: null })).toEqual({
    id: 'a3d6b1f0-6c0e-4a57-9d35-1f2b7c8e9d40',
    type: 'TASK_RESULT',
  })
  expect(readTaskReference({ type: 'TASK_RESULT', id: null })).toBeUndefined()
  expect(readTaskReference('')).toBeUndefined()
})
