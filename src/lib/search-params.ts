/** What the address of a list says. */
export interface ListParams {
  /** The quick filter's text, without surrounding blanks. */
  readonly query: string
  /** Open and completed together. */
  readonly showAll: boolean
}

const longestQuery = 200

/** Reads the search parameters of a list; what it does not understand it leaves out. */
export function parseListParams(params: URLSearchParams): ListParams {
  return { query: (params.get('q') ?? '').trim().slice(0, longestQuery), showAll: params.get('show') === 'all' }
}

/** The same as a query string with its question mark, or nothing. */
export function writeListParams({ query, showAll }: ListParams): string {
  const params = new URLSearchParams()
  if (showAll) params.set('show', 'all')
  if (query.trim() !== '') params.set('q', query.trim())
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}
