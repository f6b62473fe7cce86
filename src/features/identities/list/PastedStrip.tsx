import { styled } from '#src/ui/styled.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { useIdentitiesTexts } from '../texts.ts'
import type { PastedList } from './use-people.ts'
import { theme } from '#src/ui/theme.ts'

const Frame = styled('section')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1, 2),
  padding: theme.spacing(1.5, 4),
  background: theme.vars.palette.surface.rail,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& > output': { marginRight: 'auto' },
  '& > details': { flexBasis: '100%' },
  '& summary': { cursor: 'pointer', minHeight: 26, fontWeight: 560 },
  '& progress': { flexBasis: '100%', height: 6, accentColor: theme.vars.palette.primary.main },
}))

/** Scrolls by keyboard too. */
const Entries = styled('ul')(({ theme }) => ({
  margin: theme.spacing(1, 0, 2),
  paddingLeft: theme.spacing(5),
  maxHeight: 160,
  overflowY: 'auto',
  fontSize: '0.75rem',
  overflowWrap: 'anywhere',
}))

interface Props {
  readonly pasted: PastedList
  readonly onChange: () => void
  readonly onLeave: () => void
}

/** What became of a pasted list: how many were found, who was not, and what stands for several people. */
export function PastedStrip({ pasted, onChange, onLeave }: Props) {
  const { find: words } = useIdentitiesTexts()
  const { sought, found, done } = pasted
  if (sought === null)
    return (
      <EmptyState icon="search" title={words.lostTitle} text={words.lost}>
        <Button variant="outlined" onClick={onChange} sx={{ marginTop: theme.spacing(3) }}>
          {words.paste}
        </Button>
      </EmptyState>
    )
  return (
    <Frame aria-label={words.title}>
      <output>
        {found === null
          ? words.searching(done)
          : [
              words.result(found.people.length, sought.length),
              ...(found.missing.length > 0 ? [words.notFound(found.missing.length)] : []),
              ...(found.several.length > 0 ? [words.several(found.several.length)] : []),
            ].join(' · ')}
      </output>
      <Button variant="text" onClick={onChange}>
        {words.change}
      </Button>
      <Button variant="text" onClick={onLeave}>
        {words.leave}
      </Button>
      {found === null && <progress aria-label={words.title} value={done} max={1} />}
      {found !== null && found.missing.length > 0 && (
        <details>
          <summary>
            {words.notFoundTitle} ({found.missing.length})
          </summary>
          <Entries tabIndex={0}>
            {found.missing.map(({ text }) => (
              <li key={text}>{visibleText(text)}</li>
            ))}
          </Entries>
          <CopyButton text={() => found.missing.map(({ text }) => text).join('\n')} label={words.copy} copied={words.copied} />
        </details>
      )}
      {found !== null && found.several.length > 0 && (
        <details>
          <summary>
            {words.severalTitle} ({found.several.length})
          </summary>
          <Entries tabIndex={0}>
            {found.several.map(({ sought: one, count }) => (
              <li key={one.text}>{words.severalLine({ ...one, text: visibleText(one.text) }, count)}</li>
            ))}
          </Entries>
        </details>
      )}
    </Frame>
  )
}
