import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { paths } from '#src/lib/paths.ts'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { useReviewTexts } from './review-words.ts'

export interface HandedOverBefore {
  /** Work items that a run had already. */
  readonly count: number
  /** The runs that have everything that was handed over. */
  readonly runIds: readonly string[]
}

/** Said instead of going straight to the run: part of the review was in a run already, decided as it stood then. */
export function HandedOver({ count, runIds }: HandedOverBefore) {
  const words = useReviewTexts()
  const link = useRef<HTMLAnchorElement>(null)
  // The button that was pressed is gone.
  useEffect(() => link.current?.focus(), [])
  const [only, ...others] = runIds
  const isOne = only !== undefined && others.length === 0
  return (
    <EmptyState icon="task" title={words.knownTitle} text={words.known(count)}>
      <Link ref={link} to={isOne ? paths.run(only) : paths.activity}>
        {isOne ? words.seeThatRun : words.seeRuns}
      </Link>
    </EmptyState>
  )
}
