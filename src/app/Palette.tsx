import { styled } from '#src/ui/styled.ts'
import { useEffect, useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Icon } from '#src/ui/Icon.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import type { PaletteChoice } from './palette-choices.ts'
import { usePaletteChoices } from './use-palette-choices.ts'
import { usePaletteTexts } from './palette-words.ts'

const Frame = styled('dialog')(({ theme }) => ({
  width: 'min(600px, calc(100vw - 24px))',
  maxHeight: '70dvh',
  margin: '12dvh auto auto',
  padding: 0,
  overflow: 'hidden',
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 10,
  color: theme.vars.palette.text.primary,
  background: theme.vars.palette.background.paper,
  boxShadow: '0 16px 48px rgb(0 0 0 / 0.24)',
  '&[open]': { display: 'flex', flexDirection: 'column' },
  '&::backdrop': { background: 'rgb(10 10 14 / 0.4)' },
  '& > [data-input]': {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(3),
    padding: theme.spacing(0, 4),
    borderBottom: `1px solid ${theme.vars.palette.divider}`,
    color: theme.vars.palette.text.secondary,
  },
  '& input': {
    font: 'inherit',
    fontSize: '1rem',
    flex: 1,
    height: 52,
    border: 0,
    outline: 'none',
    color: theme.vars.palette.text.primary,
    background: 'none',
  },
}))

const List = styled('div')(({ theme }) => ({
  overflowY: 'auto',
  padding: theme.spacing(1, 1.5, 2),
  '& [role=group] > span:first-of-type': {
    ...theme.typography.caption,
    display: 'block',
    padding: theme.spacing(2, 2.5, 1),
    color: theme.vars.palette.text.secondary,
  },
  '& [role=option]': {
    ...theme.typography.body2,
    display: 'flex',
    alignItems: 'baseline',
    gap: theme.spacing(3),
    padding: theme.spacing(1.5, 2.5),
    borderRadius: 6,
    cursor: 'pointer',
    '& > b': { fontWeight: 500, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& > small': {
      flex: 'none',
      maxWidth: '45%',
      marginLeft: 'auto',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      fontSize: '0.75rem',
      color: theme.vars.palette.text.secondary,
    },
    '&[aria-selected=true]': { background: theme.vars.palette.surface.selected },
    '@media (pointer: coarse)': { minHeight: 44, alignItems: 'center' },
  },
}))

const groups = ['acts', 'views', 'go', 'list', 'items', 'people', 'settings'] as const

/** Type to find: a place, a view, a work item, a person, or something to do. A combobox over a listbox in a dialog. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const words = usePaletteTexts()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const before = useRef<Element | null>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const found = usePaletteChoices(text)
  const choices = groups.flatMap((group) => found.filter((choice) => choice.group === group))
  const active = Math.min(at, choices.length - 1)

  useEffect(() => {
    const element = dialog.current
    before.current = document.activeElement
    element?.showModal()
    return () => element?.close()
  }, [])
  const activeId = choices[active]?.id
  useEffect(() => {
    if (activeId !== undefined) dialog.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const close = () => {
    onClose()
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus({ preventScroll: true })
  }
  const run = (choice: PaletteChoice | undefined) => {
    if (!choice) return
    close()
    choice.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: (active + 1) % Math.max(1, choices.length),
      ArrowUp: (active - 1 + choices.length) % Math.max(1, choices.length),
    }
    const next = steps[event.key]
    if (next === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (next === undefined) run(choices[active])
    else setAt(next)
  }
  const optionId = (index: number) => `${id}-${index}`
  return (
    // A press on the backdrop closes, as Escape does.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <Frame
      ref={dialog}
      aria-label={words.label}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onClick={({ target }) => {
        if (target === dialog.current) close()
      }}
    >
      <div data-input="">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-expanded={choices.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={choices.length > 0 ? optionId(active) : undefined}
          aria-label={words.input}
          placeholder={words.placeholder}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) => {
            setText(target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {/* A combobox's list with groups: no element of HTML's own can be that. */}
      {/* oxlint-disable jsx-a11y/prefer-tag-over-role */}
      <List id={`${id}-list`} role="listbox" aria-label={words.label} tabIndex={-1}>
        {groups.map((group) => {
          const members = choices.flatMap((choice, index) => (choice.group === group ? [{ choice, index }] : []))
          if (members.length === 0) return null
          return (
            <div key={group} role="group" aria-label={words.groups[group]}>
              <span aria-hidden="true">{words.groups[group]}</span>
              {members.map(({ choice, index }) => (
                // The keys are the combobox's.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
                <div
                  key={choice.id}
                  id={optionId(index)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === active}
                  onPointerMove={() => setAt(index)}
                  onClick={() => run(choice)}
                >
                  <b>{choice.text}</b>
                  {choice.detail !== undefined && <small>{choice.detail}</small>}
                </div>
              ))}
            </div>
          )
        })}
      </List>
      {/* oxlint-enable jsx-a11y/prefer-tag-over-role */}
      {choices.length === 0 && <Nothing>{words.nothing}</Nothing>}
      <VisuallyHidden as="output">{words.found(choices.length)}</VisuallyHidden>
    </Frame>
  )
}

const Nothing = styled('p')(({ theme }) => ({
  ...theme.typography.body2,
  margin: theme.spacing(3, 5, 5),
  color: theme.vars.palette.text.secondary,
}))
