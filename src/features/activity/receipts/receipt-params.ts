import type { ReceiptFilters } from '#src/api/receipts.ts'

export const receiptOperations = [
  'approveApprovalItem',
  'approveApprovalItemsInBulk',
  'rejectApprovalItem',
  'rejectApprovalItemsInBulk',
  'completeWorkItem',
  'forwardWorkItem',
  'submitAccountSelection',
  'sendIdentityVerificationAccountToken',
  'synchronizeAttributesForIdentity',
  'resetIdentity',
  'deleteIdentity',
  'startIdentitiesInvite',
  'startIdentityProcessing',
] as const satisfies readonly NonNullable<ReceiptFilters['operation']>[]

export const receiptStates = ['done', 'refused', 'conflict', 'cancelled', 'dismissed'] as const satisfies readonly NonNullable<
  ReceiptFilters['state']
>[]

/** What the address of the receipts says. Days as the reader's calendar has them, `2026-11-23`. */
export interface ReceiptParams {
  readonly actor: string
  readonly subject: string
  readonly operation: (typeof receiptOperations)[number] | null
  readonly state: (typeof receiptStates)[number] | null
  readonly from: string | null
  /** Included. */
  readonly to: string | null
  readonly run: string | null
  /** From 1. */
  readonly page: number
}

export const allReceipts: ReceiptParams = {
  actor: '',
  subject: '',
  operation: null,
  state: null,
  from: null,
  to: null,
  run: null,
  page: 1,
}

const longestText = 200
const lastPage = 100_000

/** Reads the search parameters; what it does not understand it leaves out. */
export function parseReceiptParams(params: URLSearchParams): ReceiptParams {
  const text = (name: string) => (params.get(name) ?? '').trim().slice(0, longestText)
  const page = Number(params.get('page'))
  const run = text('run')
  return {
    actor: text('actor'),
    subject: text('subject'),
    operation: receiptOperations.find((known) => known === params.get('operation')) ?? null,
    state: receiptStates.find((known) => known === params.get('state')) ?? null,
    from: dayOf(params.get('from')),
    to: dayOf(params.get('to')),
    run: /^[A-Za-z0-9_-]{1,128}$/.test(run) ? run : null,
    page: Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1,
  }
}

/** As they stand in an address; what is not asked for is left out. */
export function writeReceiptParams({ page, ...params }: ReceiptParams): string {
  const search = new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]])),
  )
  if (page > 1) search.set('page', String(page))
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

/** What the server is asked: days become moments, the last one included. */
export function receiptFilters({ actor, subject, operation, state, from, to, run }: ReceiptParams): ReceiptFilters {
  return {
    ...(actor !== '' && { actor }),
    ...(subject !== '' && { subject }),
    ...(operation !== null && { operation }),
    ...(state !== null && { state }),
    ...(run !== null && { runId: run }),
    ...(from !== null && { from: dayStart(from, 0) }),
    ...(to !== null && { to: dayStart(to, 1) }),
  }
}

export const isNarrowed = (params: ReceiptParams): boolean => writeReceiptParams({ ...params, page: 1 }) !== ''

function dayOf(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const date = new Date(`${text}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || !date.toISOString().startsWith(text) ? null : text
}

/** The moment at which a day of the reader's calendar begins, or one some days later. */
function dayStart(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date + later).toISOString()
}
