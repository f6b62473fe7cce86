import { useCallback, useEffect, useRef, useState } from 'react'

interface Running {
  readonly read: number
  readonly total: number | null
}

/**
 * A long reading that one can watch and stop: many pages of people, for a selection or a file. One at a time; leaving the page stops it.
 */
export function useReading() {
  const controller = useRef<AbortController | null>(null)
  const [running, setRunning] = useState<Running | null>(null)
  const stop = useCallback(() => controller.current?.abort(), [])
  useEffect(() => () => controller.current?.abort(), [])

  /** Undefined when it was stopped. Rejects with what went wrong. */
  const start = useCallback(
    async <Result>(
      total: number | null,
      read: (watch: { signal: AbortSignal; onProgress: (read: number) => void }) => Promise<Result>,
    ): Promise<Result | undefined> => {
      controller.current?.abort()
      const mine = new AbortController()
      controller.current = mine
      setRunning({ read: 0, total })
      try {
        return await read({
          signal: mine.signal,
          onProgress: (count) => {
            if (!mine.signal.aborted) setRunning({ read: count, total })
          },
        })
      } catch (thrown) {
        if (mine.signal.aborted) return undefined
        throw thrown
      } finally {
        if (controller.current === mine) {
          controller.current = null
          setRunning(null)
        }
      }
    },
    [],
  )
  return { running, start, stop }
}
