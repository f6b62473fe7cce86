import { styled } from '#src/ui/styled.ts'
import type { IdentitySorterField } from '#contract/sorters.ts'
import type { IdentitySort } from '#src/lib/identity-params.ts'
import { useIdentitiesTexts } from '../texts.ts'
import { columns, inColumns } from './IdentityRow.tsx'

const Frame = styled('div')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'none',
  gridTemplateColumns: columns,
  columnGap: theme.spacing(3),
  alignItems: 'center',
  minHeight: 28,
  padding: theme.spacing(0, 4),
  color: theme.vars.palette.text.secondary,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  [inColumns]: { display: 'grid' },
  '& button': {
    all: 'unset',
    cursor: 'pointer',
    padding: theme.spacing(0.5, 1),
    marginLeft: theme.spacing(-1),
    borderRadius: 4,
    '&:hover': { color: theme.vars.palette.text.primary, background: theme.vars.palette.surface.hover },
    '&:focus-visible': { outline: `2px solid ${theme.vars.palette.primary.main}` },
    '&[aria-pressed=true]': { color: theme.vars.palette.text.primary, fontWeight: 560 },
  },
}))

interface Props {
  readonly sort: IdentitySort
  readonly onSort: (sort: IdentitySort) => void
}

/** What stands in which column; the three by which the tenant can sort are buttons. */
export function Columns({ sort, onSort }: Props) {
  const { sort: words } = useIdentitiesTexts()
  const button = (field: IdentitySorterField) => {
    const isCurrent = sort.field === field
    return (
      <button
        type="button"
        aria-pressed={isCurrent}
        aria-label={words.by(words.fields[field], isCurrent, sort.descending)}
        onClick={() => onSort({ field, descending: isCurrent && !sort.descending })}
      >
        {isCurrent ? words.button(words.fields[field], sort.descending) : words.fields[field]}
      </button>
    )
  }
  return (
    <Frame>
      <span />
      <span>
        {button('name')} · {button('alias')}
      </span>
      <span aria-hidden="true">{words.columns.email}</span>
      <span>{button('cloudStatus')}</span>
      <span aria-hidden="true">{words.columns.manager}</span>
      <span aria-hidden="true">{words.columns.department}</span>
    </Frame>
  )
}
