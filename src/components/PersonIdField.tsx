import { useState } from 'react'
import { Field } from '#src/ui/Field.tsx'
import type { PersonPickerProps } from './PersonPicker.tsx'
import { usePersonTexts } from './person-words.ts'

/** What the tenant takes as an id; the same pattern as in the contract. */
const idPattern = /^[A-Za-z0-9_-]{1,128}$/

/** For people who may not look up identities: the id, as somebody gave it to them. */
export function PersonIdField({ label, value, onChange, refusalOf, error = null, inputRef }: PersonPickerProps) {
  const { person: words } = usePersonTexts()
  const [text, setText] = useState(value?.id ?? '')
  const id = text.trim()
  const isWrong = id !== '' && !idPattern.test(id)
  const refusal = value === null ? null : (refusalOf?.(value.id) ?? null)
  return (
    <Field label={`${label}: ${words.idLabel}`} hint={words.idHint} error={isWrong ? words.idWrong : (refusal ?? error)}>
      {(control) => (
        <input
          {...control}
          ref={inputRef}
          value={text}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={({ target }) => {
            setText(target.value)
            const typed = target.value.trim()
            onChange(idPattern.test(typed) ? { id: typed, name: null } : null)
          }}
        />
      )}
    </Field>
  )
}
