import { styled } from '#src/ui/styled.ts'
import type { Identity } from '#contract/identity.ts'
import { personWarningOf, standingOf, statusWords } from '#src/lib/person.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { usePersonTexts } from './person-words.ts'
import type { PersonTexts } from './person-words.ts'

const Lines = styled('span')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'block',
  minWidth: 0,
  overflowWrap: 'anywhere',
  '& b': { fontWeight: 560 },
  '& small': { ...theme.typography.caption, display: 'block', color: theme.vars.palette.text.secondary },
}))

/** Everything that parts one person from another of the same name. */
export function PersonLine({ person }: { readonly person: Identity }) {
  const { person: words, identity } = usePersonTexts()
  const facts = [
    person.alias,
    person.email ?? words.noEmail,
    person.manager?.name ? words.manager(person.manager.name) : words.noManager,
    person.status === null ? null : `${identity.status.toLowerCase()} ${statusWords(person.status.raw)}`,
  ].flatMap((fact) => (fact === null ? [] : visibleText(fact)))
  return (
    <Lines>
      <b>{visibleText(person.name ?? words.unnamed)}</b>
      <small>{facts.join(' · ')}</small>
    </Lines>
  )
}

const Warning = styled('span')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'flex',
  gap: theme.spacing(1.5),
  color: theme.vars.palette.warning.main,
  '& svg': { marginTop: 1 },
}))

/** One sentence of caution about a person. */
export function PersonCaution({ text }: { readonly text: string }) {
  return (
    <Warning>
      <Icon name="alert" size={14} />
      <span>{text}</span>
    </Warning>
  )
}

/** Why this person may not be able to act, in a sentence; null when nothing speaks against it. */
export function warningText({ person: words }: PersonTexts, person: Identity): string | null {
  const warning = personWarningOf(person)
  if (warning === null) return null
  return warning === 'inactive' ? words.warnings.inactive(visibleText(standingOf(person))) : words.warnings.unregistered
}
