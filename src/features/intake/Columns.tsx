import { styled } from '@mui/material/styles'
import { roles } from '#src/lib/intake/columns.ts'
import type { Role } from '#src/lib/intake/columns.ts'
import type { PeopleList } from '#src/lib/intake/people-list.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { useIntakeTexts } from './intake-words.ts'

const Frame = styled('fieldset')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'flex',
  flexWrap: 'wrap',
  gap: theme.spacing(1.5, 4),
  margin: 0,
  padding: 0,
  border: 0,
  minWidth: 0,
  '& > label': {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    color: theme.vars.palette.text.secondary,
    maxWidth: '100%',
  },
  '& > label > span': { maxWidth: 160, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& select': {
    ...theme.typography.caption,
    fontWeight: 560,
    minHeight: 26,
    padding: theme.spacing(0, 1),
    border: `1px solid ${theme.vars.palette.divider}`,
    borderRadius: 6,
    color: theme.vars.palette.text.primary,
    background: theme.vars.palette.background.default,
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  '& select[data-unused]': { fontWeight: 400, color: theme.vars.palette.text.secondary },
}))

const mostColumns = 24

interface Props {
  readonly list: PeopleList
  readonly onChange: (column: number, role: Role) => void
}

/** How each column of the list is read, and how to have it read otherwise. Nothing where there is but one. */
export function Columns({ list, onChange }: Props) {
  const { list: words } = useIntakeTexts()
  if (list.roles.length < 2 && list.roles[0] !== 'ignored') return null
  return (
    <Frame aria-label={words.columnsHint}>
      {list.roles.slice(0, mostColumns).map((role, index) => {
        const name = visibleText(list.header?.[index] || words.columnNumber(index + 1))
        return (
          // Columns have no other identity than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <label key={index}>
            <span title={name}>{name}</span>
            <select
              aria-label={words.columnLabel(name)}
              data-unused={role === 'ignored' ? '' : undefined}
              value={role}
              onChange={({ target }) => onChange(index, roles.find((each) => each === target.value) ?? 'ignored')}
            >
              {roles.map((each) => (
                <option key={each} value={each}>
                  {words.role[each]}
                </option>
              ))}
            </select>
          </label>
        )
      })}
    </Frame>
  )
}
