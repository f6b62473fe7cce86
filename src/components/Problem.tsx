import { Button } from '#src/ui/Button.tsx'
import { styled } from '#src/ui/styled.ts'
import { ApiError } from '#src/api/errors.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import type { Messages } from '#src/lib/messages/en.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { CopyText } from '#src/ui/CopyText.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { theme } from '#src/ui/theme.ts'

/** What an error says, in a sentence: the server's own words where it had any. */
export function errorSentence({ errors }: Messages, error: unknown): string {
  if (!(error instanceof ApiError)) return errors.unreadable
  if (error.code === 'offline') return errors.offline
  if (error.code === 'unreadable') return errors.unreadable
  if (error.code === 'kept') return errors.kept
  if (error.since !== null) return errors.down(error.since)
  if (error.said !== null) return visibleText(error.said)
  return error.status === 429 ? errors.rateLimited : errors.generic(error.status)
}

const Small = styled('p')(({ theme }) => ({
  '&&': { ...theme.typography.caption, margin: 0, color: theme.vars.palette.text.secondary },
}))

/** The tracking id of an answer, ready to be handed on. */
export function TrackingId({ id }: { readonly id: string }) {
  const { errors } = useMessages()
  return (
    <Small>
      {errors.trackingId}
      <CopyText text={visibleText(id)} label={errors.copy(id)} copied={errors.copied} />
    </Small>
  )
}

interface Props {
  readonly error: unknown
  readonly onRetry: () => void
}

/** A page or list that could not be read: forbidden and missing in our words, anything else in the server's. */
export function Problem({ error, onRetry }: Props) {
  const messages = useMessages()
  const { errors } = messages
  const known = error instanceof ApiError ? error : null
  if (known?.isForbidden) return <EmptyState icon="person" title={errors.forbiddenTitle} text={errors.forbidden} />
  if (known?.isMissing) return <EmptyState icon="search" title={errors.missingTitle} text={errors.missing} />
  return (
    <EmptyState icon="alert" title={errors.title} text={errorSentence(messages, error)}>
      {known?.trackingId && <TrackingId id={known.trackingId} />}
      <Button variant="outlined" onClick={onRetry} sx={{ marginTop: theme.spacing(3) }}>
        {messages.tryAgain}
      </Button>
    </EmptyState>
  )
}

const Strip = styled('p')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(2),
  margin: 0,
  padding: theme.spacing(1, 4),
  color: theme.vars.palette.surface.noticeText,
  background: theme.vars.palette.surface.notice,
}))

/** One line above data that could not be refreshed or is not whole. */
export function StaleLine({ text, onRetry }: { readonly text: string; readonly onRetry: () => void }) {
  const { tryAgain } = useMessages()
  return (
    <Strip>
      {text}
      <Button
        variant="text"
        onClick={onRetry}
        sx={{
          minHeight: 24,
          paddingInline: theme.spacing(1.5),
          color: 'inherit',
          textDecoration: 'underline',
          fontSize: 'inherit',
        }}
      >
        {tryAgain}
      </Button>
    </Strip>
  )
}
