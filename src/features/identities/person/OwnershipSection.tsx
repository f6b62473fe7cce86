import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { jsonTextOf } from '#contract/json.ts'
import type { Ownership } from '#contract/ownership.ts'
import { identityDetails } from '#src/api/identity-details.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Plain, SectionState } from './SectionState.tsx'
import { useIdentityTexts } from './texts.ts'

const List = styled('dl')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: 'minmax(110px, max-content) minmax(0, 1fr)',
  gap: theme.spacing(1.5, 5),
  margin: 0,
  '& dt': { color: theme.vars.palette.text.secondary },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
}))

const Raw = styled('pre')(({ theme }) => ({
  ...theme.typography.caption,
  fontFamily: 'ui-monospace, monospace',
  maxHeight: 240,
  overflow: 'auto',
  margin: theme.spacing(2, 0, 0),
  padding: theme.spacing(2, 3),
  borderRadius: 6,
  background: theme.vars.palette.surface.rail,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
}))

/** What somebody owns in the tenant. */
export function OwnershipSection({ id }: { readonly id: string }) {
  const { ownership: words } = useIdentityTexts()
  const query = useQuery(identityDetails.ownership(id))
  return (
    <SectionState title={words.title} query={query}>
      {(ownership) => <OwnedThings ownership={ownership} />}
    </SectionState>
  )
}

/** An answer that was not understood is shown as it came: it never reads as nothing. */
export function OwnedThings({ ownership }: { readonly ownership: Ownership }) {
  const { ownership: words } = useIdentityTexts()
  if (ownership.kind === 'owns-nothing') return <Plain>{words.none}</Plain>
  if (ownership.kind === 'unrecognised')
    return (
      <>
        <Plain>{words.unrecognised}</Plain>
        <Raw tabIndex={0} aria-label={words.raw}>
          {visibleText(jsonTextOf(ownership.raw))}
        </Raw>
      </>
    )
  return (
    <>
      <List>
        {ownership.associations.map(({ type, entities }) => (
          <Kind
            key={type ?? ''}
            name={type === null ? words.untyped : (words.types[type.toUpperCase()] ?? visibleText(type))}
            things={entities.map(({ name, id }) => visibleText(name ?? id ?? words.unnamed))}
          />
        ))}
      </List>
      {ownership.leftovers.length > 0 && (
        <Plain>
          {words.leftovers(ownership.leftovers.length)} {words.incomplete}
        </Plain>
      )}
    </>
  )
}

const mostNamed = 30

function Kind({ name, things }: { readonly name: string; readonly things: readonly string[] }) {
  const { reports } = useIdentityTexts()
  const rest = things.length - mostNamed
  return (
    <>
      <dt>
        {name} ({things.length})
      </dt>
      <dd>
        {things.slice(0, mostNamed).join(', ')}
        {rest > 0 && ` ${reports.more(rest)}`}
      </dd>
    </>
  )
}
