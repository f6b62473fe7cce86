import { styled } from '#src/ui/styled.ts'
import { pageSizes } from '#src/lib/identity-params.ts'
import type { IdentityListParams } from '#src/lib/identity-params.ts'
import { Button } from '#src/ui/Button.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { useIdentitiesTexts } from '../texts.ts'

const Frame = styled('nav')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(0.5),
  minHeight: 40,
  padding: theme.spacing(0, 3),
  borderTop: `1px solid ${theme.vars.palette.divider}`,
  color: theme.vars.palette.text.secondary,
  '& > p': { margin: theme.spacing(0, 2), whiteSpace: 'nowrap' },
  '& > button': { minWidth: 32, padding: theme.spacing(0, 1.5) },
  '& > label': { marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: theme.spacing(1.5) },
  '& [data-turned]': { transform: 'scaleX(-1)', display: 'block' },
  '& select': {
    font: 'inherit',
    color: 'inherit',
    minHeight: 28,
    border: `1px solid ${theme.vars.palette.divider}`,
    borderRadius: 5,
    background: theme.vars.palette.background.default,
    '@media (pointer: coarse)': { minHeight: 44, fontSize: '1rem' },
  },
  [theme.breakpoints.down('sm')]: { '& > label > span': { display: 'none' } },
}))

interface Props {
  readonly page: number
  readonly size: IdentityListParams['size']
  /** How many pages there are; null when the tenant did not say how many people match. */
  readonly pages: number | null
  /** There is more after this page, as far as one can see. */
  readonly hasNext: boolean
  readonly onPage: (page: number) => void
  readonly onSize: (size: IdentityListParams['size']) => void
}

/** First, previous, next, last; and how many people make a page. */
export function Pager({ page, size, pages, hasNext, onPage, onSize }: Props) {
  const { pages: words } = useIdentitiesTexts()
  const isFirst = page === 1
  const isLast = pages === null ? !hasNext : page >= pages
  return (
    <Frame aria-label={words.label}>
      <Button variant="text" aria-label={words.first} disabled={isFirst} onClick={() => onPage(1)}>
        <Icon name="first" size={14} />
      </Button>
      <Button variant="text" aria-label={words.previous} disabled={isFirst} onClick={() => onPage(page - 1)}>
        <Icon name="back" size={14} />
      </Button>
      <p data-figures="">{words.page(page, pages)}</p>
      <Button variant="text" aria-label={words.next} disabled={isLast} onClick={() => onPage(page + 1)}>
        <span data-turned="">
          <Icon name="back" size={14} />
        </span>
      </Button>
      <Button variant="text" aria-label={words.last} disabled={isLast || pages === null} onClick={() => pages && onPage(pages)}>
        <span data-turned="">
          <Icon name="first" size={14} />
        </span>
      </Button>
      <label>
        <span>{words.size}</span>
        <select
          aria-label={words.size}
          value={size}
          onChange={({ target }) => onSize(pageSizes.find((each) => String(each) === target.value) ?? size)}
        >
          {pageSizes.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      </label>
    </Frame>
  )
}
