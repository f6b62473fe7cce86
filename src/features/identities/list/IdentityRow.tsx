import { styled } from '#src/ui/styled.ts'
import { memo } from 'react'
import { Link } from 'react-router'
import { scalarTextOf } from '#contract/json.ts'
import type { Identity } from '#contract/identity.ts'
import { PersonSign } from '#src/components/PersonSign.tsx'
import { PersonStatus } from '#src/components/PersonStatus.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { useIdentitiesTexts } from '../texts.ts'

/** From this width of the list on its facts stand in columns. */
export const inColumns = '@container people (min-width: 780px)'
export const columns = '24px minmax(180px, 1.3fr) minmax(160px, 1.4fr) 116px minmax(110px, 1fr) minmax(100px, 0.9fr)'

const Frame = styled(Link)(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '24px minmax(0, 1fr) auto',
  alignItems: 'center',
  columnGap: theme.spacing(3),
  minHeight: 44,
  padding: theme.spacing(0, 4),
  color: theme.vars.palette.text.secondary,
  fontSize: '0.75rem',
  lineHeight: '16px',
  textDecoration: 'none',
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '&:hover': { background: theme.vars.palette.surface.hover },
  '&[aria-current], [data-chosen] > &': { background: theme.vars.palette.surface.selected },
  '&:focus-visible': { outlineOffset: -2, borderRadius: 0 },
  '& > span': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& [data-name]': {
    fontSize: '0.8125rem',
    lineHeight: '18px',
    fontWeight: 540,
    color: theme.vars.palette.text.primary,
  },
  '& [data-lines] > span': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // The box to select the row stands there.
  '[data-id]:focus-within > & > :first-of-type, [data-selecting] & > :first-of-type': { visibility: 'hidden' },
  '@media (hover: hover)': { '[data-id]:hover > & > :first-of-type': { visibility: 'hidden' } },
  '@media (pointer: coarse)': { minHeight: 56 },
  '& [data-column]': { display: 'none' },
  '& [data-status]': { order: 3 },
  [inColumns]: {
    gridTemplateColumns: columns,
    '& [data-column]': { display: 'block' },
    '& [data-status]': { order: 'unset' },
    '& [data-narrow]': { display: 'none' },
  },
}))

interface Props {
  readonly person: Identity
  readonly to: string
  readonly isOpened: boolean
  /** The one row that Tab reaches. */
  readonly isTabStop: boolean
}

/** One person in 44 px: name, account, address, standing, manager, department. */
export const IdentityRow = memo(function IdentityRow({ person, to, isOpened, isTabStop }: Props) {
  const { unnamedPerson } = useMessages()
  const { row, status } = useIdentitiesTexts()
  const name = visibleText(person.name ?? unnamedPerson)
  const email = person.email === null ? row.noEmail : visibleText(person.email)
  const department = scalarTextOf(person.attributes['department'])
  return (
    <Frame to={to} aria-current={isOpened ? 'true' : undefined} tabIndex={isTabStop ? 0 : -1} draggable={false}>
      <PersonSign name={person.name ?? ''} />
      <span data-lines="">
        <span data-name="">{name}</span>
        <span>
          <VisuallyHidden>, </VisuallyHidden>
          {person.alias === null ? row.noAlias : visibleText(person.alias)}
          <span data-narrow=""> · {email}</span>
        </span>
      </span>
      <span data-column="">
        <VisuallyHidden>, </VisuallyHidden>
        {email}
      </span>
      <span data-status="">
        <VisuallyHidden>, </VisuallyHidden>
        {person.status !== null && <PersonStatus raw={person.status.raw} word={visibleText(status(person.status.raw))} />}
        {person.processingState?.known === 'ERROR' && <VisuallyHidden>, {row.processing}</VisuallyHidden>}
      </span>
      <span data-column="">
        {person.manager?.name && (
          <>
            <VisuallyHidden>, {row.manager}: </VisuallyHidden>
            {visibleText(person.manager.name)}
          </>
        )}
      </span>
      <span data-column="">
        {department !== null && (
          <>
            <VisuallyHidden>, </VisuallyHidden>
            {visibleText(department)}
          </>
        )}
      </span>
    </Frame>
  )
})
