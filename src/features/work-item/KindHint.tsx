import { styled } from '#src/ui/styled.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { useSession } from '#src/components/session-context.ts'
import { safeLink } from '#src/lib/paths.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { useWorkItemTexts } from './work-item-words.ts'
import type { WorkItemTexts } from './work-item-words.ts'

const Line = styled('p')(({ theme }) => ({
  ...theme.typography.body2,
  margin: 0,
  padding: theme.spacing(4, 6),
  maxWidth: '80ch',
  color: theme.vars.palette.text.secondary,
  '& a': { color: theme.vars.palette.primary.main, whiteSpace: 'nowrap' },
  [theme.breakpoints.down('sm')]: { padding: theme.spacing(4) },
}))

/** What can be done here, for kinds of work whose substance is elsewhere or that say nothing but their description. */
export function KindHint({ item }: { readonly item: WorkItem }) {
  const { kinds } = useWorkItemTexts()
  const { tenant } = useSession()
  const link = safeLink(tenant.url)
  const hint = hintOf(kinds, item)
  if (hint === null) return null
  return (
    <Line>
      {hint.text}{' '}
      {hint.isElsewhere && link && (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {kinds.link} <Icon name="external" size={12} />
        </a>
      )}
    </Line>
  )
}

interface Hint {
  readonly text: string
  /** It is settled on the tenant's own pages. */
  readonly isElsewhere: boolean
}

function hintOf(kinds: WorkItemTexts['kinds'], item: WorkItem): Hint | null {
  const { type } = item
  if (type.known === null && type.raw !== '') return { text: kinds.strange(visibleText(type.raw)), isElsewhere: false }
  if (!item.isOpen || item.form !== null || item.approvalItems.length > 0 || item.remediationItems.length > 0) return null
  switch (type.known) {
    case 'Certification':
    case 'Delegation':
    case 'Signoff':
    case 'ImpactAnalysis':
      return { text: kinds.review, isElsewhere: true }
    case 'PolicyViolation':
    case 'ViolationReview':
      return { text: kinds.violation, isElsewhere: true }
    case 'Challenge':
      return { text: kinds.challenge, isElsewhere: true }
    default:
      return { text: kinds.plain, isElsewhere: false }
  }
}
