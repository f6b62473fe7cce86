import type { Styles } from './style-rules.ts'
import { styled } from './styled.ts'
import { theme } from './theme.ts'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'

const frame = {
  display: 'grid',
  gap: theme.spacing(1.5),
  minWidth: 0,
  '& > label, & > [data-label]': { ...theme.typography.body2, fontWeight: 560 },
  '& > p': { ...theme.typography.caption, margin: 0, color: theme.vars.palette.text.secondary },
  '& > p[data-error]': { display: 'flex', gap: theme.spacing(1.5), color: theme.vars.palette.error.main },
  '& input:not([type=checkbox]):not([type=radio]), & textarea, & select': {
    ...theme.typography.body1,
    width: '100%',
    minHeight: 36,
    padding: theme.spacing(1.5, 2.5),
    borderRadius: 6,
    border: `1px solid ${theme.vars.palette.text.disabled}`,
    color: 'inherit',
    background: theme.vars.palette.background.default,
    '&[aria-invalid=true]': { borderColor: theme.vars.palette.error.main },
    '@media (pointer: coarse)': { minHeight: 44, fontSize: '1rem' },
  },
  '& textarea': { minHeight: 76, resize: 'vertical', padding: theme.spacing(2, 2.5) },
} as const satisfies Styles

const Frame = styled('div')(frame)

/** What a control must carry to be named, described and marked by the field around it. */
export interface FieldProps {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

interface Props {
  readonly label: ReactNode
  /** Of the control, where it is looked for from outside. */
  readonly id?: string
  readonly hint?: ReactNode
  readonly error?: string | null
  readonly children: (control: FieldProps) => ReactNode
}

/** A control with its label above, its hint below, and what is wrong with it, all linked for screen readers. */
export function Field({ label, id: given, hint, error = null, children }: Props) {
  const made = useId()
  const id = given ?? made
  const described = [error === null ? [] : `${id}-error`, hint === undefined ? [] : `${id}-hint`].flat().join(' ')
  return (
    <Frame>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(described !== '' && { 'aria-describedby': described }),
        ...(error !== null && { 'aria-invalid': true as const }),
      })}
      {error !== null && <FieldError id={`${id}-error`} text={error} />}
      {hint !== undefined && <p id={`${id}-hint`}>{hint}</p>}
    </Frame>
  )
}

/** The same frame for a group of controls; give it an `aria-label` or a legend. */
export const FieldGroup = styled('fieldset')({ ...frame, margin: 0, padding: 0, border: 0 })

export function FieldError({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p id={id} data-error="">
      <Icon name="alert" size={14} />
      {text}
    </p>
  )
}
