import { afterEach, expect, test } from 'vitest'
import { recalls } from '#src/components/recalls.ts'
import { aDecision } from '#src/components/testing/entry.ts'
import { lastDecision } from './last-decision.ts'

const drafted = (runId: string) => ({
  runId,
  draft: { holdMs: 5000, entries: [{ operation: 'completeWorkItem', workItemId: runId, seen: aDecision({}).seen } as const] },
})
const held = (runId: string, createdAt: string) => aDecision({ runId, createdAt, canTakeBack: true })
const { canAsk } = recalls

afterEach(() => {
  for (const runId of ['first', 'second']) recalls.end(runId)
})

test('is the one that is still being handed over, once', () => {
  recalls.begin('second')
  const known = { handovers: [drafted('second')], open: [held('first', '2026-12-01T10:00:00Z')], canAsk }
  expect(lastDecision(known)).toEqual({ kind: 'run', runId: 'second' })
  recalls.ask('second')
  expect(lastDecision(known)).toMatchObject({ kind: 'entry', entry: { runId: 'first' } })
  expect(recalls.end('second')).toBe(true)
})

test('is what the server has, from the moment it has answered, even where the page is still to draw that', () => {
  recalls.begin('second')
  expect(recalls.end('second')).toBe(false)
  const open = [held('first', '2026-12-01T10:00:00Z'), held('second', '2026-12-01T10:00:05Z')]
  expect(lastDecision({ handovers: [drafted('second')], open, canAsk })).toMatchObject({
    kind: 'entry',
    entry: { runId: 'second' },
  })
  // Nobody would hear it.
  recalls.ask('second')
  expect(recalls.end('second')).toBe(false)
})

test('is none where nothing can be taken back', () => {
  expect(lastDecision({ handovers: [], open: [aDecision({ canTakeBack: false })], canAsk })).toBeNull()
})
