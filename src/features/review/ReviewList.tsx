import { useState } from 'react'
import type { Ref, RefObject } from 'react'
import type { ReviewVerdict } from '#src/components/review-draft.ts'
import { MeasuredList } from '#src/ui/MeasuredList.tsx'
import type { MeasuredListHandle } from '#src/ui/MeasuredList.tsx'
import { GroupLine } from './GroupLine.tsx'
import { ItemLine } from './ItemLine.tsx'
import { LeftOutLine, ReasonLine } from './LeftOutLines.tsx'
import type { ReviewLine } from './review-lines.ts'
import { useReviewTexts } from './review-words.ts'

interface Props {
  readonly handle: Ref<MeasuredListHandle>
  readonly lines: readonly ReviewLine[]
  readonly scroller: RefObject<HTMLElement | null>
  readonly linkTo: (id: string) => string
  readonly onFold: (key: string) => void
  readonly onChoose: (group: string, verdict: ReviewVerdict) => void
  readonly onSkip: (id: string, isSkipped: boolean) => void
  readonly onInclude: (ids: readonly string[]) => void
}

const keyOf = ({ key }: ReviewLine) => key
const estimate = ({ kind }: ReviewLine) => (kind === 'group' ? 56 : 48)

/** Everything that was chosen, group by group. */
export function ReviewList({ handle, lines, scroller, linkTo, onFold, onChoose, onSkip, onInclude }: Props) {
  const words = useReviewTexts()
  const [read, setRead] = useState<ReadonlySet<string>>(new Set())
  const toggleRead = (id: string) =>
    setRead((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  const draw = (line: ReviewLine) => {
    switch (line.kind) {
      case 'group':
        return (
          <GroupLine
            group={line.group}
            isFolded={line.isFolded}
            onFold={() => onFold(line.group.key)}
            onChoose={(verdict) => onChoose(line.group.key, verdict)}
          />
        )
      case 'item': {
        const { id } = line.planned.item
        return (
          <ItemLine
            planned={line.planned}
            to={linkTo(id)}
            isRead={read.has(id)}
            onRead={() => toggleRead(id)}
            onSkip={(isSkipped) => onSkip(id, isSkipped)}
          />
        )
      }
      case 'reason':
        return <ReasonLine reason={line.reason} members={line.members} onInclude={onInclude} />
      default:
        return <LeftOutLine leftOut={line.leftOut} to={linkTo(line.leftOut.pick.id)} />
    }
  }
  return (
    <MeasuredList
      label={words.list}
      items={lines}
      keyOf={keyOf}
      estimate={estimate}
      scroller={scroller}
      draw={draw}
      handle={handle}
    />
  )
}
