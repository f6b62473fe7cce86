import { styled } from '#src/ui/styled.ts'
import { crowds } from '#src/lib/identity-params.ts'
import type { IdentityListParams } from '#src/lib/identity-params.ts'
import { toggled } from '#src/lib/toggled.ts'
import { ChoiceRow } from '#src/ui/ChoiceRow.ts'
import { useQuickChoice } from '#src/ui/use-quick-choice.ts'
import { useIdentitiesTexts } from '../texts.ts'
import type { ChangeList } from './use-identity-params.ts'

const Frame = styled('fieldset')(({ theme }) => ({
  margin: 0,
  padding: 0,
  border: 0,
  minWidth: 0,
  '& > legend': { ...theme.typography.caption, padding: theme.spacing(0.5, 2), fontWeight: 600 },
  '& > p': { ...theme.typography.caption, margin: theme.spacing(1, 2), maxWidth: 260, color: theme.vars.palette.text.secondary },
}))

interface Props {
  readonly of: 'status' | 'processing' | 'protected' | 'crowd'
  readonly params: IdentityListParams
  readonly onChange: ChangeList
}

/** The values of a filter that has few of them. */
export function Choices({ of, params, onChange }: Props) {
  const { chips: words, statuses } = useIdentitiesTexts()
  const [status, chooseStatus] = useQuickChoice(params.status, (next) => onChange({ status: next }))
  const [processing, chooseProcessing] = useQuickChoice(params.processing, (next) => onChange({ processing: next }))
  const [isProtected, chooseProtected] = useQuickChoice(params.isProtected, (next) => onChange({ isProtected: next }))
  const [crowd, chooseCrowd] = useQuickChoice(params.crowd, (next) => onChange({ crowd: next }))
  if (of === 'status')
    return (
      <Frame>
        <legend>{words.status}</legend>
        {Object.keys({ ...statuses, ...Object.fromEntries(status.map((raw) => [raw, raw])) }).map((value) => (
          <ChoiceRow key={value}>
            <input type="checkbox" checked={status.includes(value)} onChange={() => chooseStatus(toggled(status, value))} />
            {statuses[value] ?? value}
          </ChoiceRow>
        ))}
      </Frame>
    )
  if (of === 'processing')
    return (
      <Frame>
        <legend>{words.processing}</legend>
        {(['OK', 'ERROR'] as const).map((value) => (
          <ChoiceRow key={value}>
            <input
              type="checkbox"
              checked={processing.includes(value)}
              onChange={() => chooseProcessing(toggled(processing, value))}
            />
            {words.processings[value]}
          </ChoiceRow>
        ))}
      </Frame>
    )
  if (of === 'protected')
    return (
      <Frame>
        <legend>{words.protected}</legend>
        {([null, true, false] as const).map((value) => (
          <ChoiceRow key={String(value)}>
            <input type="radio" name="protected" checked={isProtected === value} onChange={() => chooseProtected(value)} />
            {words.protections[value === null ? 'any' : value ? 'yes' : 'no']}
          </ChoiceRow>
        ))}
      </Frame>
    )
  return (
    <Frame>
      <legend>{words.crowd}</legend>
      {crowds.map((each) => (
        <ChoiceRow key={each}>
          <input type="radio" name="crowd" checked={crowd === each} onChange={() => chooseCrowd(each)} />
          {words.crowds[each]}
        </ChoiceRow>
      ))}
      <p>{words.crowdHint}</p>
    </Frame>
  )
}
