import { Suspense } from 'react'
import { useDecisions } from '#src/components/decisions.tsx'
import { Outbox } from './pages.ts'

/** Where the decisions on their way are shown, once there are any. Their code is there by then: it is fetched right after the first screen. */
export function OutboxPlace() {
  const { open, ended, groups, handovers } = useDecisions()
  if (open.length + ended.length + groups.length + handovers.length === 0) return null
  return (
    <Suspense>
      <Outbox />
    </Suspense>
  )
}
