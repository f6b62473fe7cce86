// @vitest-environment jsdom
import { cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useOncePainted } from './use-once-painted.ts'

afterEach(cleanup)

test('a new value waits for the next frame, and of several only the last one comes', async () => {
  const seen: string[] = []
  const { result, rerender } = renderHook(
    ({ value }) => {
      const painted = useOncePainted(value)
      seen.push(painted)
      return painted
    },
    { initialProps: { value: 'one' } },
  )
  expect(result.current).toBe('one')
  rerender({ value: 'two' })
  rerender({ value: 'three' })
  expect(result.current).toBe('one')
  await waitFor(() => expect(result.current).toBe('three'))
  expect(seen).not.toContain('two')
})

test('a page out of sight, which has no frames, gets it all the same', async () => {
  const frames = globalThis.requestAnimationFrame
  globalThis.requestAnimationFrame = () => 0
  try {
    const { result, rerender } = renderHook(({ value }) => useOncePainted(value), { initialProps: { value: 'one' } })
    rerender({ value: 'two' })
    await waitFor(() => expect(result.current).toBe('two'))
  } finally {
    globalThis.requestAnimationFrame = frames
  }
})
