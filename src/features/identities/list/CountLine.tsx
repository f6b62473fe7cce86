import { styled } from '#src/ui/styled.ts'
import type { IdentityListParams } from '#src/lib/identity-params.ts'
import { useQuickChoice } from '#src/ui/use-quick-choice.ts'
import { useIdentitiesTexts } from '../texts.ts'
import { inColumns } from './IdentityRow.tsx'
import { SortChip } from './SortChip.tsx'
import type { ChangeList } from './use-identity-params.ts'

const Line = styled('div')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(0, 3),
  minHeight: 28,
  color: theme.vars.palette.text.secondary,
  '& > p': { margin: 0 },
  '& > label': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    minHeight: 26,
    cursor: 'pointer',
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  '& input': { width: 14, height: 14, margin: 0, accentColor: theme.vars.palette.primary.main },
  '& > [data-sort]': { marginLeft: 'auto', [inColumns]: { display: 'none' } },
}))

interface Props {
  readonly first: number
  readonly last: number
  readonly total: number | null
  /** There are rows to count. */
  readonly isShown: boolean
  readonly isSearching: boolean
  readonly params: IdentityListParams
  readonly onChange: ChangeList
}

/** Which people these are, honestly: how many of how many, and who is left out. */
export function CountLine({ first, last, total, isShown, isSearching, params, onChange }: Props) {
  const { count: words } = useIdentitiesTexts()
  const [crowd, choose] = useQuickChoice(params.crowd, (next) => onChange({ crowd: next }))
  return (
    <Line>
      <p data-figures="">
        {isSearching ? words.searching : isShown ? words.range(first, last, total) : words.none} · {words[params.crowd]}
      </p>
      {params.crowd !== 'uncorrelated' && (
        <label>
          <input
            type="checkbox"
            checked={crowd === 'all'}
            onChange={({ target }) => choose(target.checked ? 'all' : 'correlated')}
          />
          {words.include}
        </label>
      )}
      <span data-sort="">
        <SortChip sort={params.sort} onSort={(sort) => onChange({ sort })} />
      </span>
    </Line>
  )
}
