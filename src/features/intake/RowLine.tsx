import { styled } from '#src/ui/styled.ts'
import { memo } from 'react'
import { keys } from '#src/lib/intake/columns.ts'
import type { PersonRow } from '#src/lib/intake/people-list.ts'
import type { Errand, Verdict } from '#src/lib/intake/verdicts.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import type { IconName } from '#src/ui/Icon.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { useIntakeTexts } from './intake-words.ts'
import { undecidedKinds } from './KindChips.tsx'
import { nameOf, verdictText } from './verdict-words.ts'

/** The columns of the list; its head has the same. */
export const columnsOfRow = '36px minmax(0, 5fr) minmax(0, 5fr) minmax(0, 6fr) 108px'

const Frame = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: columnsOfRow,
  alignItems: 'center',
  columnGap: theme.spacing(4),
  height: '100%',
  padding: theme.spacing(0, 6),
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  fontSize: '0.8125rem',
  lineHeight: '17px',
  '& > *': { minWidth: 0 },
  '& [data-cut]': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& [data-line]': { fontSize: '0.75rem', color: theme.vars.palette.text.secondary, textAlign: 'right' },
  '& [data-given]': { color: theme.vars.palette.text.secondary },
  '& [data-person] > b': { fontWeight: 540 },
  '& small': { fontSize: '0.75rem', lineHeight: '15px', color: theme.vars.palette.text.secondary },
  '& [data-outcome]': { display: 'flex', alignItems: 'center', gap: theme.spacing(2), color: theme.vars.palette.text.secondary },
  '& [data-outcome=ready] > svg': { color: theme.vars.palette.success.main },
  '& [data-outcome=ready]': { color: theme.vars.palette.text.primary },
  '& [data-outcome=decide]': { color: theme.vars.palette.warning.main },
  '& [data-outcome] > span': {
    minWidth: 0,
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
  '& em': { fontStyle: 'normal', color: theme.vars.palette.warning.main },
  '& [data-narrow]': { display: 'none' },
  '& [data-acts]': { display: 'flex', justifyContent: 'flex-end' },
  // Thousands of the same button would be all one sees: it comes with the pointer or the focus, and stays where there is no pointer.
  '& [data-quiet]': { fontWeight: 450, color: theme.vars.palette.text.secondary, '@media (hover: hover)': { opacity: 0 } },
  '&:hover [data-quiet], &:focus-within [data-quiet]': { opacity: 1 },
  '&:hover': { background: theme.vars.palette.surface.hover },
  '& button': { minHeight: 28, padding: theme.spacing(0, 2), fontSize: '0.75rem' },
  '@container (max-width: 720px)': {
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gridTemplateRows: 'auto auto',
    alignContent: 'center',
    rowGap: 2,
    padding: theme.spacing(0, 4),
    '& [data-line]': { display: 'none' },
    '& [data-given]:not(:last-child)': { gridColumn: 1, color: theme.vars.palette.text.primary },
    '& [data-person]': { display: 'none' },
    '& [data-narrow]': { display: 'inline', fontWeight: 540 },
    '& [data-outcome]': { gridColumn: 1, fontSize: '0.75rem' },
    '& [data-acts]': { gridColumn: 2, gridRow: '1 / span 2', minWidth: 0 },
    '@media (pointer: coarse)': { '& button': { minHeight: 44 } },
  },
}))

/** What a row says of its person, in one line. */
export const givenText = (row: PersonRow): string =>
  keys
    .flatMap((key) => row.keys[key] ?? [])
    .map(visibleText)
    .join(' · ')

const iconOf = (verdict: Verdict): IconName =>
  verdict.kind === 'ready' ? 'check' : undecidedKinds.has(verdict.kind) ? 'question' : 'minus'

const pressable: ReadonlySet<Verdict['kind']> = new Set(['several', 'differs', 'skipped', 'ready'])
/** Whether there is something to press in a row of this verdict. */
export const hasAct = (verdict: Verdict, isChosen: boolean): boolean => isChosen || pressable.has(verdict.kind)

export interface RowActs {
  /** Opens the choice between several people. */
  readonly choose: (row: PersonRow) => void
  readonly take: (row: PersonRow, personId: string) => void
  readonly untake: (row: PersonRow) => void
  readonly skip: (row: PersonRow, isSkipped: boolean) => void
}

interface Props {
  readonly row: PersonRow
  /** Null while it is not known. */
  readonly verdict: Verdict | null
  /** What stands there meanwhile. */
  readonly waiting: string
  /** Whether somebody said whom it means. */
  readonly isChosen: boolean
  /** The one row whose button Tab reaches. */
  readonly isTabStop: boolean
  readonly errand: Errand
  readonly acts: RowActs
}

/** One row of the list: what it says, who that is, and what happens. */
export const RowLine = memo(function RowLine({ row, verdict, waiting, isChosen, isTabStop, errand, acts }: Props) {
  const messages = useMessages()
  const words = useIntakeTexts()
  const given = givenText(row)
  const person = verdict !== null && 'person' in verdict ? verdict.person : null
  const facts = person ? [person.alias, person.email].flatMap((fact) => (fact === null ? [] : visibleText(fact))).join(' · ') : ''
  const text = verdict === null ? waiting : verdictText(messages, words, errand, verdict)
  const tone = verdict?.kind === 'ready' ? 'ready' : verdict && undecidedKinds.has(verdict.kind) ? 'decide' : 'left'
  return (
    <Frame>
      <span data-line="" data-figures="">
        <VisuallyHidden>{words.list.line(row.line)}</VisuallyHidden>
        <span aria-hidden="true">{row.line}</span>
      </span>
      <span data-given="" data-cut="" title={given}>
        {given === '' ? words.list.nothing : given}
      </span>
      <span data-person="">
        {person && (
          <>
            <b data-cut="">{nameOf(messages, person)}</b>
            <small data-cut="">{facts}</small>
          </>
        )}
      </span>
      <span data-outcome={tone}>
        {verdict && <Icon name={iconOf(verdict)} size={14} />}
        <span title={text}>
          {person && <b data-narrow="">{nameOf(messages, person)}: </b>}
          {text}
          {verdict?.kind === 'ready' && verdict.sharers.length > 0 && (
            <>
              {'. '}
              <em>{sharersText(messages, words, verdict.sharers)}</em>
            </>
          )}
        </span>
      </span>
      <span data-acts="">
        {verdict && <Acts row={row} verdict={verdict} isChosen={isChosen} tabIndex={isTabStop ? 0 : -1} acts={acts} />}
      </span>
    </Frame>
  )
})

const mostSharers = 2

function sharersText(
  messages: ReturnType<typeof useMessages>,
  words: ReturnType<typeof useIntakeTexts>,
  sharers: Extract<Verdict, { kind: 'ready' }>['sharers'],
): string {
  const names = sharers.slice(0, mostSharers).map((person) => nameOf(messages, person))
  return words.verdict.sharers(names, sharers.length - names.length)
}

interface ActsProps {
  readonly row: PersonRow
  readonly verdict: Verdict
  readonly isChosen: boolean
  readonly tabIndex: 0 | -1
  readonly acts: RowActs
}

/** What can be done about a row. */
function Acts({ row, verdict, isChosen, tabIndex, acts }: ActsProps) {
  const messages = useMessages()
  const { acts: words } = useIntakeTexts()
  if (!hasAct(verdict, isChosen)) return null
  if (verdict.kind === 'several')
    return (
      <Button variant="outlined" tabIndex={tabIndex} aria-label={words.chooseFor(row.line)} onClick={() => acts.choose(row)}>
        {words.choose}
      </Button>
    )
  const name = 'person' in verdict && verdict.person !== null ? nameOf(messages, verdict.person) : ''
  if (verdict.kind === 'differs')
    return (
      <Button
        variant="outlined"
        tabIndex={tabIndex}
        aria-label={words.takeFor(name)}
        onClick={() => acts.take(row, verdict.person.id)}
      >
        {words.take}
      </Button>
    )
  if (verdict.kind === 'skipped')
    return (
      <Button variant="outlined" tabIndex={tabIndex} aria-label={words.putBackOf(name)} onClick={() => acts.skip(row, false)}>
        {words.putBack}
      </Button>
    )
  if (isChosen)
    return (
      <Button variant="text" tabIndex={tabIndex} aria-label={words.undoOf(name)} onClick={() => acts.untake(row)}>
        {words.undo}
      </Button>
    )
  return (
    <Button
      variant="text"
      tabIndex={tabIndex}
      data-quiet=""
      aria-label={words.leaveOutOf(name)}
      onClick={() => acts.skip(row, true)}
    >
      {words.leaveOut}
    </Button>
  )
}
