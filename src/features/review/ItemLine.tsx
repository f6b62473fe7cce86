import { styled } from '#src/ui/styled.ts'
import { useEffect } from 'react'
import { Link } from 'react-router'
import { useSession } from '#src/components/session-context.ts'
import { stepText } from '#src/components/step-text.ts'
import { checklistOf } from '#src/lib/checklist.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { openedItems } from '#src/lib/opened-items.ts'
import { targetOf } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import type { PlannedItem } from './review-plan.ts'
import { useReviewTexts } from './review-words.ts'
import { theme } from '#src/ui/theme.ts'
import { useChecklistTexts } from '#src/components/checklist-words.ts'

const Frame = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '22px minmax(0, 1fr) auto',
  alignItems: 'center',
  columnGap: theme.spacing(3),
  minHeight: 44,
  padding: theme.spacing(1, 4),
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  color: theme.vars.palette.text.secondary,
  fontSize: '0.75rem',
  lineHeight: '16px',
  '& > label': { display: 'grid', placeItems: 'center', minHeight: 32, cursor: 'pointer' },
  '& input': { width: 16, height: 16, margin: 0, accentColor: theme.vars.palette.primary.main, cursor: 'inherit' },
  '& [data-lines]': { minWidth: 0 },
  '& [data-lines] > *': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& [data-lines] > a': {
    fontSize: '0.8125rem',
    lineHeight: '18px',
    fontWeight: 540,
    color: theme.vars.palette.text.primary,
    textDecoration: 'none',
    '&:hover': { textDecoration: 'underline' },
  },
  '& [data-lines] > em': { fontStyle: 'normal', color: theme.vars.palette.warning.main, whiteSpace: 'normal' },
  '&[data-out] [data-lines] > a': { color: theme.vars.palette.text.secondary },
  '& > ul': {
    ...theme.typography.body2,
    gridColumn: '2 / -1',
    margin: theme.spacing(1, 0, 1.5),
    paddingLeft: theme.spacing(4),
    color: theme.vars.palette.text.primary,
    overflowWrap: 'anywhere',
  },
  '& > p': { ...theme.typography.body2, gridColumn: '2 / -1', margin: theme.spacing(1, 0, 1.5) },
}))

interface Props {
  readonly planned: PlannedItem
  readonly to: string
  readonly isRead: boolean
  readonly onRead: () => void
  readonly onSkip: (isSkipped: boolean) => void
}

/** One work item of a group: whether it goes along, what it is, what is sent, and what it changes on demand. */
export function ItemLine({ planned, to, isRead, onRead, onSkip }: Props) {
  const messages = useMessages()
  const words = useReviewTexts()
  const { item, gate, isSkipped, calls, pick } = planned
  const name = visibleText(item.name ?? item.description ?? messages.unnamed)
  const target = targetOf(item)
  const open = item.approvalItems.filter(({ isOpen }) => isOpen).length
  const facts = [
    target?.kind === 'one' ? messages.list.rowTarget(visibleText(target.name)) : null,
    target?.kind === 'several' ? messages.list.severalTargets(target.count) : null,
    item.requester?.name ? messages.list.rowRequester(visibleText(item.requester.name)) : null,
    open > 1 && pick.only === null ? words.whole(open) : null,
    open > 1 && pick.only !== null ? words.part(pick.only.length, open) : null,
  ].flatMap((fact) => fact ?? [])
  return (
    <Frame data-out={isSkipped || gate !== null || calls.length === 0 ? '' : undefined}>
      <label>
        <input
          type="checkbox"
          aria-label={words.include(name)}
          checked={!isSkipped}
          onChange={({ target: box }) => onSkip(!box.checked)}
        />
      </label>
      <span data-lines="">
        <Link to={to}>{name}</Link>
        <span>{facts.join(' · ')}</span>
        {gate !== null && !isSkipped && <em>{words.gate[gate]}</em>}
      </span>
      {gate !== 'unreadable' && (
        <Button
          variant={gate === null ? 'text' : 'outlined'}
          aria-expanded={isRead}
          aria-label={words.reads(name)}
          onClick={onRead}
          sx={{ fontSize: '0.75rem', minHeight: 28, paddingInline: theme.spacing(2) }}
        >
          {isRead ? words.fold : words.read}
        </Button>
      )}
      {isRead && <Changes planned={planned} />}
    </Frame>
  )
}

/** All that a work item would change. Whoever has it before their eyes has read it: the gate asks for no more. */
function Changes({ planned: { item } }: { readonly planned: PlannedItem }) {
  const messages = useMessages()
  const words = useReviewTexts()
  const stepWords = useChecklistTexts()
  const { user } = useSession()
  const steps = checklistOf(item)
  const isAll = steps.length > 0 && item.unreadableItems === 0
  useEffect(() => {
    if (isAll) openedItems.add(user.id, item)
  }, [isAll, user.id, item])
  if (steps.length === 0) return <p>{item.description === null ? words.nothingToRead : visibleText(item.description)}</p>
  return (
    <ul>
      {steps.map((step) => (
        <li key={step.key}>{stepText(messages, stepWords, step)}</li>
      ))}
    </ul>
  )
}
