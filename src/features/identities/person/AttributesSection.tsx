import { styled } from '#src/ui/styled.ts'
import type { Identity } from '#contract/identity.ts'
import { jsonTextOf, scalarTextOf } from '#contract/json.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Section } from '#src/ui/Section.tsx'
import { Plain } from './SectionState.tsx'
import { useIdentityTexts } from './texts.ts'

const List = styled('dl')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: 'minmax(110px, max-content) minmax(0, 1fr)',
  gap: theme.spacing(1.5, 5),
  margin: 0,
  '& dt': { color: theme.vars.palette.text.secondary, overflowWrap: 'anywhere' },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
}))

/** The tenant's own attributes, as they come. */
export function AttributesSection({ person }: { readonly person: Identity }) {
  const { attributes: words } = useIdentityTexts()
  const names = Object.keys(person.attributes).toSorted((a, b) => a.localeCompare(b))
  return (
    <Section title={words.title}>
      {names.length === 0 ? (
        <Plain>{words.none}</Plain>
      ) : (
        <List>
          {names.map((name) => (
            <Attribute key={name} name={name} value={person.attributes[name]} />
          ))}
        </List>
      )}
    </Section>
  )
}

function Attribute({ name, value }: { readonly name: string; readonly value: unknown }) {
  const { attributes: words } = useIdentityTexts()
  const text = value === null || value === '' ? words.empty : (scalarTextOf(value) ?? jsonTextOf(value))
  return (
    <>
      <dt>{visibleText(name)}</dt>
      <dd>{visibleText(text)}</dd>
    </>
  )
}
