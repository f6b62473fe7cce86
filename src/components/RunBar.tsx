import { styled } from '#src/ui/styled.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { countsOf } from '#src/lib/run-counts.ts'
import type { StateCounts } from '#src/lib/run-counts.ts'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { progressText } from './run-title.ts'

const Bar = styled('span')(({ theme }) => ({
  display: 'flex',
  height: 6,
  borderRadius: 3,
  overflow: 'hidden',
  background: theme.vars.palette.divider,
  '& > span': { display: 'block', minWidth: 0, transition: 'flex-basis 140ms' },
  '& > [data-part=done]': { background: theme.vars.palette.success.main },
  '& > [data-part=failed]': { background: theme.vars.palette.error.main },
  '& > [data-part=needsYou]': { background: theme.vars.palette.warning.main },
  '& > [data-part=over]': { background: theme.vars.palette.text.disabled },
  '@media (forced-colors: active)': {
    border: '1px solid CanvasText',
    '& > [data-part=done]': { background: 'Highlight' },
    '& > [data-part=failed], & > [data-part=needsYou]': { background: 'CanvasText' },
  },
}))

interface Props {
  readonly totals: StateCounts
  /** How many of the cancelled were so because nobody came back to them. */
  readonly forgotten?: number
  readonly label: string
}

/** How far a run is, as a bar; the words stand beside it. */
export function RunBar({ totals, forgotten = 0, label }: Props) {
  const messages = useMessages()
  const { all, done, needsYou, failed, dismissed, left } = countsOf(totals)
  const parts = { done, failed, needsYou, over: totals.cancelled + dismissed }
  return (
    <>
      <VisuallyHidden>
        <progress
          aria-label={label}
          max={Math.max(1, all)}
          value={all - left - needsYou}
          aria-valuetext={progressText(messages, totals, forgotten)}
        />
      </VisuallyHidden>
      <Bar aria-hidden="true">
        {Object.entries(parts).map(([part, count]) => (
          <span key={part} data-part={part} style={{ flexBasis: `${(100 * count) / Math.max(1, all)}%` }} />
        ))}
      </Bar>
    </>
  )
}
