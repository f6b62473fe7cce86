import { styled } from '#src/ui/styled.ts'
import { useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useKeys } from '#src/components/use-keys.ts'
import { defaultKeys, keyActions, keyOf, leader, takenBy } from '#src/lib/keys.ts'
import type { KeyAction } from '#src/lib/keys.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { useKeyTexts } from './key-words.ts'

const Body = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  '& > p': { margin: theme.spacing(2, 0, 4), color: theme.vars.palette.text.secondary },
  '& > label': { display: 'flex', alignItems: 'center', gap: theme.spacing(2), minHeight: 36, fontWeight: 560 },
  '& > label > input': { width: 16, height: 16, margin: 0, accentColor: theme.vars.palette.primary.main },
  '& > h3': { ...theme.typography.caption, margin: theme.spacing(3, 0, 1), color: theme.vars.palette.text.secondary },
  '& > dl': { display: 'grid', gridTemplateColumns: '1fr auto', alignItems: 'center', rowGap: 2, margin: 0 },
  '& dd': { margin: 0, textAlign: 'right' },
  '& kbd, & dd > button': {
    font: 'inherit',
    fontSize: '0.75rem',
    minWidth: 28,
    minHeight: 26,
    padding: theme.spacing(0, 2),
    borderRadius: 5,
    border: `1px solid ${theme.vars.palette.divider}`,
    color: 'inherit',
    background: theme.vars.palette.surface.rail,
  },
  '& dd > button': { cursor: 'pointer', '@media (pointer: coarse)': { minHeight: 44, minWidth: 44 } },
  '& kbd': { display: 'inline-grid', placeItems: 'center' },
  '& > [role=alert]': { color: theme.vars.palette.error.main, minHeight: 20 },
  '& > div': { display: 'flex', justifyContent: 'space-between', marginTop: theme.spacing(4) },
}))

/** The keys, the switch that turns single ones off, and a new key for each. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const { close } = useMessages()
  const words = useKeyTexts()
  const { keys, change } = useKeys()
  const [asking, setAsking] = useState<{ readonly action: KeyAction; readonly hasLeader: boolean } | null>(null)
  const [problem, setProblem] = useState('')

  const take = (event: KeyboardEvent) => {
    if (!asking || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return setAsking(null)
    const key = keyOf(event)
    if (key === null) return undefined
    if (key === leader && !asking.hasLeader) return setAsking({ ...asking, hasLeader: true })
    const binding = asking.hasLeader ? `${leader} ${key}` : key
    const other = takenBy(keys.bindings, asking.action, binding)
    setAsking(null)
    if (other !== null) return setProblem(words.taken(binding, words.acts[other]))
    setProblem('')
    return change({ ...keys, bindings: { ...keys.bindings, [asking.action]: binding } })
  }
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Body>
        <p>{words.text}</p>
        <label>
          <input type="checkbox" checked={keys.isOn} onChange={({ target }) => change({ ...keys, isOn: target.checked })} />
          {words.on}
        </label>
        <dl>
          {keyActions.map((action) => (
            <Line key={action} name={words.acts[action]}>
              <button
                type="button"
                aria-label={words.change(words.acts[action], keys.bindings[action])}
                onClick={() => setAsking({ action, hasLeader: false })}
                onBlur={() => setAsking(null)}
                onKeyDown={take}
              >
                {asking?.action === action ? (asking.hasLeader ? words.second : words.press) : keys.bindings[action]}
              </button>
            </Line>
          ))}
        </dl>
        <p role="alert">{problem}</p>
        <h3>{words.fixed}</h3>
        <dl>
          {words.fixedKeys.map(([key, name]) => (
            <Line key={key} name={name}>
              <kbd>{key}</kbd>
            </Line>
          ))}
        </dl>
        <div>
          <Button variant="text" onClick={() => change(defaultKeys)}>
            {words.reset}
          </Button>
          <Button variant="contained" onClick={onClose}>
            {close}
          </Button>
        </div>
      </Body>
    </Dialog>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
