import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { components, operations } from '#contract/generated/desk.ts'
import { readTotalCount } from '#contract/counts.ts'
import { answerOf, deskApi } from './client.ts'
import { ApiError } from './errors.ts'

export type Receipt = components['schemas']['Receipt']
/** What receipts can be found by. */
export type ReceiptFilters = Omit<
  NonNullable<operations['listReceipts']['parameters']['query']>,
  'limit' | 'offset' | 'number' | 'identityId'
>

/** Whose receipts an answer is made of: everybody's, or only one's own. */
export type ReceiptScope = 'all' | 'own'

const scopeIn = (headers: Headers): ReceiptScope => (headers.get('x-receipt-scope') === 'all' ? 'all' : 'own')

interface ReceiptList {
  readonly receipts: readonly Receipt[]
  readonly total: number
  readonly scope: ReceiptScope
}

export const receiptPageSize = 50

export const receiptQueries = {
  all: () => ['receipts'] as const,
  /** One page, newest first; pages count from 1. */
  page: (filters: ReceiptFilters, page: number) =>
    queryOptions({
      queryKey: [...receiptQueries.all(), 'page', filters, page] as const,
      queryFn: async ({ signal }): Promise<ReceiptList> => {
        const query = { ...filters, limit: receiptPageSize, offset: (page - 1) * receiptPageSize }
        const { body = [], headers } = await answerOf(deskApi.GET('/receipts', { params: { query }, signal }))
        return { receipts: body, total: readTotalCount(headers.get('x-total-count')) ?? body.length, scope: scopeIn(headers) }
      },
      placeholderData: keepPreviousData,
    }),
  /** One receipt; 404 where there is none, or it is not the reader's to see. What it says never changes. */
  one: (number: number) =>
    queryOptions({
      queryKey: [...receiptQueries.all(), 'one', number] as const,
      queryFn: async ({ signal }): Promise<Receipt> => {
        const { body = [] } = await answerOf(deskApi.GET('/receipts', { params: { query: { number } }, signal }))
        const [receipt] = body
        if (!receipt) throw new ApiError({ status: 404, code: 'not_found', message: null })
        return receipt
      },
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
}

/** The receipts that have all of this as a file, byte for byte as the server wrote it, so that it verifies; and whose they are. */
export async function exportReceipts(filters: ReceiptFilters): Promise<{ readonly file: Blob; readonly scope: ReceiptScope }> {
  const { body, headers } = await answerOf(deskApi.GET('/receipts/export', { params: { query: filters }, parseAs: 'blob' }))
  if (body === undefined) throw new ApiError({ status: 0, code: 'unreadable', message: null })
  return { file: body, scope: scopeIn(headers) }
}
