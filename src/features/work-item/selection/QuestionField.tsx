import { styled } from '#src/ui/styled.ts'
import type { ReactNode } from 'react'
import type { FormField } from '#contract/work-item-form.ts'
import { choicesOf, kindOf, strangeKindOf } from '#src/lib/account-selection.ts'
import type { Answer, Choice } from '#src/lib/account-selection.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Field, FieldError, FieldGroup } from '#src/ui/Field.tsx'
import { useWorkItemTexts } from '../work-item-words.ts'
import { useSelectionTexts } from './selection-words.ts'

const Group = styled(FieldGroup)(({ theme }) => ({
  '& > legend': { ...theme.typography.body2, fontWeight: 560, padding: 0, marginBottom: theme.spacing(1) },
  '& > label': {
    ...theme.typography.body2,
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(2.5),
    padding: theme.spacing(1.5, 2.5),
    border: `1px solid ${theme.vars.palette.divider}`,
    borderRadius: 6,
    fontWeight: 400,
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    '&:hover': { background: theme.vars.palette.surface.hover },
    '&:has(:checked)': { borderColor: theme.vars.palette.primary.main, background: theme.vars.palette.surface.selected },
    '@media (pointer: coarse)': { minHeight: 44, alignItems: 'center' },
  },
  '& input': { flex: 'none', width: 16, height: 16, margin: '1px 0 0', accentColor: theme.vars.palette.primary.main },
  '& label small': { ...theme.typography.caption, display: 'block', color: theme.vars.palette.text.secondary },
}))

const Mark = styled('small')(({ theme }) => ({ fontWeight: 400, color: theme.vars.palette.text.secondary }))

interface Props {
  readonly field: FormField
  /** Of the control that takes the focus. */
  readonly id: string
  readonly answer: Answer
  readonly isMissing: boolean
  readonly isDisabled: boolean
  readonly onAnswer: (answer: Answer) => void
}

/** One question, in the way its kind asks for. */
export function QuestionField(props: Props) {
  const { field, id, answer, isMissing, isDisabled, onAnswer } = props
  const { form: formWords } = useWorkItemTexts()
  const words = useSelectionTexts()
  const name = visibleText(field.label ?? field.name ?? formWords.untitled)
  const kind = kindOf(field)
  const strange = strangeKindOf(field)
  const choices = choicesOf(field)
  const label = (
    <>
      {name} <Mark>{field.required ? formWords.required : words.optional}</Mark>
    </>
  )
  const hints = [
    strange === null ? null : words.strangeKind(visibleText(strange)),
    kind === 'text' ? words.freeText : null,
    kind === 'checkbox' ? words.several : null,
    choices.some(({ isTwin }) => isTwin) ? words.twins : null,
  ].filter((hint) => hint !== null)
  const error = isMissing ? words.missing(name) : null
  if (field.name === null)
    return (
      <p>
        {name} <Mark>{words.nameless}</Mark>
      </p>
    )
  if (kind === 'radio' || kind === 'checkbox')
    return <ChoiceGroup {...props} kind={kind} label={label} hints={hints} error={error} />
  return (
    <Field label={label} id={id} error={error} {...(hints.length > 0 && { hint: hints.join(' ') })}>
      {(control) =>
        kind === 'text' ? (
          <input
            {...control}
            required={field.required}
            disabled={isDisabled}
            maxLength={4000}
            value={answer.text}
            onChange={({ target }) => onAnswer({ chosen: [], text: target.value })}
          />
        ) : (
          <select
            {...control}
            required={field.required}
            disabled={isDisabled}
            value={answer.chosen[0] ?? ''}
            onChange={({ target }) => onAnswer({ chosen: target.value === '' ? [] : [target.value], text: '' })}
          >
            <option value="">{words.choose}</option>
            {choices.map((choice) => (
              <option key={`${choice.label} ${choice.key}`} value={choice.key}>
                {visibleText(choice.detail === null ? choice.label : `${choice.label} – ${choice.detail}`)}
              </option>
            ))}
          </select>
        )
      }
    </Field>
  )
}

type GroupProps = Props & {
  readonly kind: 'radio' | 'checkbox'
  readonly label: ReactNode
  readonly hints: readonly string[]
  readonly error: string | null
}

function ChoiceGroup({ field, id, answer, kind, label, hints, error, isDisabled, onAnswer }: GroupProps) {
  const described = [error === null ? [] : `${id}-error`, hints.length > 0 ? `${id}-hint` : []].flat().join(' ')
  const toggle = (choice: Choice, isOn: boolean) => {
    if (kind === 'radio') return onAnswer({ chosen: [choice.key], text: '' })
    const others = answer.chosen.filter((key) => key !== choice.key)
    return onAnswer({ chosen: isOn ? [...others, choice.key] : others, text: '' })
  }
  return (
    <Group aria-describedby={described === '' ? undefined : described} disabled={isDisabled}>
      <legend>{label}</legend>
      {choicesOf(field).map((choice, index) => (
        <label key={`${choice.label} ${choice.key}`}>
          <input
            type={kind}
            id={index === 0 ? id : undefined}
            name={id}
            aria-describedby={described === '' ? undefined : described}
            checked={answer.chosen.includes(choice.key)}
            onChange={({ target }) => toggle(choice, target.checked)}
          />
          <span>
            {visibleText(choice.label)}
            {choice.detail !== null && <small>{visibleText(choice.detail)}</small>}
          </span>
        </label>
      ))}
      {error !== null && <FieldError id={`${id}-error`} text={error} />}
      {hints.length > 0 && <p id={`${id}-hint`}>{hints.join(' ')}</p>}
    </Group>
  )
}
