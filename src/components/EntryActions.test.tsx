// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { MessagesProvider } from '#src/lib/messages/context.tsx'
import { EntryActions } from './EntryActions.tsx'
import { aDecision } from './testing/entry.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('a second press where Approve was pressed does not send: that button takes a moment, taking back does not', () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MessagesProvider>
        <EntryActions entry={aDecision({ state: 'held', canTakeBack: true })} />
      </MessagesProvider>
    </QueryClientProvider>,
  )
  const isOff = (name: RegExp) => screen.getByRole<HTMLButtonElement>('button', { name }).disabled
  const passes = (ms: number) =>
    act(() => {
      vi.advanceTimersByTime(ms)
    })
  expect([isOff(/^Take back/), isOff(/^Send now/)]).toEqual([false, true])
  passes(699)
  expect(isOff(/^Send now/)).toBe(true)
  passes(1)
  expect([isOff(/^Take back/), isOff(/^Send now/)]).toEqual([false, false])
})
