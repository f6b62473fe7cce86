import { styled } from '#src/ui/styled.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { stepText } from '#src/components/step-text.ts'
import { checklistOf, checklistText } from '#src/lib/checklist.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { CopyButton } from '#src/ui/CopyButton.tsx'
import { Section } from '#src/ui/Section.tsx'
import type { useTicks } from './use-ticks.ts'
import { useChecklistTexts } from '#src/components/checklist-words.ts'

const List = styled('ul')(({ theme }) => ({
  ...theme.typography.body2,
  listStyle: 'none',
  margin: theme.spacing(0, 0, 3),
  padding: 0,
  '& label': {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(2.5),
    padding: theme.spacing(1.5, 0),
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    '@media (pointer: coarse)': { minHeight: 44, alignItems: 'center' },
  },
  '& input': { flex: 'none', width: 16, height: 16, margin: '1px 0 0', accentColor: theme.vars.palette.primary.main },
  '& :checked + span': { color: theme.vars.palette.text.secondary, textDecoration: 'line-through' },
}))

const Foot = styled('div')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1, 3),
  color: theme.vars.palette.text.secondary,
}))

interface Props {
  readonly item: WorkItem
  readonly ticks: ReturnType<typeof useTicks>
}

/** What is to be done by hand elsewhere: a line per change, to tick here and to copy. */
export function Checklist({ item, ticks }: Props) {
  const messages = useMessages()
  const words = useChecklistTexts()
  const steps = checklistOf(item).map((step) => ({
    key: step.key,
    text: stepText(messages, words, step),
    isDone: ticks.isTicked(step.key),
  }))
  if (steps.length === 0) return null
  const heading = visibleText(item.name ?? messages.unnamed)
  return (
    <Section title={words.title}>
      <List>
        {steps.map(({ key, text, isDone }) => (
          <li key={key}>
            <label>
              <input type="checkbox" checked={isDone} onChange={({ target }) => ticks.tick(key, target.checked)} />
              <span>{text}</span>
            </label>
          </li>
        ))}
      </List>
      <Foot>
        <CopyButton
          text={() => checklistText(heading, steps, new URL(paths.inboxItem(item.id), location.origin).href)}
          label={words.copy}
          copied={words.copied}
        />
        <span>
          {words.done(steps.filter(({ isDone }) => isDone).length, steps.length)}. {words.hint}
          {item.approvalItems.some(({ isOpen }) => isOpen) && ` ${words.decidesNothing}`}
        </span>
      </Foot>
    </Section>
  )
}
