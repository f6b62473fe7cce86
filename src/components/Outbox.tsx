import { Button } from '#src/ui/Button.tsx'
import { styled } from '#src/ui/styled.ts'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { entryKey } from '#src/api/runs.ts'
import type { Entry } from '#src/api/runs.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { pressedOnAll, pressedText } from './decision-draft.ts'
import { useDecisions } from './decisions.tsx'
import type { Handover } from './decisions.tsx'
import { EntrySubject } from './EntrySubject.tsx'
import { EntryActions } from './EntryActions.tsx'
import { EntryExplanation, isTrouble, needsExplaining } from './EntryExplanation.tsx'
import { EntryStatus } from './EntryStatus.tsx'
import { outcomeStays, OutboxRow, What } from './outbox-parts.ts'
import { errorSentence } from './Problem.tsx'
import { RunRow } from './RunRow.tsx'
import { useOutboxTexts } from './outbox-words.ts'
import { useDecide } from './use-decide.ts'
import { theme } from '#src/ui/theme.ts'

const Frame = styled('section')(({ theme }) => ({
  flex: 'none',
  maxHeight: '38vh',
  overflowY: 'auto',
  borderTop: `1px solid ${theme.vars.palette.divider}`,
  background: theme.vars.palette.surface.raised,
  boxShadow: '0 -6px 24px rgb(0 0 0 / 0.06)',
  '& ul': { listStyle: 'none', margin: 0, padding: 0 },
}))

/** Every decision that is on its way, wherever one is in the page: what, when it goes, and how to take it back. Then how it ended. */
export function Outbox() {
  const outbox = useOutboxTexts()
  const { open, ended, groups: all, isGrouped, handovers } = useDecisions()
  const { pathname } = useLocation()
  /** The page on screen shows the run itself. */
  const isOnPage = (runId: string) => pathname === paths.activity || pathname === paths.run(runId)
  const groups = all.filter(({ runId }) => !isOnPage(runId))
  /** Of many made together each is in Activity, where the run's line leads. */
  const isShown = (entry: Entry) => !isOnPage(entry.runId) && !isGrouped(entry)
  const [alone, over] = [open.filter(isShown), ended.filter(isShown)]
  if (alone.length + over.length + groups.length + handovers.length === 0) return null
  return (
    <Frame aria-label={outbox.label} tabIndex={-1}>
      <ul>
        {handovers.map((handover) => (
          <HandoverRow key={handover.runId} handover={handover} />
        ))}
        {groups.map((group) => (
          <RunRow key={group.runId} group={group} />
        ))}
        {alone.map((entry) => (
          <OutboxRow key={entryKey(entry)} data-bad={isTrouble(entry) ? '' : undefined}>
            <Pressed entry={entry} />
            <EntryStatus entry={entry} />
            <EntryActions entry={entry} />
            <EntryExplanation entry={entry} />
          </OutboxRow>
        ))}
        {over.map((entry) => (
          <EndedRow key={entryKey(entry)} entry={entry} />
        ))}
      </ul>
    </Frame>
  )
}

function Pressed({ entry }: { readonly entry: Entry }) {
  const messages = useMessages()
  return (
    <What>
      {/* What was done is said in the outcome. */}
      {entry.state !== 'done' && <strong>{pressedText(messages, entry)}</strong>}
      <EntrySubject entry={entry} />
    </What>
  )
}

/** What it is about, as it was seen; a link where there is a page for it. */
function EndedRow({ entry }: { readonly entry: Entry }) {
  const messages = useMessages()
  const words = useOutboxTexts()
  const { hide } = useDecisions()
  const goesByItself = !needsExplaining(entry)
  useEffect(() => {
    if (!goesByItself) return undefined
    const timer = setTimeout(() => hide(entry), outcomeStays)
    return () => clearTimeout(timer)
  }, [entry, goesByItself, hide])
  return (
    <OutboxRow data-bad={isTrouble(entry) ? '' : undefined}>
      <Pressed entry={entry} />
      <EntryStatus entry={entry} />
      <Button
        variant="text"
        data-hide=""
        onClick={() => hide(entry)}
        sx={{ minWidth: 28, minHeight: 28, paddingInline: theme.spacing(1) }}
      >
        <Icon name="cross" size={14} />
        <VisuallyHidden>{words.hide(pressedText(messages, entry))}</VisuallyHidden>
      </Button>
      <EntryExplanation entry={entry} />
    </OutboxRow>
  )
}

function HandoverRow({ handover }: { readonly handover: Handover }) {
  const messages = useMessages()
  const words = useOutboxTexts()
  const { discard } = useDecisions()
  const { resend } = useDecide()
  const { draft, error, runId } = handover
  const [entry] = draft.entries
  if (!entry) return null
  return (
    <OutboxRow data-bad={error === null ? undefined : ''}>
      <What>
        <strong>{pressedOnAll(messages, draft.entries)}</strong>
        {draft.entries.length === 1 && <EntrySubject entry={entry} />}
      </What>
      {error === null ? (
        <span>{words.handingOver}</span>
      ) : (
        <>
          <span role="alert">
            {words.notHandedOver}. {errorSentence(messages, error)} {words.sent[error.sent]}
          </span>
          <Button variant="outlined" onClick={() => void resend(handover)}>
            {words.resend}
          </Button>
          <Button variant="text" onClick={() => discard(runId)}>
            {words.discard}
          </Button>
        </>
      )}
    </OutboxRow>
  )
}
