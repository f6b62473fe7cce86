import { expect, test, vi } from 'vitest'
import { fetchAhead } from './fetch-ahead.ts'

test('a piece of code is asked for once, however often somebody might need it', () => {
  const load = vi.fn<() => Promise<unknown>>(() => Promise.resolve())
  fetchAhead(load)
  fetchAhead(load)
  expect(load).toHaveBeenCalledTimes(1)
})

test('what could not be fetched is tried again the next time', async () => {
  const load = vi.fn<() => Promise<unknown>>(() => Promise.reject(new Error('offline')))
  fetchAhead(load)
  await vi.waitFor(() => {
    fetchAhead(load)
    expect(load).toHaveBeenCalledTimes(2)
  })
})
