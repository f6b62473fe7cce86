import { styled } from '#src/ui/styled.ts'
import { useState } from 'react'
import { roles } from '#src/lib/intake/columns.ts'
import type { Role } from '#src/lib/intake/columns.ts'
import type { PeopleList } from '#src/lib/intake/people-list.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { ChipButton } from '#src/ui/ChipButton.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { Popover } from '#src/ui/Popover.tsx'
import { useIntakeTexts } from './intake-words.ts'

const Frame = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'center',
  gap: theme.spacing(1.5, 4),
  padding: theme.spacing(1.5, 2),
  '& > label': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& > p': { ...theme.typography.caption, gridColumn: '1 / -1', margin: 0, color: theme.vars.palette.text.secondary },
  '& select': {
    ...theme.typography.caption,
    fontWeight: 560,
    minHeight: 28,
    padding: theme.spacing(0, 1),
    border: `1px solid ${theme.vars.palette.divider}`,
    borderRadius: 6,
    color: theme.vars.palette.text.primary,
    background: theme.vars.palette.background.default,
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  '& select[data-unused]': { fontWeight: 400, color: theme.vars.palette.text.secondary },
}))

const mostColumns = 40

interface Props {
  readonly list: PeopleList
  readonly onChange: (column: number, role: Role) => void
}

/** By what people are looked up, and on demand how each column is read. Nothing where there is but one column, and it is understood. */
export function Columns({ list, onChange }: Props) {
  const { list: words } = useIntakeTexts()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const used = roles.filter((role) => role !== 'ignored' && list.roles.includes(role)).map((role) => words.role[role])
  if (list.roles.length < 2 && used.length > 0) return null
  return (
    <>
      <ChipButton
        type="button"
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        sx={{ maxWidth: 'none' }}
        onClick={({ currentTarget }) => setAnchor((before) => (before ? null : currentTarget))}
      >
        <span>{words.lookedUpBy(used)}</span>
        <Icon name="down" size={12} />
      </ChipButton>
      {anchor && (
        <Popover anchor={anchor} label={words.columnsHint} onClose={() => setAnchor(null)}>
          <Frame>
            <p>{words.columnsHint}</p>
            {list.roles.slice(0, mostColumns).map((role, index) => {
              const name = visibleText(list.header?.[index] || words.columnNumber(index + 1))
              const id = `column-${index}`
              return [
                <label key={`${id} name`} htmlFor={id} title={name}>
                  {name}
                </label>,
                <select
                  key={id}
                  id={id}
                  data-unused={role === 'ignored' ? '' : undefined}
                  value={role}
                  onChange={({ target }) => onChange(index, roles.find((each) => each === target.value) ?? 'ignored')}
                >
                  {roles.map((each) => (
                    <option key={each} value={each}>
                      {words.role[each]}
                    </option>
                  ))}
                </select>,
              ]
            })}
          </Frame>
        </Popover>
      )}
    </>
  )
}
