import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { intakeQueries } from '#src/api/intake.ts'
import { Problem } from '#src/components/Problem.tsx'
import { mostUninvited } from '#src/lib/intake/chunk-run.ts'
import { Button } from '#src/ui/Button.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { Field } from '#src/ui/Field.tsx'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { useIntakeTexts } from './intake-words.ts'
import { Column } from './layout.ts'
import { useAttempt } from './use-attempt.ts'
import { useSend } from './use-send.ts'

const Count = styled('p')(({ theme }) => ({
  '&&': { fontSize: '0.875rem', color: theme.vars.palette.text.primary },
  '& > b': { ...theme.typography.h1, fontSize: '1.75rem', display: 'block', letterSpacing: '-0.02em' },
  '& > small': { ...theme.typography.caption, display: 'block', color: theme.vars.palette.text.secondary },
  '& > small > button': { minHeight: 24, padding: theme.spacing(0, 1.5), fontSize: 'inherit' },
}))

const Form = styled('form')(({ theme }) => ({
  display: 'grid',
  justifyItems: 'start',
  gap: theme.spacing(3),
  '& input': { maxWidth: 200 },
}))

const digits = (text: string): string => text.replaceAll(/[\s.,'’\u00a0\u202f]/g, '')

/** Invites whoever has not been: how many that are is counted first, and typed by the person. */
export function UninvitedPanel({ onSent }: { readonly onSent: (runId: string) => void }) {
  const { uninvited: words } = useIntakeTexts()
  const { data, error, refetch, isFetching } = useQuery(intakeQueries.uninvited())
  const attempt = useAttempt('uninvited', onSent)
  const { send, isPending, isInOutbox } = useSend('invite', 'everyone', attempt.stored)
  const [typed, setTyped] = useState('')
  const [isWrong, setIsWrong] = useState(false)

  if (error && !data) return <Problem error={error} onRetry={() => void refetch()} />
  if (!data)
    return (
      <Column>
        <VisuallyHidden as="output">{words.counting}</VisuallyHidden>
        <Skeleton style={{ width: 180, height: 24 }} />
        <Skeleton style={{ width: '60%' }} />
        <Skeleton style={{ width: '48%' }} />
      </Column>
    )
  if (data.count === 0) return <EmptyState icon="done" title={words.nobodyTitle} text={words.nobodyText} />
  const { count, readAt } = data
  const sendAll = async () => {
    if (digits(typed) !== String(count)) return setIsWrong(true)
    return send({ uninvited: count, readAt }, attempt.begin())
  }
  return (
    <Column>
      <Count data-figures="">
        <b>{words.count(count)}</b>
        {words.text(count)}
        <small>
          {words.asOf(readAt)}
          <Button variant="text" disabled={isFetching} onClick={() => void refetch()}>
            {words.recount}
          </Button>
        </small>
      </Count>
      <ul>
        <li>
          {words.cap(mostUninvited)} {count > mostUninvited && words.over(count, mostUninvited)}
        </li>
        {words.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <Form
        onSubmit={(event) => {
          event.preventDefault()
          void sendAll()
        }}
      >
        <Field label={words.typeLabel(count)} hint={words.typeHint} error={isWrong ? words.wrong(count) : null}>
          {(control) => (
            <input
              {...control}
              inputMode="numeric"
              autoComplete="off"
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value)
                setIsWrong(false)
              }}
            />
          )}
        </Field>
        <Button type="submit" variant="contained" disabled={isPending || isInOutbox || typed.trim() === ''}>
          {words.confirm}
        </Button>
      </Form>
    </Column>
  )
}
