import { styled } from '#src/ui/styled.ts'
import type { RefObject } from 'react'
import { entryKey } from '#src/api/runs.ts'
import type { Entry } from '#src/api/runs.ts'
import { MeasuredList } from '#src/ui/MeasuredList.tsx'
import { useActivityTexts } from '../activity-words.ts'
import { EntryLine } from './EntryLine.tsx'

const Frame = styled('div')(({ theme }) => ({ borderTop: `1px solid ${theme.vars.palette.divider}` }))

interface Props {
  readonly entries: readonly Entry[]
  readonly scroller: RefObject<HTMLElement | null>
  /** Another value means that what stands above the list may be of another height. */
  readonly above: unknown
}

const estimate = () => 50
const draw = (entry: Entry) => <EntryLine entry={entry} />

/** The entries of a run. */
export function EntryList({ entries, scroller, above }: Props) {
  const { run: words } = useActivityTexts()
  return (
    <Frame>
      <MeasuredList
        label={words.list}
        items={entries}
        keyOf={entryKey}
        estimate={estimate}
        scroller={scroller}
        above={above}
        draw={draw}
      />
    </Frame>
  )
}
