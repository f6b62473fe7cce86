import { styled } from '#src/ui/styled.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import type { GroupRow } from '#src/lib/list-layout.ts'
import type { Grouping } from '#src/lib/search-params.ts'
import { Button } from '#src/ui/Button.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { groupText } from '../filter/facet-words.ts'

const Frame = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  height: '100%',
  paddingRight: theme.spacing(2),
  background: theme.vars.palette.surface.rail,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& > button:first-of-type': {
    ...theme.typography.caption,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    flex: 1,
    minWidth: 0,
    height: '100%',
    padding: theme.spacing(0, 4.5),
    border: 0,
    color: theme.vars.palette.text.primary,
    background: 'none',
    fontFamily: 'inherit',
    fontWeight: 600,
    textAlign: 'left',
    cursor: 'pointer',
    '& > svg': { transition: 'transform 100ms' },
    '&[aria-expanded=false] > svg': { transform: 'rotate(-90deg)' },
    '&:focus-visible': { outlineOffset: -2 },
    '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& > small': { fontSize: 'inherit', fontWeight: 450, color: theme.vars.palette.text.secondary },
  },
  '& > [data-select]': {
    fontSize: '0.75rem',
    minHeight: 24,
    padding: theme.spacing(0, 2),
    color: theme.vars.palette.text.secondary,
    '@media (pointer: coarse)': { minHeight: 36 },
  },
}))

interface Props {
  readonly group: GroupRow
  readonly grouping: Grouping
  readonly onToggle: () => void
  readonly onSelect: (ids: readonly string[]) => void
}

/** The heading of a group: folds it, and selects the work items it has right now. */
export function GroupHeading({ group, grouping, onToggle, onSelect }: Props) {
  const messages = useMessages()
  const live = group.members.filter(({ isGone }) => !isGone)
  const name = groupText(messages, grouping, group.key, group.sample)
  return (
    <Frame>
      <button
        type="button"
        aria-expanded={!group.isCollapsed}
        aria-label={messages.arrange.groupName(name, live.length)}
        onClick={onToggle}
      >
        <Icon name="down" size={14} />
        <span>{name}</span>
        <small data-figures="">{messages.summary.number(live.length)}</small>
      </button>
      {live.length > 0 && (
        <Button variant="text" data-select="" onClick={() => onSelect(live.map(({ item }) => item.id))}>
          {messages.arrange.selectGroup(live.length)}
        </Button>
      )}
    </Frame>
  )
}
