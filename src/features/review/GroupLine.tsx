import { styled } from '#src/ui/styled.ts'
import type { WorkItem } from '#contract/work-item.ts'
import type { ReviewVerdict } from '#src/components/review-draft.ts'
import { VerbTile, typeName, verbWord } from '#src/components/VerbMark.tsx'
import { factsOf } from '#src/lib/item-facts.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import type { Messages } from '#src/lib/messages/en.ts'
import { verbOfWorkItem } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Icon } from '#src/ui/Icon.tsx'
import type { PlannedGroup } from './review-plan.ts'
import { useReviewTexts } from './review-words.ts'
import type { ReviewTexts } from './review-words.ts'
import { VerdictChoice } from './VerdictChoice.tsx'

const Frame = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(2, 3),
  padding: theme.spacing(2.5, 4),
  background: theme.vars.palette.surface.rail,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& > button': {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2.5),
    flex: '1 1 220px',
    minWidth: 0,
    minHeight: 32,
    padding: 0,
    border: 0,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  '& [data-fold]': { flex: 'none', color: theme.vars.palette.text.secondary, transition: 'transform 100ms' },
  '& [aria-expanded=false] [data-fold]': { transform: 'rotate(-90deg)' },
  '& b': {
    ...theme.typography.body2,
    display: 'block',
    fontWeight: 600,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& small': { ...theme.typography.caption, display: 'block', color: theme.vars.palette.text.secondary },
  '& small > em': { fontStyle: 'normal', color: theme.vars.palette.warning.main },
  '& [data-lines]': { minWidth: 0 },
  [theme.breakpoints.down('sm')]: { '& > fieldset': { flexBasis: '100%' } },
}))

interface Props {
  readonly group: PlannedGroup
  readonly isFolded: boolean
  readonly onFold: () => void
  readonly onChoose: (verdict: ReviewVerdict) => void
}

/** Work items that ask for the same, and what becomes of them. */
export function GroupLine({ group, isFolded, onFold, onChoose }: Props) {
  const messages = useMessages()
  const words = useReviewTexts()
  const [first] = group.items
  if (!first) return null
  const name = groupName(messages, words, first.item)
  const count = group.items.length
  const going = group.items.filter(({ calls }) => calls.length > 0).length
  const gated = group.items.filter(({ gate, isSkipped }) => gate !== null && !isSkipped).length
  return (
    <Frame>
      <button
        type="button"
        aria-expanded={!isFolded}
        aria-label={isFolded ? words.show(name, count) : words.hide(name, count)}
        onClick={onFold}
      >
        <span data-fold="">
          <Icon name="down" size={14} />
        </span>
        <VerbTile kind={verbOfWorkItem(first.item).kind} />
        <span data-lines="">
          <b>{name}</b>
          <small data-figures="">
            {group.verdict === null || group.verdict === 'skip' ? words.items(count) : words.going(going, count)}
            {gated > 0 && (
              <>
                {' · '}
                <em>{words.summary.leftOut.gated(gated)}</em>
              </>
            )}
          </small>
        </span>
      </button>
      <VerdictChoice label={words.verdictFor(name)} can={group.can} value={group.verdict} onChange={onChoose} />
    </Frame>
  )
}

/** "Remove · Ledger"; a task by its type. */
function groupName(messages: Messages, words: ReviewTexts, item: WorkItem): string {
  const verb = verbOfWorkItem(item)
  const [first, ...others] = factsOf(item).sources.map(visibleText)
  const where = first === undefined ? null : others.length === 0 ? first : words.severalSources
  if (verb.kind === 'task') return words.group(typeName(messages, item), where)
  return words.group(verb.parts ? words.mixed[verb.kind] : verbWord(messages, verb), where)
}
