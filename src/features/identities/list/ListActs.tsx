import { styled } from '#src/ui/styled.ts'
import { useState } from 'react'
import { Button } from '#src/ui/Button.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { Popover } from '#src/ui/Popover.tsx'
import { useIdentitiesTexts } from '../texts.ts'

const Menu = styled('div')(({ theme }) => ({
  display: 'grid',
  '& > button': { justifyContent: 'flex-start', fontWeight: 450, padding: theme.spacing(0.5, 2) },
}))

export interface ListAct {
  readonly label: string
  readonly run: () => void
}

interface Props {
  /** Behind one button, where there is no room for all of them. */
  readonly isFolded: boolean
  readonly acts: readonly ListAct[]
}

/** What can be done with the list as a whole. */
export function ListActs({ isFolded, acts }: Props) {
  const { head: words } = useIdentitiesTexts()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  if (!isFolded)
    return acts.map(({ label, run }) => (
      <Button key={label} variant="text" onClick={run}>
        {label}
      </Button>
    ))
  return (
    <>
      <Button
        variant="text"
        aria-label={words.more}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor((before) => (before ? null : currentTarget))}
      >
        <Icon name="more" />
      </Button>
      {anchor && (
        <Popover isAtEnd anchor={anchor} label={words.menu} onClose={() => setAnchor(null)}>
          <Menu>
            {acts.map(({ label, run }) => (
              <Button
                key={label}
                variant="text"
                onClick={() => {
                  setAnchor(null)
                  run()
                }}
              >
                {label}
              </Button>
            ))}
          </Menu>
        </Popover>
      )}
    </>
  )
}
