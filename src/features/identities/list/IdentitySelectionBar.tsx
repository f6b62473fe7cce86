import { styled } from '#src/ui/styled.ts'
import { SelectionFrame } from '#src/components/SelectionFrame.ts'
import { mostEntries } from '#src/lib/most-entries.ts'
import { Button } from '#src/ui/Button.tsx'
import { useIdentitiesTexts } from '../texts.ts'

const Bar = styled(SelectionFrame)({
  '& > p': { marginRight: 'auto' },
  '@media (pointer: coarse)': { '& > button': { flex: '1 1 auto' }, '& > p': { flexBasis: '100%' } },
})

interface Props {
  readonly count: number
  /** Selected people who are not on this page. */
  readonly elsewhere: number
  readonly onPage: number
  /** How many match on all pages; null when that is not known. */
  readonly matching: number | null
  readonly running: { readonly read: number; readonly total: number | null } | null
  readonly mayAct: boolean
  readonly onThese: () => void
  readonly onAll: () => void
  readonly onStop: () => void
  readonly onClear: () => void
  readonly onExport: () => void
  readonly onInvite: () => void
  readonly onProcess: () => void
}

/** What is selected, how to select more, and where to go with it. */
export function IdentitySelectionBar(props: Props) {
  const { count, elsewhere, onPage, matching, running, mayAct } = props
  const { selection: words, export: exporting } = useIdentitiesTexts()
  const isTooMany = matching !== null && matching > mostEntries
  return (
    <Bar aria-label={words.label}>
      <p>
        <strong data-figures="">{words.count(count)}</strong>
        {elsewhere > 0 && ` · ${words.elsewhere(elsewhere)}`}
        {isTooMany && ` · ${words.tooMany(mostEntries)}`}
        {running && <span data-figures=""> · {words.reading(running.read, running.total)}</span>}
      </p>
      {running ? (
        <Button variant="outlined" onClick={props.onStop}>
          {exporting.stop}
        </Button>
      ) : (
        <>
          <Button variant="outlined" onClick={props.onThese}>
            {words.these(onPage)}
          </Button>
          {matching !== null && matching > onPage && (
            <Button variant="outlined" disabled={isTooMany} onClick={props.onAll}>
              {words.all(matching)}
            </Button>
          )}
        </>
      )}
      <Button variant="text" onClick={props.onClear}>
        {count === 0 ? words.done : words.clear}
      </Button>
      {count > 0 && (
        <>
          <Button variant="outlined" onClick={props.onExport}>
            {words.export}
          </Button>
          {mayAct && (
            <>
              <Button variant="outlined" onClick={props.onProcess}>
                {words.process}
              </Button>
              <Button variant="contained" onClick={props.onInvite}>
                {words.invite}
              </Button>
            </>
          )}
        </>
      )}
    </Bar>
  )
}
