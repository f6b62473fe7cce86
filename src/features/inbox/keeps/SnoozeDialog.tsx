import { SmallText } from '#src/ui/text.ts'
import { styled } from '#src/ui/styled.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import { putSnooze } from '#src/api/desk-keeps.ts'
import { errorSentence } from '#src/components/Problem.tsx'
import { screenTexts, useMessages } from '#src/lib/messages/context.tsx'
import { isStillToday, morningOf, snoozeChoices, snoozeUntil } from '#src/lib/snooze-times.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { Field } from '#src/ui/Field.tsx'
import { theme } from '#src/ui/theme.ts'
import { snoozeTexts } from '#src/lib/messages/en-snooze.ts'

const useSnoozeTexts = screenTexts(snoozeTexts)

const Choices = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1.5),
  margin: theme.spacing(4, 0),
  '& > button': { justifyContent: 'space-between', gap: theme.spacing(4), minHeight: 40 },
  '& small': { fontSize: '0.75rem', fontWeight: 450, color: theme.vars.palette.text.secondary },
}))

const Foot = styled('form')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '1fr auto',
  alignItems: 'end',
  gap: theme.spacing(2),
  '& > [data-cancel]': { gridColumn: '1 / -1', justifySelf: 'end' },
}))

interface Props {
  readonly items: readonly WorkItem[]
  readonly onClose: () => void
  /** Until when, ms. */
  readonly onSnoozed: (items: readonly WorkItem[], until: number) => void
}

/** Until when work items are set aside. */
export function SnoozeDialog({ items, onClose, onSnoozed }: Props) {
  const messages = useMessages()
  const words = useSnoozeTexts()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [now] = useState(() => Date.now())
  const [date, setDate] = useState('')
  const [isDateWrong, setIsDateWrong] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (until: number) => {
      for (const { id } of items) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a failure leaves a beginning and not a random half
        await putSnooze(client, id, until)
      }
    },
    onSuccess: (_data, until) => {
      announce(words.done(items.length, until))
      onSnoozed(items, until)
      onClose()
    },
  })
  const times = snoozeChoices
    .map((choice) => ({ choice, until: snoozeUntil(choice, now) }))
    .filter(({ choice, until }) => choice !== 'later' || isStillToday(until, now))
  return (
    <Dialog title={words.title(items.length)} onClose={onClose} isSheet>
      <SmallText sx={{ marginTop: theme.spacing(2), color: theme.vars.palette.text.secondary }}>{words.text}</SmallText>
      <Choices>
        {times.map(({ choice, until }) => (
          <Button key={choice} variant="outlined" disabled={isPending} onClick={() => mutate(until)}>
            {words.choices[choice]}
            <small>{words.when(until)}</small>
          </Button>
        ))}
      </Choices>
      <Foot
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const until = morningOf(date, now)
          setIsDateWrong(until === null)
          if (until !== null) mutate(until)
        }}
      >
        <Field label={words.date} error={isDateWrong ? words.dateWrong : null}>
          {(control) => <input {...control} type="date" value={date} onChange={({ target }) => setDate(target.value)} />}
        </Field>
        <Button variant="outlined" type="submit" disabled={isPending} sx={{ minHeight: 36 }}>
          {words.confirmDate}
        </Button>
        {error && (
          <SmallText role="alert" sx={{ gridColumn: '1 / -1', color: theme.vars.palette.error.main }}>
            {words.failed} {errorSentence(messages, error)}
          </SmallText>
        )}
        <Button variant="text" data-cancel="" onClick={onClose}>
          {messages.cancel}
        </Button>
      </Foot>
    </Dialog>
  )
}
