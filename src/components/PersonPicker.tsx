import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Ref } from 'react'
import { identityQueries } from '#src/api/identities.ts'
import { ApiError } from '#src/api/errors.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { namesakesIn } from '#src/lib/person.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { FieldError, FieldGroup } from '#src/ui/Field.tsx'
import { PersonIdField } from './PersonIdField.tsx'
import { PersonCaution, PersonLine, warningText } from './PersonLine.tsx'
import { PersonSearch } from './PersonSearch.tsx'
import { usePersonTexts } from './person-words.ts'

export interface ChosenPerson {
  readonly id: string
  /** Null where only the id is known. */
  readonly name: string | null
}

export interface PersonPickerProps {
  readonly label: string
  readonly value: ChosenPerson | null
  readonly onChange: (person: ChosenPerson | null) => void
  /** Why somebody cannot be chosen here, in a few words; null when they can. */
  readonly refusalOf?: (id: string) => string | null
  readonly error?: string | null
  /** The control to focus when something is wrong with it. */
  readonly inputRef?: Ref<HTMLInputElement>
}

/**
 * Chooses one person: by search where identities may be read, by a pasted id where they may not. Tells namesakes apart and warns of
 * people who may not be able to act.
 */
export function PersonPicker(props: PersonPickerProps) {
  const { value, onChange } = props
  const { error } = useQuery(identityQueries.mayList())
  const isForbidden = error instanceof ApiError && error.isForbidden
  const [wasCleared, setWasCleared] = useState(false)
  if (isForbidden) return <PersonIdField {...props} />
  if (value === null) return <PersonSearch {...props} hasFocus={wasCleared} />
  return (
    <Chosen
      label={props.label}
      person={value}
      error={props.error ?? null}
      onClear={() => {
        setWasCleared(true)
        onChange(null)
      }}
    />
  )
}

const Card = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(2, 3),
  padding: theme.spacing(2, 3),
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 6,
  background: theme.vars.palette.surface.hover,
  '& > [data-person]': { display: 'grid', gap: theme.spacing(1), flex: '1 1 220px', minWidth: 0 },
}))

interface ChosenProps {
  readonly label: string
  readonly person: ChosenPerson
  readonly error: string | null
  readonly onClear: () => void
}

/** Who was chosen, with a look at everybody else of that name. */
function Chosen({ label, person, error, onClear }: ChosenProps) {
  const { byId } = useMessages().person
  const texts = usePersonTexts()
  const { person: words } = texts
  const button = useRef<HTMLButtonElement>(null)
  const { data: identity } = useQuery(identityQueries.card(person.id))
  const { data: alike } = useQuery({
    ...identityQueries.called(identity?.name ?? ''),
    enabled: identity !== null && identity !== undefined && identity.name !== null,
  })
  // The field that was typed into is gone; the next thing to do is here.
  useEffect(() => button.current?.focus({ preventScroll: true }), [])
  const name = visibleText(identity?.name ?? person.name ?? byId(person.id))
  const warning = identity ? warningText(texts, identity) : null
  return (
    <FieldGroup aria-label={`${label}: ${name}`}>
      <span data-label="" aria-hidden="true">
        {label}
      </span>
      <Card>
        <div data-person="">
          {identity ? <PersonLine person={identity} /> : <b>{name}</b>}
          {identity && namesakesIn([identity, ...(alike ?? []).filter(({ id }) => id !== identity.id)]).size > 0 && (
            <PersonCaution text={words.namesake} />
          )}
          {warning !== null && <PersonCaution text={warning} />}
        </div>
        <Button variant="outlined" ref={button} onClick={onClear}>
          {words.change}
        </Button>
      </Card>
      {error !== null && <FieldError id={`${person.id}-error`} text={error} />}
    </FieldGroup>
  )
}
