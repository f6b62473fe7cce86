import { styled } from '#src/ui/styled.ts'
import { Link } from 'react-router'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import type { LeftOut, LeftOutReason } from './review-plan.ts'
import { useReviewTexts } from './review-words.ts'

const Heading = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1, 3),
  minHeight: 48,
  padding: theme.spacing(2, 4),
  background: theme.vars.palette.surface.rail,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  color: theme.vars.palette.text.secondary,
  '& > span': { flex: '1 1 220px', minWidth: 0 },
  '& b': { ...theme.typography.body2, display: 'block', fontWeight: 600, color: theme.vars.palette.text.primary },
  '& small': { ...theme.typography.caption, display: 'block' },
}))

interface ReasonProps {
  readonly reason: LeftOutReason
  readonly members: readonly LeftOut[]
  readonly onInclude: (ids: readonly string[]) => void
}

/** Why some work items are left out, and what can be done about it. */
export function ReasonLine({ reason, members, onInclude }: ReasonProps) {
  const { leftOut: words } = useReviewTexts()
  return (
    <Heading>
      <Icon name={reason === 'elsewhere' ? 'person' : reason === 'unread' ? 'clock' : 'alert'} />
      <span>
        <b data-figures="">{words.title(members.length)}</b>
        <small>{words.reasons[reason]}</small>
      </span>
      {reason === 'changed' && (
        <Button variant="outlined" onClick={() => onInclude(members.map(({ pick }) => pick.id))}>
          {words.include(members.length)}
        </Button>
      )}
    </Heading>
  )
}

const Row = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(3),
  minHeight: 40,
  padding: theme.spacing(0, 4, 0, 12.5),
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  color: theme.vars.palette.text.secondary,
  '& > a:first-of-type': {
    flex: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textDecoration: 'none',
  },
  '& > a:hover': { textDecoration: 'underline' },
}))

/** One work item that is left out, with the way to it. */
export function LeftOutLine({ leftOut: { pick, item, runId }, to }: { readonly leftOut: LeftOut; readonly to: string }) {
  const messages = useMessages()
  const { leftOut: words } = useReviewTexts()
  return (
    <Row>
      <Link to={to}>{visibleText(item?.name ?? pick.name ?? messages.unnamed)}</Link>
      {runId !== null && <Link to={paths.run(runId)}>{words.seeRun}</Link>}
    </Row>
  )
}
