import { styled } from '#src/ui/styled.ts'
import type { Errand, VerdictKind } from '#src/lib/intake/verdicts.ts'
import { ChipButton } from '#src/ui/ChipButton.tsx'
import { useIntakeTexts } from './intake-words.ts'

const Frame = styled('fieldset')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  minWidth: 0,
  margin: 0,
  padding: 0,
  border: 0,
  gap: theme.spacing(1.5),
  '& > button': {
    padding: theme.spacing(0, 2.5),
    gap: theme.spacing(1.5),
    maxWidth: 'none',
    '@media (pointer: coarse)': { minHeight: 36 },
  },
  // One row that is pushed along: the list itself needs the room.
  [theme.breakpoints.down('sm')]: {
    flexWrap: 'nowrap',
    overflowX: 'auto',
    margin: theme.spacing(0, -4),
    padding: theme.spacing(0, 4),
    scrollbarWidth: 'none',
    '& > button': { flex: 'none' },
  },
  '& b': { fontWeight: 600, color: theme.vars.palette.text.primary },
  '& [data-dot]': { width: 6, height: 6, borderRadius: 3, flex: 'none' },
  '& [data-dot=ready]': { background: theme.vars.palette.success.main },
  '& [data-dot=decide]': { background: theme.vars.palette.warning.main },
  '& [data-dot=left]': { background: theme.vars.palette.text.disabled },
}))

/** In the order in which somebody would want to look at them. */
export const kindOrder: readonly VerdictKind[] = [
  'ready',
  'several',
  'differs',
  'not-found',
  'no-email',
  'shared',
  'registered',
  'inactive',
  'duplicate',
  'blank',
  'skipped',
]

/** Kinds of rows that somebody can still make ready by a choice. */
export const undecidedKinds: ReadonlySet<VerdictKind> = new Set(['several', 'differs'])

const dotOf = (kind: VerdictKind): string => (kind === 'ready' ? 'ready' : undecidedKinds.has(kind) ? 'decide' : 'left')

interface Props {
  readonly errand: Errand
  readonly counts: ReadonlyMap<VerdictKind, number>
  readonly total: number
  readonly chosen: VerdictKind | null
  readonly onChoose: (kind: VerdictKind | null) => void
}

/** How many rows there are of each kind; a press shows only these. */
export function KindChips({ errand, counts, total, chosen, onChoose }: Props) {
  const words = useIntakeTexts()
  const chip = (kind: VerdictKind | null, name: string, count: number) => (
    <ChipButton
      key={kind ?? 'all'}
      type="button"
      aria-pressed={chosen === kind}
      aria-label={words.chip(name, count)}
      data-chosen={chosen === kind ? '' : undefined}
      onClick={() => onChoose(kind)}
    >
      {kind !== null && <i data-dot={dotOf(kind)} />}
      <span>{name}</span>
      <b data-figures="">{words.number(count)}</b>
    </ChipButton>
  )
  return (
    <Frame aria-label={words.filter}>
      {chip(null, words.all, total)}
      {kindOrder.flatMap((kind) => {
        const count = counts.get(kind) ?? 0
        return count === 0 ? [] : chip(kind, words.kinds[errand][kind], count)
      })}
    </Frame>
  )
}
