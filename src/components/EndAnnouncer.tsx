import { useEffect, useRef } from 'react'
import { entryKey } from '#src/api/runs.ts'
import type { Entry } from '#src/api/runs.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { countsOf, isWorthTelling } from '#src/lib/run-counts.ts'
import type { RunCounts } from '#src/lib/run-counts.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { outcomeText } from './decision-draft.ts'
import { useOutboxTexts } from './outbox-words.ts'
import { useOutcomeTexts } from './outcome-words.ts'
import type { GroupedRuns } from './run-groups.ts'
import { actsIn, progressText, runTitle } from './run-title.ts'

interface Props {
  readonly grouped: GroupedRuns
  readonly ended: readonly Entry[]
}

/** Says each end once; of many made together how far they are, at each quarter, and how they ended as a whole. Nothing to see. */
export function EndAnnouncer({ grouped: { groups, isGrouped }, ended }: Props) {
  const messages = useMessages()
  const words = useOutboxTexts()
  const outcomes = useOutcomeTexts()
  const announce = useAnnounce()
  const said = useRef(new Set<string>())
  const told = useRef(new Map<string, RunCounts>())
  useEffect(() => {
    for (const { runId, entries, totals, summary, isOver } of groups) {
      const counts = countsOf(totals)
      const before = told.current.get(runId) ?? null
      if (before === null || isWorthTelling(before, counts)) told.current.set(runId, counts)
      // A run that was over when the page first heard of it has been told by whoever made it, unless it was made here just now.
      const isNew = before === null ? isOver && entries.length > 0 : isWorthTelling(before, counts)
      if (isNew)
        announce(
          words.ended(
            runTitle(messages, summary?.acts ?? actsIn(entries), counts.all, summary?.subject ?? null),
            progressText(messages, totals),
          ),
        )
    }
    for (const entry of ended.toReversed()) {
      const text = isGrouped(entry) || said.current.has(entryKey(entry)) ? null : outcomeText(messages, outcomes, entry)
      if (text === null) continue
      said.current.add(entryKey(entry))
      announce(text)
    }
  }, [groups, isGrouped, ended, messages, words, outcomes, announce])
  return null
}
