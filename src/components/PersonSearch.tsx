import { styled } from '#src/ui/styled.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { Identity } from '#contract/identity.ts'
import { identityQueries, mostFound } from '#src/api/identities.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { namesakesIn } from '#src/lib/person.ts'
import { Field } from '#src/ui/Field.tsx'
import { useSettled } from '#src/ui/use-settled.ts'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { PersonCaution, PersonLine, warningText } from './PersonLine.tsx'
import type { PersonPickerProps } from './PersonPicker.tsx'
import { errorSentence } from './Problem.tsx'
import { usePersonTexts } from './person-words.ts'

const List = styled('div')(({ theme }) => ({
  maxHeight: 264,
  overflowY: 'auto',
  overscrollBehavior: 'contain',
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 6,
  background: theme.vars.palette.surface.raised,
  '& > [role=option]': { padding: theme.spacing(1.5, 2.5), minHeight: 44, cursor: 'pointer', scrollMargin: 4 },
  '& > [role=option] + [role=option]': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  '& > [aria-selected=true]': { background: theme.vars.palette.surface.selected },
  '& > [aria-disabled=true]': { cursor: 'default', '& b': { color: theme.vars.palette.text.secondary } },
  '& > [role=option]:hover': { background: theme.vars.palette.surface.hover },
  '& > [role=option][aria-selected=true]:hover': { background: theme.vars.palette.surface.selected },
}))

const Status = styled('p')(({ theme }) => ({
  ...theme.typography.caption,
  minHeight: '1lh',
  margin: 0,
  color: theme.vars.palette.text.secondary,
}))

/** How long typing rests before the tenant is asked, ms. */
const rest = 220
const none: readonly Identity[] = []

type Props = PersonPickerProps & {
  /** Takes the focus: somebody else is to be chosen. */
  readonly hasFocus: boolean
}

/** A combobox over the tenant's people: the text field keeps the focus, the arrows move through what was found. */
export function PersonSearch({ label, onChange, refusalOf, error = null, inputRef, hasFocus }: Props) {
  const messages = useMessages()
  const texts = usePersonTexts()
  const { person: words } = texts
  const listId = useId()
  const field = useRef<HTMLInputElement | null>(null)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [isClosed, setIsClosed] = useState(false)
  const text = useSettled(typed.trim(), rest)
  const search = useQuery({ ...identityQueries.search(text), enabled: text !== '', placeholderData: keepPreviousData })
  const people = text === '' || typed.trim() === '' ? none : (search.data ?? none)
  const isOpen = people.length > 0 && !isClosed
  const alike = namesakesIn(people)
  const index = Math.min(active, people.length - 1)
  const optionId = (place: number) => `${listId}-${place}`

  useEffect(() => {
    if (hasFocus) field.current?.focus()
  }, [hasFocus])
  useEffect(() => {
    if (isOpen) document.querySelector(`[id="${listId}-${index}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [isOpen, index, listId])

  const choose = (person: Identity | undefined) => {
    if (person && (refusalOf?.(person.id) ?? null) === null) onChange({ id: person.id, name: person.name })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && people.length > 0) {
      setIsClosed(false)
      setActive(isOpen ? (index + step + people.length) % people.length : index)
    } else if (event.key === 'Enter' && isOpen) choose(people[index])
    else if (event.key === 'Escape' && isOpen) setIsClosed(true)
    else return
    // Enter would submit the form, Escape close the dialog.
    event.preventDefault()
    event.stopPropagation()
  }
  const state = statusText()
  function statusText(): string | null {
    if (typed.trim() === '') return null
    if (search.error) return errorSentence(messages, search.error)
    if (text !== typed.trim() || search.data === undefined || search.isPlaceholderData) return words.searching
    return people.length === 0 ? words.none(text) : words.found(people.length, mostFound)
  }
  return (
    <Field label={label} error={error}>
      {(control) => (
        <>
          <input
            {...control}
            ref={(element) => {
              field.current = element
              if (typeof inputRef === 'function') inputRef(element)
              else if (inputRef) inputRef.current = element
            }}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={isOpen ? listId : undefined}
            aria-activedescendant={isOpen ? optionId(index) : undefined}
            placeholder={words.placeholder}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value)
              setActive(0)
              setIsClosed(false)
            }}
            onKeyDown={onKeyDown}
          />
          {isOpen && (
            // A native list cannot show a person in two lines.
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            <List role="listbox" id={listId} aria-label={label}>
              {people.map((person, place) => (
                <Option
                  key={person.id}
                  id={optionId(place)}
                  person={person}
                  isActive={place === index}
                  isNamesake={alike.has(person.id)}
                  warning={warningText(texts, person)}
                  refusal={refusalOf?.(person.id) ?? null}
                  onChoose={() => choose(person)}
                />
              ))}
            </List>
          )}
          <VisuallyHidden as="output">{state}</VisuallyHidden>
          <Status aria-hidden="true">{state}</Status>
        </>
      )}
    </Field>
  )
}

interface OptionProps {
  readonly id: string
  readonly person: Identity
  readonly isActive: boolean
  readonly isNamesake: boolean
  readonly warning: string | null
  readonly refusal: string | null
  readonly onChoose: () => void
}

function Option({ id, person, isActive, isNamesake, warning, refusal, onChoose }: OptionProps) {
  const { person: words } = usePersonTexts()
  return (
    // The keys are handled by the text field, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native option cannot hold two lines
      role="option"
      id={id}
      aria-selected={isActive}
      aria-disabled={refusal !== null}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <PersonLine person={person} />
      {isNamesake && <PersonCaution text={words.namesake} />}
      {warning !== null && <PersonCaution text={warning} />}
      {refusal !== null && <PersonCaution text={refusal} />}
    </div>
  )
}
