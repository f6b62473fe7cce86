import { styled } from '#src/ui/styled.ts'
import { useState } from 'react'
import type { Identity } from '#contract/identity.ts'
import { errorSentence } from '#src/components/Problem.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { saveCsv } from '#src/lib/save-file.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { useIdentitiesTexts } from '../texts.ts'
import { peopleCsv } from './people-csv.ts'
import { useReading } from './use-reading.ts'

const Body = styled('form')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gap: theme.spacing(3),
  marginTop: theme.spacing(2),
  '& > p': { margin: 0, color: theme.vars.palette.text.secondary },
  '& > [role=alert]': { color: theme.vars.palette.error.main },
  '& > fieldset': { margin: 0, padding: 0, border: 0 },
  '& legend': { fontWeight: 560, padding: 0, marginBottom: theme.spacing(1) },
  '& label': {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    minHeight: 32,
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  '& input': { width: 15, height: 15, margin: 0, accentColor: theme.vars.palette.primary.main },
  '& progress': { width: '100%', height: 6, accentColor: theme.vars.palette.primary.main },
  '& > [data-buttons]': { display: 'flex', justifyContent: 'flex-end', gap: theme.spacing(2) },
}))

type Watch = { readonly signal: AbortSignal; readonly onProgress: (read: number) => void }

/** A group of people that can be written out. */
export interface ExportChoice {
  readonly key: 'chosen' | 'all' | 'page'
  /** How many; null when nobody knows before reading. */
  readonly count: number | null
  readonly read: (watch: Watch) => Promise<readonly Identity[]>
}

interface Props {
  /** The first one is chosen to begin with. */
  readonly choices: readonly ExportChoice[]
  readonly onClose: () => void
}

/** Requests of 250 people that a tenant grants in ten seconds, with room left for others. */
const peopleInTenSeconds = 90 * 250

/** Writes people into a file: this page, everybody who matches, or those selected. */
export function ExportDialog({ choices, onClose }: Props) {
  const messages = useMessages()
  const { export: words, selection } = useIdentitiesTexts()
  const announce = useAnnounce()
  const [key, setKey] = useState(choices[0]?.key ?? 'page')
  const [note, setNote] = useState<string | null>(null)
  const { running, start, stop } = useReading()
  const choice = choices.find((each) => each.key === key)
  const seconds = ((choice?.count ?? 0) / peopleInTenSeconds) * 10
  const run = async () => {
    if (!choice) return
    setNote(null)
    try {
      const people = await start(choice.count, choice.read)
      if (!people) return setNote(words.stopped)
      saveCsv(words.file(new Date().toISOString().slice(0, 10)), peopleCsv(people, words.columns))
      announce(words.done(people.length))
      onClose()
    } catch (thrown) {
      setNote(`${words.failed} ${errorSentence(messages, thrown)}`)
    }
    return undefined
  }
  return (
    <Dialog
      title={words.title}
      onClose={() => {
        stop()
        onClose()
      }}
    >
      <Body
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <fieldset disabled={running !== null}>
          <legend>{words.what}</legend>
          {choices.map((each) => (
            <label key={each.key}>
              <input type="radio" name="what" checked={key === each.key} onChange={() => setKey(each.key)} />
              {each.key === 'all' ? words.all(each.count) : words[each.key](each.count ?? 0)}
            </label>
          ))}
        </fieldset>
        {running ? (
          <>
            <p data-figures="">{selection.reading(running.read, running.total)}</p>
            <progress
              aria-label={words.title}
              {...(running.total !== null && { value: running.read, max: Math.max(1, running.total) })}
            />
          </>
        ) : (
          <p>
            {words.text}
            {seconds > 5 && ` ${words.takes(seconds)}`}
          </p>
        )}
        {note !== null && <p role="alert">{note}</p>}
        <div data-buttons="">
          <Button
            variant="text"
            onClick={() => {
              if (running) return stop()
              return onClose()
            }}
          >
            {running ? words.stop : messages.cancel}
          </Button>
          <Button variant="contained" type="submit" disabled={running !== null || choice?.count === 0}>
            {words.confirm}
          </Button>
        </div>
      </Body>
    </Dialog>
  )
}
