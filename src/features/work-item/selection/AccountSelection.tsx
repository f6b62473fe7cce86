import { styled } from '#src/ui/styled.ts'
import { useId, useState } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import { fieldsOf } from '#contract/work-item-form.ts'
import type { FormItem, WorkItemForm } from '#contract/work-item-form.ts'
import { useSession } from '#src/components/session-context.ts'
import { missingIn, noAnswer, presentAnswers, progressIn, selectionOf } from '#src/lib/account-selection.ts'
import type { Answer } from '#src/lib/account-selection.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { QuestionField } from './QuestionField.tsx'
import { ReadBackDialog } from './ReadBackDialog.tsx'
import { keepSelectionDraft, readSelectionDraft } from './selection-draft.ts'
import { useWorkItemTexts } from '../work-item-words.ts'
import { useSelectionTexts } from './selection-words.ts'

const Form = styled('form')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(4),
  maxWidth: 560,
  '& > p, & [data-group] > p': { ...theme.typography.body2, margin: 0, overflowWrap: 'anywhere' },
  '& > p > small, & > small': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
  '& [data-group]': { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: theme.spacing(3) },
  '& [data-group] [data-group]': { paddingLeft: theme.spacing(4), borderLeft: `2px solid ${theme.vars.palette.divider}` },
  '& h3, & h4': { ...theme.typography.body1, fontWeight: 600, margin: 0 },
  '& [data-send]': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2, 4),
    '& > span': { ...theme.typography.caption, color: theme.vars.palette.text.secondary, flex: '1 1 180px' },
    [theme.breakpoints.down('sm')]: { '& > button': { flex: '1 0 100%' } },
  },
}))

const Summary = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  padding: theme.spacing(2.5, 3),
  borderRadius: 6,
  color: theme.vars.palette.error.main,
  background: theme.vars.palette.surface.danger,
  '& ul': { margin: theme.spacing(1, 0, 0), paddingLeft: theme.spacing(4.5) },
  '& a': { color: 'inherit' },
}))

interface Props {
  readonly item: WorkItem
  readonly form: WorkItemForm
  /** Whom it is for, as it is to be read back. */
  readonly who: string | null
  /** Something is on its way, so nothing more can be sent. */
  readonly isDisabled: boolean
  readonly onSubmit: (selection: Record<string, unknown>) => void
}

/** The questions of an account selection, to be answered here. What is answered is kept; before it goes it is read back. */
export function AccountSelection({ item, form, who, isDisabled, onSubmit }: Props) {
  const { form: formWords } = useWorkItemTexts()
  const words = useSelectionTexts()
  const { user } = useSession()
  const base = useId()
  const [answers, setAnswers] = useState(() => readSelectionDraft(user.id, item.id) ?? presentAnswers(form))
  const [wasTried, setWasTried] = useState(false)
  const [isReadBack, setIsReadBack] = useState(false)

  const fields = fieldsOf(form)
  const idOf = (name: string) => `${base}-${fields.findIndex((field) => field.name === name)}`
  const focus = (name: string) => document.querySelector<HTMLElement>(`[id="${idOf(name)}"]`)?.focus()
  const missing = wasTried ? missingIn(form, answers) : []
  const { answered, total } = progressIn(form, answers)
  const labelOf = (name: string) => visibleText(fields.find((field) => field.name === name)?.label ?? name)

  const answer = (name: string, given: Answer) => {
    const next = new Map(answers).set(name, given)
    setAnswers(next)
    keepSelectionDraft(user.id, item.id, next)
  }
  const review = () => {
    setWasTried(true)
    const [first] = missingIn(form, answers)
    if (first === undefined) setIsReadBack(true)
    else focus(first)
  }
  const questions = (items: readonly FormItem[], depth: number) =>
    items.map((each, index) => {
      const key = `${index} ${each.name ?? ''}`
      if (each.kind === 'section') {
        const Heading = depth === 0 ? 'h3' : 'h4'
        return (
          <div key={key} data-group="">
            {each.label !== null && <Heading>{visibleText(each.label)}</Heading>}
            {questions(each.items, depth + 1)}
          </div>
        )
      }
      const { name } = each
      return (
        <QuestionField
          key={key}
          field={each}
          id={name === null ? `${base}-nameless` : idOf(name)}
          answer={(name === null ? undefined : answers.get(name)) ?? noAnswer}
          isMissing={name !== null && missing.includes(name)}
          isDisabled={isDisabled}
          onAnswer={(given) => name !== null && answer(name, given)}
        />
      )
    })

  const heading = form.title ?? form.name
  return (
    <Form
      noValidate
      aria-label={formWords.title}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isDisabled) review()
      }}
    >
      {(heading !== null || form.subtitle !== null) && (
        <p>
          {heading !== null && heading !== item.name && visibleText(heading)}{' '}
          {form.subtitle !== null && <small>{visibleText(form.subtitle)}</small>}
        </p>
      )}
      {questions(form.sections, 0)}
      {missing.length > 0 && (
        <Summary role="alert">
          {words.missingCount(missing.length)}
          <ul>
            {missing.map((name) => (
              <li key={name}>
                <a
                  href={`#${idOf(name)}`}
                  onClick={(event) => {
                    event.preventDefault()
                    focus(name)
                  }}
                >
                  {labelOf(name)}
                </a>
              </li>
            ))}
          </ul>
        </Summary>
      )}
      <div data-send="">
        <span>
          {words.progress(answered, total)}. {words.kept}
        </span>
        <Button variant="contained" type="submit" disabled={isDisabled}>
          {words.review}
        </Button>
      </div>
      {isReadBack && (
        <ReadBackDialog
          form={form}
          answers={answers}
          who={who}
          onCancel={() => setIsReadBack(false)}
          onSubmit={() => {
            setIsReadBack(false)
            onSubmit(selectionOf(form, answers))
          }}
        />
      )}
    </Form>
  )
}
