import { Button } from '#src/ui/Button.tsx'
import { Caption } from '#src/ui/text.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { sendNow, settle, takeBack } from '#src/api/runs.ts'
import type { Entry, Settlement } from '#src/api/runs.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { pressedText } from './decision-draft.ts'
import { errorSentence } from './Problem.tsx'
import { useOutboxTexts } from './outbox-words.ts'
import { theme } from '#src/ui/theme.ts'
import { useRested } from '#src/ui/use-rested.ts'

/** `Send now` may appear where `Approve` was pressed: a second press within so long (ms) was not meant for it. */
const aims = 700

type Act = 'take-back' | 'send-now' | Settlement

/** What a person can still do about an entry: take back and send now while it is held, settle it when it needs them. */
export function EntryActions({ entry }: { readonly entry: Entry }) {
  const client = useQueryClient()
  const messages = useMessages()
  const words = useOutboxTexts()
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (act: Act) => {
      if (act === 'take-back') return takeBack(client, entry)
      return act === 'send-now' ? sendNow(client, entry) : settle(client, entry, act)
    },
  })
  const isAimedAt = useRested(aims)
  const what = pressedText(messages, entry)
  const button = (act: Act, text: string, name = text) => (
    <Button
      key={act}
      variant={act === 'take-back' || act === 'check-again' ? 'outlined' : 'text'}
      aria-label={name}
      disabled={isPending || (act === 'send-now' && !isAimedAt)}
      onClick={() => {
        reset()
        mutate(act)
      }}
      sx={{ minHeight: 28, paddingBlock: 0 }}
    >
      {text}
    </Button>
  )
  return (
    <>
      {entry.canTakeBack && button('take-back', words.takeBack, words.takeBackOf(what))}
      {entry.state === 'held' && button('send-now', words.sendNow, words.sendNowOf(what))}
      {entry.state === 'needs-you' && [
        button('check-again', words.checkAgain),
        button('send-again', words.sendAgain),
        button('dismiss', words.dismiss),
      ]}
      {error && (
        <Caption role="alert" sx={{ flexBasis: '100%', color: theme.vars.palette.error.main }}>
          {words.actFailed} {errorSentence(messages, error)}
        </Caption>
      )}
    </>
  )
}
