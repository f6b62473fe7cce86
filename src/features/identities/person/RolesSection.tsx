import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RoleAssignment } from '#contract/role-assignment.ts'
import { identityDetails } from '#src/api/identity-details.ts'
import { errorSentence } from '#src/components/Problem.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { Plain, SectionState } from './SectionState.tsx'
import { useIdentityTexts } from './texts.ts'
import { theme } from '#src/ui/theme.ts'

const List = styled('ul')(({ theme }) => ({
  ...theme.typography.body2,
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& > li': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  '& > li:first-of-type': { borderTop: 0 },
  '& summary': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    alignItems: 'center',
    minHeight: 36,
    cursor: 'pointer',
    listStyle: 'none',
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  '& summary::before': {
    content: '""',
    width: 6,
    height: 6,
    borderRight: '1.5px solid currentColor',
    borderBottom: '1.5px solid currentColor',
    transform: 'rotate(-45deg)',
    opacity: 0.6,
    marginRight: theme.spacing(1),
  },
  '& details[open] > summary::before': { transform: 'rotate(45deg) translate(-1px, -1px)' },
  '& summary b': { fontWeight: 560 },
  '& summary small': { fontSize: '0.75rem', color: theme.vars.palette.text.secondary },
}))

const Detail = styled('dl')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(90px, max-content) minmax(0, 1fr)',
  gap: theme.spacing(1, 4),
  margin: theme.spacing(0, 0, 3, 4),
  '& dt': { color: theme.vars.palette.text.secondary },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
}))

/** The roles somebody holds; each opens to tell where it comes from and which accounts it is for. */
export function RolesSection({ id }: { readonly id: string }) {
  const { roles: words } = useIdentityTexts()
  const query = useQuery(identityDetails.assignments(id))
  return (
    <SectionState title={words.title} query={query}>
      {(assignments) =>
        assignments.length === 0 ? (
          <Plain>{words.none}</Plain>
        ) : (
          <List>
            {assignments.map((assignment) => (
              <li key={assignment.id}>
                <Role id={id} assignment={assignment} />
              </li>
            ))}
          </List>
        )
      }
    </SectionState>
  )
}

interface RoleProps {
  readonly id: string
  readonly assignment: RoleAssignment
}

function Role({ id, assignment }: RoleProps) {
  const { roles: words } = useIdentityTexts()
  const [isOpen, setIsOpen] = useState(false)
  const name = visibleText(assignment.role?.name ?? assignment.role?.id ?? words.unnamed)
  const times = [
    ...(assignment.added === null ? [] : [words.since(assignment.added)]),
    ...(assignment.starts === null ? [] : [words.from(assignment.starts)]),
    ...(assignment.ends === null ? [] : [words.until(assignment.ends)]),
  ]
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        <b>{name}</b>
        <small>{times.join(', ')}</small>
      </summary>
      {isOpen && <RoleDetail id={id} assignment={assignment} />}
    </details>
  )
}

/** Read only when somebody opens it. */
function RoleDetail({ id, assignment }: RoleProps) {
  const messages = useMessages()
  const { roles: words } = useIdentityTexts()
  const isKnown = assignment.kind === 'detail'
  const { data = assignment, error } = useQuery({ ...identityDetails.assignment(id, assignment.id), enabled: !isKnown })
  if (error) return <Plain role="alert">{errorSentence(messages, error)}</Plain>
  if (data.kind !== 'detail')
    return data === assignment ? (
      <Skeleton sx={{ width: '40%', marginBottom: theme.spacing(3), marginLeft: theme.spacing(4) }} />
    ) : (
      <Plain>{words.noDetails}</Plain>
    )
  const facts: readonly (readonly [string, string])[] = [
    ...(data.source === null ? [] : [[words.source, words.sources[data.source] ?? visibleText(data.source)] as const]),
    ...(data.assigner?.name ? [[words.assigner, visibleText(data.assigner.name)] as const] : []),
    ...(data.comments === null ? [] : [[words.comments, visibleText(data.comments)] as const]),
    ...(data.dimensions.length === 0
      ? []
      : [[words.dimensions, data.dimensions.map(({ name, id: key }) => visibleText(name ?? key ?? '')).join(', ')] as const]),
    ...(data.accountTargets.length === 0
      ? []
      : [
          [
            words.accounts,
            data.accountTargets
              .map(({ source, account }) =>
                words.account(
                  visibleText(account?.displayName ?? account?.nativeIdentity ?? words.unnamed),
                  source?.name ? visibleText(source.name) : null,
                ),
              )
              .join(', '),
          ] as const,
        ]),
  ]
  if (facts.length === 0) return <Plain>{words.noDetails}</Plain>
  return (
    <Detail>
      {facts.map(([name, value]) => (
        <Pair key={name} name={name} value={value} />
      ))}
    </Detail>
  )
}

function Pair({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}
