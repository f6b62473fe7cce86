import { SectionHeading, SmallText } from '#src/ui/text.ts'
import { styled } from '#src/ui/styled.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { settleAll } from '#src/api/run-progress.ts'
import type { Entry, Settlement } from '#src/api/runs.ts'
import { errorSentence } from '#src/components/Problem.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { useActivityTexts } from '../activity-words.ts'
import { DialogButtons } from '../StopDialog.tsx'
import { alikeEntries } from './alike.ts'
import type { AlikeEntries } from './alike.ts'
import { theme } from '#src/ui/theme.ts'

const Frame = styled('section')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(2),
  margin: theme.spacing(4, 0, 0),
  padding: theme.spacing(3.5, 4),
  borderRadius: 8,
  background: theme.vars.palette.surface.danger,
  '& > h2': { display: 'flex', alignItems: 'center', gap: theme.spacing(2), margin: 0, color: theme.vars.palette.error.main },
  '& > p': { ...theme.typography.body2, margin: 0, maxWidth: 720 },
  '& > ul': { listStyle: 'none', margin: 0, padding: 0 },
  '& > ul > li': {
    ...theme.typography.body2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1.5, 0),
    borderTop: `1px solid ${theme.vars.palette.divider}`,
  },
  '& li > span': { flex: '1 1 240px' },
  '& li small': { ...theme.typography.caption, display: 'block', color: theme.vars.palette.text.secondary },
}))

interface Props {
  readonly runId: string
  readonly isStopped: boolean
  readonly entries: readonly Entry[]
}

/** The entries whose outcome is not known, those alike together: one press settles all of them. */
export function NeedsYou({ runId, isStopped, entries }: Props) {
  const { needsYou: words } = useActivityTexts()
  const groups = alikeEntries(entries)
  const count = groups.reduce((sum, { positions }) => sum + positions.length, 0)
  if (count === 0) return null
  return (
    <Frame aria-labelledby="needs-you">
      <SectionHeading id="needs-you">
        <Icon name="alert" />
        {words.title(count)}
      </SectionHeading>
      <p>{words.facts}</p>
      <ul>
        {groups.map((group) => (
          <Alike key={group.key} runId={runId} isStopped={isStopped} group={group} />
        ))}
      </ul>
    </Frame>
  )
}

const acts = ['check-again', 'send-again', 'dismiss'] as const

interface AlikeProps {
  readonly runId: string
  readonly isStopped: boolean
  readonly group: AlikeEntries
}

function Alike({ runId, isStopped, group }: AlikeProps) {
  const messages = useMessages()
  const { needsYou: words, actFailed } = useActivityTexts()
  const client = useQueryClient()
  const [isAsking, setIsAsking] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (act: Settlement) => settleAll(client, runId, act, group.positions),
  })
  const what = words.group(messages.acts[group.operation], group.positions.length)
  const facts = [
    group.sentAt && words.asked(group.sentAt),
    group.message === null ? group.code : visibleText(group.message),
  ].flatMap((fact) => fact ?? [])
  return (
    <li>
      <span>
        <strong>{what}</strong>
        <small>{facts.join(' · ')}</small>
      </span>
      {acts
        .filter((act) => act !== 'send-again' || !isStopped)
        .map((act) => (
          <Button
            key={act}
            variant={act === 'check-again' ? 'outlined' : 'text'}
            disabled={isPending}
            aria-label={words.of(words[act], what)}
            onClick={() => (act === 'send-again' ? setIsAsking(true) : mutate(act))}
          >
            {words[act]}
          </Button>
        ))}
      {error && (
        <span role="alert">
          {actFailed} {errorSentence(messages, error)}
        </span>
      )}
      {isAsking && (
        <Dialog title={words.sendTitle(group.positions.length)} onClose={() => setIsAsking(false)}>
          <SmallText sx={{ marginTop: theme.spacing(2) }}>{words.facts}</SmallText>
          <SmallText sx={{ marginTop: theme.spacing(2) }}>{words.sendText}</SmallText>
          <DialogButtons>
            <Button variant="text" onClick={() => setIsAsking(false)}>
              {words.cancel}
            </Button>
            <Button
              variant="contained"
              onClick={() => {
                setIsAsking(false)
                mutate('send-again')
              }}
            >
              {words.sendConfirm(group.positions.length)}
            </Button>
          </DialogButtons>
        </Dialog>
      )}
    </li>
  )
}
