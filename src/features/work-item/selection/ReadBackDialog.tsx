import { styled } from '#src/ui/styled.ts'
import type { WorkItemForm } from '#contract/work-item-form.ts'
import { readBackOf } from '#src/lib/account-selection.ts'
import type { Answers } from '#src/lib/account-selection.ts'
import { visibleOrNull, visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { useSelectionTexts } from './selection-words.ts'

const Lines = styled('ul')(({ theme }) => ({
  ...theme.typography.body1,
  display: 'grid',
  gap: theme.spacing(2),
  margin: theme.spacing(4, 0),
  padding: 0,
  listStyle: 'none',
  overflowWrap: 'anywhere',
  '& > li': { paddingLeft: theme.spacing(3), borderLeft: `2px solid ${theme.vars.palette.primary.main}` },
  '& > li[data-open]': { borderColor: theme.vars.palette.divider, color: theme.vars.palette.text.secondary },
}))

const Foot = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'flex-end',
  gap: theme.spacing(2),
  '& > p': { ...theme.typography.caption, flexBasis: '100%', margin: 0, color: theme.vars.palette.text.secondary },
}))

interface Props {
  readonly form: WorkItemForm
  readonly answers: Answers
  readonly who: string | null
  readonly onCancel: () => void
  readonly onSubmit: () => void
}

/** Reads every answer back as a sentence before it goes: for whom, where, what. */
export function ReadBackDialog({ form, answers, who, onCancel, onSubmit }: Props) {
  const words = useSelectionTexts()
  return (
    <Dialog title={words.readBackTitle} onClose={onCancel}>
      <Lines>
        {readBackOf(form, answers).map((line, index) => (
          // Two questions may read the same, so the place is part of the key.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${index} ${line.question ?? ''}`} data-open={line.answers.length === 0 ? '' : undefined}>
            {words.line(
              { who: visibleOrNull(who), where: visibleOrNull(line.where), question: visibleOrNull(line.question) },
              line.answers.map(visibleText),
              line.isText,
            )}
          </li>
        ))}
      </Lines>
      <Foot>
        <p>{words.final}</p>
        <Button variant="text" onClick={onCancel}>
          {words.back}
        </Button>
        <Button variant="contained" onClick={onSubmit}>
          {words.submit}
        </Button>
      </Foot>
    </Dialog>
  )
}
