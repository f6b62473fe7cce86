import { styled } from '#src/ui/styled.ts'
import type { RefObject } from 'react'
import { Button } from '#src/ui/Button.tsx'
import { Field } from '#src/ui/Field.tsx'
import type { ForwardDraft } from './forward-draft.ts'
import { PersonPicker } from './PersonPicker.tsx'
import { useForwardTexts } from './forward-words.ts'

const Templates = styled('fieldset')(({ theme }) => ({
  margin: 0,
  padding: 0,
  border: 0,
  display: 'flex',
  flexWrap: 'wrap',
  gap: theme.spacing(1.5),
  '& > button': {
    ...theme.typography.caption,
    minHeight: 26,
    padding: theme.spacing(0, 2),
    whiteSpace: 'normal',
    textAlign: 'left',
  },
}))

const MailChoice = styled('label')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(2),
  minHeight: 30,
  '& > input': { width: 16, height: 16, margin: 0, accentColor: theme.vars.palette.primary.main },
  '@media (pointer: coarse)': { minHeight: 44 },
}))

interface Props {
  readonly draft: ForwardDraft
  readonly onChange: (part: Partial<ForwardDraft>) => void
  /** Why somebody cannot be chosen, in a few words; null when they can. */
  readonly refusalOf: (id: string) => string | null
  /** What is missing is said once it was tried without. */
  readonly wasTried: boolean
  readonly picker: RefObject<HTMLInputElement | null>
  readonly comment: RefObject<HTMLTextAreaElement | null>
}

/** To whom work items go, with which comment, and whether SailPoint tells them. */
export function ForwardFields({ draft, onChange, refusalOf, wasTried, picker, comment }: Props) {
  const words = useForwardTexts()
  return (
    <>
      <PersonPicker
        label={words.to}
        value={draft.person}
        onChange={(person) => onChange({ person })}
        refusalOf={refusalOf}
        error={wasTried && draft.person === null ? words.toMissing : null}
        inputRef={picker}
      />
      <Field
        label={words.comment}
        hint={words.commentHint}
        error={wasTried && draft.comment.trim() === '' ? words.commentMissing : null}
      >
        {(control) => (
          <textarea
            {...control}
            ref={comment}
            required
            maxLength={2000}
            value={draft.comment}
            onChange={({ target }) => onChange({ comment: target.value })}
          />
        )}
      </Field>
      <Templates aria-label={words.templates}>
        {words.templateTexts.map((text) => (
          <Button
            key={text}
            variant="outlined"
            onClick={() => {
              onChange({ comment: text })
              comment.current?.focus()
            }}
          >
            {text}
          </Button>
        ))}
      </Templates>
      <MailChoice>
        <input
          type="checkbox"
          checked={draft.sendNotifications}
          onChange={({ target }) => onChange({ sendNotifications: target.checked })}
        />
        {words.mail}
      </MailChoice>
    </>
  )
}
