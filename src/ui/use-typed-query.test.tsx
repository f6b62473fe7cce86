// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { useTypedQuery } from './use-typed-query.ts'

afterEach(cleanup)

/** As the page uses it: the address keeps the text trimmed. */
function usePage() {
  const [query, setQuery] = useState('')
  return { ...useTypedQuery(query, (text) => setQuery(text.trim())), query, setQuery }
}

test('blanks can be typed although the address does not keep them', () => {
  const { result } = renderHook(usePage)
  for (const text of ['ledger', 'ledger ', 'ledger c']) act(() => result.current.type(text))
  expect(result.current).toMatchObject({ typed: 'ledger c', query: 'ledger c' })
  act(() => result.current.type('ledger '))
  expect(result.current).toMatchObject({ typed: 'ledger ', query: 'ledger' })
})

test('a query from outside replaces what was typed', () => {
  const { result } = renderHook(usePage)
  act(() => result.current.type('ledger'))
  act(() => result.current.setQuery(''))
  expect(result.current.typed).toBe('')
})

test('the address catching up with what was typed before does not undo what was typed since', () => {
  const useSlowPage = () => {
    const [query, follow] = useState('')
    return { ...useTypedQuery(query, () => undefined), follow }
  }
  const { result } = renderHook(useSlowPage)
  for (const text of ['z', 'zoe', '']) act(() => result.current.type(text))
  act(() => result.current.follow('zoe'))
  expect(result.current.typed).toBe('')
  act(() => result.current.follow(''))
  act(() => result.current.follow('ledger'))
  expect(result.current.typed).toBe('ledger')
})
