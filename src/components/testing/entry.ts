import type { Entry } from '#src/api/runs.ts'

type Decision = Extract<Entry, { kind: 'decision' }>

/** A decision as the desk tells of one, with what a test is about. */
export const aDecision = (part: Partial<Decision>): Decision => ({
  kind: 'decision',
  runId: 'run',
  position: 0,
  state: 'held',
  operation: 'forwardWorkItem',
  workItemId: 'w0',
  approvalItemId: null,
  body: null,
  seen: { ageMs: 0, name: null, state: null, modified: null, approvalItems: [] },
  note: null,
  attempt: 0,
  sent: 'no',
  sendsInMs: null,
  sendsAt: null,
  canTakeBack: false,
  waiting: null,
  waitMs: null,
  confirmedByReading: false,
  trackingId: null,
  problem: null,
  createdAt: '2026-01-01T00:00:00Z',
  sentAt: null,
  endedAt: null,
  ...part,
})
