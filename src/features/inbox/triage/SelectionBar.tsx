import { useSyncExternalStore } from 'react'
import { styled } from '#src/ui/styled.ts'
import { SelectionFrame } from '#src/components/SelectionFrame.ts'
import { screenTexts } from '#src/lib/messages/context.tsx'
import type { WorkItemListRow } from '#src/lib/list-layout.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { Button } from '#src/ui/Button.tsx'
import { choosingTexts } from '#src/lib/messages/en-choosing.ts'

const useChoosingTexts = screenTexts(choosingTexts)

const Bar = styled(SelectionFrame)({
  '& > p': { flex: 1 },
  // The count and the way out on one line, how to select more on the next, then what can be done.
  '& > hr': { flexBasis: '100%', height: 0, margin: 0, border: 0 },
  '& > [data-last]': { marginLeft: 'auto' },
  '@media (pointer: coarse)': { '& > hr ~ button': { flex: '1 1 auto' } },
})

interface Props {
  readonly chosen: ReadonlySet<string>
  /** Everything read, before it is narrowed down. */
  readonly all: readonly WorkItemListRow[]
  /** What matches. */
  readonly shown: readonly WorkItemListRow[]
  readonly isWhole: boolean
  readonly isSnoozed: boolean
  readonly idsInSight: () => readonly string[]
  /** As the list does it: tells when that may be others. */
  readonly followSight: (onChange: () => void) => () => void
  readonly onAdd: (ids: readonly string[]) => void
  readonly onClear: () => void
  readonly onForward: (items: readonly WorkItem[]) => void
  readonly onSnooze: (items: readonly WorkItem[]) => void
  readonly onWake: (items: readonly WorkItem[]) => void
  readonly onReview: (items: readonly WorkItem[]) => void
}

/** What is selected, how to select more, and what can be done with it. */
export function SelectionBar(props: Props) {
  const { chosen, all, shown, isWhole, isSnoozed, idsInSight, followSight, onAdd, onClear } = props
  const words = useChoosingTexts()
  const live = all.flatMap(({ item, isGone }) => (chosen.has(item.id) && !isGone && item.isOpen ? item : []))
  const inView = new Set(shown.map(({ item }) => item.id))
  const matching = shown.flatMap(({ item, isGone }) => (!isGone && item.isOpen ? item.id : []))
  const lost = chosen.size - live.length
  const hidden = live.filter(({ id }) => !inView.has(id)).length
  const facts = [...(lost > 0 ? [words.notOpen(lost)] : []), ...(hidden > 0 ? [words.hidden(hidden)] : [])]
  // This bar takes some of the list's place, so it is told of it when it has appeared.
  const inSight = useSyncExternalStore(followSight, () => idsInSight().length)
  return (
    <Bar aria-label={words.label}>
      <p>
        <strong data-figures="">{words.count(chosen.size)}</strong>
        {facts.map((fact) => ` · ${fact}`)}
      </p>
      <Button variant="text" onClick={onClear}>
        {chosen.size === 0 ? words.done : words.clear}
      </Button>
      <hr />
      {inSight > 0 && (
        <Button variant="outlined" onClick={() => onAdd(idsInSight())}>
          {words.these(inSight)}
        </Button>
      )}
      <Button variant="outlined" onClick={() => onAdd(matching)}>
        {words.all(matching.length, isWhole)}
      </Button>
      {live.length > 0 && (
        <>
          <hr />
          <Button variant="outlined" onClick={() => (isSnoozed ? props.onWake(live) : props.onSnooze(live))}>
            {isSnoozed ? words.wake : words.snooze}
          </Button>
          <Button variant="outlined" onClick={() => props.onForward(live)}>
            {words.forward}
          </Button>
          <Button variant="contained" data-last="" onClick={() => props.onReview(live)}>
            {words.review}
          </Button>
        </>
      )}
    </Bar>
  )
}
