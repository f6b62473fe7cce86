import { styled } from '#src/ui/styled.ts'
import { useEffect, useRef, useState } from 'react'
import { useDecide } from '#src/components/use-decide.ts'
import type { Deciding } from '#src/components/use-decide.ts'
import { useOpenedItems } from '#src/components/use-opened-items.ts'
import { wholeDecision } from '#src/components/whole-decision.ts'
import { gateReasonOf, mayApprove } from '#src/lib/gate.ts'
import { screenTexts, useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { TriageBar } from './TriageBar.ts'
import type { Asked } from './use-triage.ts'
import { keyConfirmTexts } from '#src/lib/messages/en-key-confirm.ts'

const useKeyConfirmTexts = screenTexts(keyConfirmTexts)

const Bar = styled(TriageBar)(({ theme }) => ({
  '& > input': {
    font: 'inherit',
    flex: '1 1 220px',
    height: 32,
    padding: theme.spacing(0, 2.5),
    border: `1px solid ${theme.vars.palette.text.disabled}`,
    borderRadius: 6,
    color: 'inherit',
    background: theme.vars.palette.background.default,
  },
  '& kbd': { font: 'inherit', fontSize: '0.6875rem', opacity: 0.8 },
}))

interface Props {
  readonly asked: Asked
  readonly onConfirm: (decide: Deciding['decide'], note?: string) => void
  readonly onCancel: () => void
}

/** The second key: says what is about to happen to which work item; Enter does it, Escape does not. */
export function KeyConfirm({ asked, onConfirm, onCancel }: Props) {
  const { unnamed, cancel } = useMessages()
  const words = useKeyConfirmTexts()
  const { decide } = useDecide()
  const { item, verdict } = asked
  // Followed while it is asked: the key may come while the detail it needs is still being drawn.
  const opened = useOpenedItems()
  const gateReason = verdict === 'approve' && !mayApprove(item, opened) ? gateReasonOf(item) : null
  const [note, setNote] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const name = visibleText(item.name ?? item.description ?? unnamed)
  const count = wholeDecision(item, verdict)?.count ?? 1
  const text = gateReason === null ? words[verdict](name, count) : words.gated(name, words.reasons[gateReason])
  const label = gateReason !== null ? words.openKey : verdict === 'approve' ? words.approveKey : words.rejectKey
  const confirm = () => onConfirm(decide, note.trim() === '' ? undefined : note)
  return (
    // Escape leaves it from any control inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <Bar
      aria-label={words.label}
      data-tone={verdict === 'reject' ? 'danger' : undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onCancel()
      }}
    >
      <p id="key-confirm">{text}</p>
      {verdict === 'reject' && (
        <input
          value={note}
          maxLength={2000}
          placeholder={words.note}
          aria-label={words.note}
          onChange={({ target }) => setNote(target.value)}
          onKeyDown={({ key }) => {
            if (key === 'Enter') confirm()
          }}
        />
      )}
      <Button variant="text" onClick={onCancel}>
        {cancel} <kbd aria-hidden="true">Esc</kbd>
      </Button>
      <Button
        ref={button}
        variant="contained"
        aria-describedby="key-confirm"
        {...(verdict === 'reject' && { tone: 'danger' as const })}
        onClick={confirm}
      >
        {label} <kbd aria-hidden="true">↵</kbd>
      </Button>
    </Bar>
  )
}
