import { styled } from '#src/ui/styled.ts'
import type { Identity } from '#contract/identity.ts'
import { PersonLine } from '#src/components/PersonLine.tsx'
import type { PersonRow } from '#src/lib/intake/people-list.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { useIntakeTexts } from './intake-words.ts'
import { Buttons } from './layout.ts'
import { givenText } from './RowLine.tsx'

const List = styled('ul')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1.5),
  maxHeight: '50dvh',
  overflowY: 'auto',
  margin: theme.spacing(4, -1, 0),
  padding: theme.spacing(0, 1),
  listStyle: 'none',
  '& button': {
    width: '100%',
    minHeight: 44,
    padding: theme.spacing(2, 3),
    border: `1px solid ${theme.vars.palette.divider}`,
    borderRadius: 6,
    color: 'inherit',
    background: 'none',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
  },
  '& button:hover': { background: theme.vars.palette.surface.hover },
}))

const mostShown = 50

interface Props {
  readonly row: PersonRow
  readonly people: readonly Identity[]
  readonly onChoose: (personId: string) => void
  readonly onClose: () => void
}

/** Asks which of several people a row means. */
export function ChooseDialog({ row, people, onChoose, onClose }: Props) {
  const { cancel } = useMessages()
  const { choose: words } = useIntakeTexts()
  return (
    <Dialog title={words.title} onClose={onClose} isSheet>
      <p>{words.text(givenText(row))}</p>
      <List>
        {people.slice(0, mostShown).map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => onChoose(person.id)}>
              <PersonLine person={person} />
            </button>
          </li>
        ))}
      </List>
      {people.length > mostShown && <p>{words.onlyFirst(mostShown, people.length)}</p>}
      <Buttons>
        <Button variant="text" onClick={onClose}>
          {cancel}
        </Button>
      </Buttons>
    </Dialog>
  )
}
