import type { ReactNode } from 'react'
import { Button } from '#src/ui/Button.tsx'
import { styled } from '#src/ui/styled.ts'
import type { WorkItem } from '#contract/work-item.ts'
import type { WorkItemList } from '#src/api/work-items.ts'
import type { ListView } from '#src/lib/list-merge.ts'
import type { CountGap } from '#src/lib/count-gap.ts'
import type { Messages } from '#src/lib/messages/en.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { theme } from '#src/ui/theme.ts'

const Line = styled('div')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'flex',
  alignItems: 'center',
  '& > span:first-of-type': { flex: 1, minWidth: 0 },
  gap: theme.spacing(2),
  minHeight: 26,
  color: theme.vars.palette.text.secondary,
}))

export interface CountLineProps {
  readonly view: ListView<WorkItem>
  readonly shown: number
  /** Something narrows the list. */
  readonly isNarrowed: boolean
  readonly gap: CountGap | null
  readonly reading: WorkItemList | null
  readonly onUpdate: () => void
  /** Stands at the end of the line. */
  readonly children?: ReactNode
}

/** What the list covers, honestly; and a chip behind which changes wait, so that nothing moves under the pointer. */
export function CountLine({ view, shown, isNarrowed, gap, reading, onUpdate, children }: CountLineProps) {
  const messages = useMessages()
  const { list } = messages
  const changes = [
    ...(view.arrivals.length > 0 ? [list.arrivals(view.arrivals.length)] : []),
    ...(view.goneCount > 0 ? [list.gone(view.goneCount)] : []),
  ]
  return (
    <Line>
      <span>{reading ? coverage(messages, reading, { shown, isNarrowed, gap }) : ''}</span>
      {changes.length > 0 && (
        <Button
          variant="text"
          onClick={onUpdate}
          sx={{
            minHeight: 24,
            paddingBlock: 0,
            paddingInline: theme.spacing(2),
            fontSize: '0.75rem',
            color: theme.vars.palette.primary.main,
            borderRadius: 18,
            backgroundColor: theme.vars.palette.surface.selected,
          }}
        >
          <Icon name="refresh" size={12} />
          {changes.join(' · ')}
          <VisuallyHidden>. {list.showArrivals}</VisuallyHidden>
        </Button>
      )}
      {children}
    </Line>
  )
}

function coverage(
  { list, gap: words }: Messages,
  reading: WorkItemList,
  { shown, isNarrowed, gap }: Pick<CountLineProps, 'shown' | 'isNarrowed' | 'gap'>,
): string {
  if (isNarrowed) return list.matches(shown, reading.items.length, reading.isComplete ? null : reading.total)
  if (!reading.isComplete) return list.loadingMore(reading.items.length, reading.total)
  return gap ? words.line(gap.open, gap.shown, gap.reasons) : list.count(shown)
}
