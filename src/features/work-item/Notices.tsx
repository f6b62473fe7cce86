import { styled } from '@mui/material/styles'
import type { WorkItem } from '#contract/work-item.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { verbOfWorkItem } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Icon } from '#src/ui/Icon.tsx'

const Line = styled('div', { shouldForwardProp: (name) => name !== 'tone' })<{ readonly tone: 'remove' | 'unknown' }>(
  ({ theme, tone }) => ({
    ...theme.typography.body2,
    display: 'flex',
    gap: theme.spacing(2),
    padding: theme.spacing(0, 6, 4),
    color: theme.vars.palette.verb[tone],
    '& svg': { marginTop: 2 },
    '& ul': { margin: 0, paddingLeft: theme.spacing(4), overflowWrap: 'anywhere' },
    '& p': { margin: 0 },
    [theme.breakpoints.down('sm')]: { padding: theme.spacing(0, 4, 3) },
  }),
)

/** What to know before deciding: access that goes away, words we do not know, parts we could not read, errors the tenant reports. */
export function Notices({ item }: { readonly item: WorkItem }) {
  const { item: words } = useMessages()
  const verb = verbOfWorkItem(item)
  const risk = verb.kind === 'remove' || verb.kind === 'unknown' ? verb.kind : null
  return (
    <>
      {item.isOpen && risk !== null && (
        <Line tone={risk}>
          <Icon name="alert" size={15} />
          <p>{risk === 'unknown' ? words.risk.unknown : verb.word === 'mixed' ? words.risk.mixed : words.risk.remove}</p>
        </Line>
      )}
      {item.unreadableItems > 0 && (
        <Line tone="unknown">
          <Icon name="question" size={15} />
          <p>{words.unreadable(item.unreadableItems)}</p>
        </Line>
      )}
      {item.errors.length > 0 && (
        <Line tone="remove">
          <Icon name="alert" size={15} />
          <div>
            <p>{words.problems}:</p>
            <ul>
              {[...new Set(item.errors)].map((error) => (
                <li key={error}>{visibleText(error)}</li>
              ))}
            </ul>
          </div>
        </Line>
      )}
    </>
  )
}
