import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Identity } from '#contract/identity.ts'
import { identityDetails } from '#src/api/identity-details.ts'
import type { Guard } from '#src/components/action-draft.ts'
import { mayDelete, ownershipCheck } from '#src/lib/identity-guard.ts'
import type { Check, DeletionChecks, GuardReason } from '#src/lib/identity-guard.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { GuardDialog } from './GuardDialog.tsx'
import { OwnedThings } from './OwnershipSection.tsx'
import { useIdentityTexts } from './texts.ts'

const List = styled('ul')(({ theme }) => ({
  ...theme.typography.body2,
  listStyle: 'none',
  display: 'grid',
  gap: theme.spacing(2),
  margin: 0,
  padding: theme.spacing(3),
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 8,
  '& > li > p': { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr) auto', gap: theme.spacing(2), margin: 0 },
  '& > li > p > svg': { marginTop: 3 },
  '& > li > p > b': { fontWeight: 560 },
  '& > li > div': {
    margin: theme.spacing(1, 0, 0, 6),
    '& dl, & p': { fontSize: '0.75rem' },
  },
  '& [data-state=clear] > :is(svg, b)': { color: theme.vars.palette.success.main },
  '& :is([data-state=obstacle], [data-state=unreadable]) > :is(svg, b)': { color: theme.vars.palette.error.main },
  '& [data-state=reading] > :is(svg, b)': { color: theme.vars.palette.text.secondary },
}))

interface Props {
  readonly person: Identity
  readonly reasons: readonly GuardReason[]
  readonly onConfirm: (guard: Guard) => void
  readonly onClose: () => void
}

/** Read anew for every deletion: what was on the page may be minutes old. */
const anew = { staleTime: 0, refetchOnMount: 'always', gcTime: 0 } as const

/** A deletion, after what stands in its way was looked at. It fails closed: what cannot be read stands in the way. */
export function DeleteDialog({ person, reasons, onConfirm, onClose }: Props) {
  const messages = useMessages()
  const { guard, checks: words } = useIdentityTexts()
  const fresh = useQuery({ ...identityDetails.person(person.id), ...anew })
  const ownership = useQuery({ ...identityDetails.ownership(person.id), ...anew })
  const workItems = useQuery({ ...identityDetails.workItems(person.id), ...anew })
  const checks: DeletionChecks = {
    ownership: checkOf(ownership, ownershipCheck),
    reports: checkOf(fresh, ({ isManager }) => (isManager ? { state: 'obstacle', count: null } : { state: 'clear' })),
    workItems: checkOf(workItems, ({ total }) => (total > 0 ? { state: 'obstacle', count: total } : { state: 'clear' })),
  }
  const states = Object.values(checks).map(({ state }: Check) => state)
  const isAgain = states.includes('unreadable')
  const blocked = states.includes('unreadable')
    ? words.blockedUnreadable
    : states.includes('obstacle')
      ? words.blockedObstacle
      : mayDelete(checks)
        ? null
        : words.blockedReading
  const name = visibleText(person.name ?? messages.unnamedPerson)
  return (
    <GuardDialog
      title={guard.deleteTitle(name)}
      person={person}
      consequence={guard.delete(name)}
      reasons={reasons}
      confirm={guard.deleteConfirm}
      blocked={blocked}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <List aria-label={words.label} aria-busy={states.includes('reading')}>
        <Line name={words.ownership} check={checks.ownership}>
          {ownership.data && ownership.data.kind !== 'owns-nothing' && <OwnedThings ownership={ownership.data} />}
        </Line>
        <Line name={words.reports} check={checks.reports} />
        <Line name={words.workItems} check={checks.workItems} />
        {isAgain && (
          <li>
            <Button
              variant="outlined"
              onClick={() => {
                for (const query of [fresh, ownership, workItems]) if (query.isError) void query.refetch()
              }}
            >
              {words.again}
            </Button>
          </li>
        )}
      </List>
    </GuardDialog>
  )
}

/** While it is read again, what was known before does not count. */
function checkOf<Data>(query: UseQueryResult<Data>, judge: (data: Data) => Check): Check {
  if (query.isFetching) return { state: 'reading' }
  if (query.isError || query.data === undefined) return { state: 'unreadable' }
  return judge(query.data)
}

const icons = { clear: 'check', obstacle: 'cross', unreadable: 'question', reading: 'clock' } as const

interface LineProps {
  readonly name: string
  readonly check: Check
  readonly children?: ReactNode
}

function Line({ name, check, children }: LineProps) {
  const { checks: words } = useIdentityTexts()
  const { state } = check
  return (
    <li>
      <p data-state={state}>
        <Icon name={icons[state]} size={14} />
        <span>{name}</span>
        <b>{state === 'obstacle' ? words.obstacle(check.count) : words[state]}</b>
      </p>
      {children && <div>{children}</div>}
    </li>
  )
}
