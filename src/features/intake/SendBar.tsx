import { styled } from '#src/ui/styled.ts'
import type { Errand } from '#src/lib/intake/verdicts.ts'
import { Button } from '#src/ui/Button.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { useIntakeTexts } from './intake-words.ts'

const Frame = styled('section')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(2, 3),
  padding: theme.spacing(2.5, 6),
  borderTop: `1px solid ${theme.vars.palette.divider}`,
  background: theme.vars.palette.surface.rail,
  '& > p': { flex: 1, minWidth: 180, margin: 0 },
  '& strong': { fontWeight: 600 },
  '& em': { fontStyle: 'normal', color: theme.vars.palette.warning.main },
  '& span': { color: theme.vars.palette.text.secondary },
  [theme.breakpoints.down('sm')]: { padding: theme.spacing(2, 4), '& > button': { flex: '1 1 auto' } },
}))

interface Props {
  readonly errand: Errand
  readonly ready: number
  readonly left: number
  /** Of those left, how many a choice could still make ready. */
  readonly undecided: number
  /** It could not be handed over and waits in the outbox. */
  readonly isInOutbox: boolean
  readonly onReview: () => void
  readonly onDownload: () => void
}

/** What will be sent and what not, with the way on. */
export function SendBar({ errand, ready, left, undecided, isInOutbox, onReview, onDownload }: Props) {
  const { send: words } = useIntakeTexts()
  return (
    <Frame aria-label={words.label}>
      <p data-figures="">
        <strong>{ready === 0 ? words.nobody : words.ready[errand](ready)}</strong>
        {left > 0 && <span> · {words.left(left)}</span>}
        {undecided > 0 && (
          <>
            {' · '}
            <em>{words.undecided(undecided)}</em>
          </>
        )}
        {isInOutbox && (
          <>
            {' · '}
            <em>{words.inOutbox}</em>
          </>
        )}
      </p>
      {left > 0 && (
        <Button variant="outlined" onClick={onDownload}>
          <Icon name="download" size={14} />
          {words.download(left)}
        </Button>
      )}
      <Button variant="contained" disabled={ready === 0 || isInOutbox} onClick={onReview}>
        {words.review[errand](ready)}
      </Button>
    </Frame>
  )
}
