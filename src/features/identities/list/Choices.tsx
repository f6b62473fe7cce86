import { styled } from '@mui/material/styles'
import { crowds } from '#src/lib/identity-params.ts'
import type { IdentityListParams } from '#src/lib/identity-params.ts'
import { useIdentitiesTexts } from '../texts.ts'
import type { ChangeList } from './use-identity-params.ts'

const Frame = styled('fieldset')(({ theme }) => ({
  margin: 0,
  padding: 0,
  border: 0,
  minWidth: 0,
  '& > legend': { ...theme.typography.caption, padding: theme.spacing(0.5, 2), fontWeight: 600 },
  '& > label': {
    ...theme.typography.body2,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    minHeight: 30,
    padding: theme.spacing(0, 2),
    borderRadius: 5,
    cursor: 'pointer',
    '&:hover, &:focus-within': { background: theme.vars.palette.surface.hover },
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  '& > p': { ...theme.typography.caption, margin: theme.spacing(1, 2), maxWidth: 260, color: theme.vars.palette.text.secondary },
  '& input': { width: 15, height: 15, margin: 0, accentColor: theme.vars.palette.primary.main },
}))

interface Props {
  readonly of: 'status' | 'processing' | 'protected' | 'crowd'
  readonly params: IdentityListParams
  readonly onChange: ChangeList
}

const toggled = (values: readonly string[], value: string): readonly string[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value]

/** The values of a filter that has few of them. */
export function Choices({ of, params, onChange }: Props) {
  const { chips: words, statuses } = useIdentitiesTexts()
  if (of === 'status')
    return (
      <Frame>
        <legend>{words.status}</legend>
        {Object.keys({ ...statuses, ...Object.fromEntries(params.status.map((raw) => [raw, raw])) }).map((value) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={params.status.includes(value)}
              onChange={() => onChange({ status: toggled(params.status, value) })}
            />
            {statuses[value] ?? value}
          </label>
        ))}
      </Frame>
    )
  if (of === 'processing')
    return (
      <Frame>
        <legend>{words.processing}</legend>
        {(['OK', 'ERROR'] as const).map((value) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={params.processing.includes(value)}
              onChange={() => onChange({ processing: toggled(params.processing, value) })}
            />
            {words.processings[value]}
          </label>
        ))}
      </Frame>
    )
  if (of === 'protected')
    return (
      <Frame>
        <legend>{words.protected}</legend>
        {([null, true, false] as const).map((value) => (
          <label key={String(value)}>
            <input
              type="radio"
              name="protected"
              checked={params.isProtected === value}
              onChange={() => onChange({ isProtected: value })}
            />
            {words.protections[value === null ? 'any' : value ? 'yes' : 'no']}
          </label>
        ))}
      </Frame>
    )
  return (
    <Frame>
      <legend>{words.crowd}</legend>
      {crowds.map((crowd) => (
        <label key={crowd}>
          <input type="radio" name="crowd" checked={params.crowd === crowd} onChange={() => onChange({ crowd })} />
          {words.crowds[crowd]}
        </label>
      ))}
      <p>{words.crowdHint}</p>
    </Frame>
  )
}
