import { styled } from '#src/ui/styled.ts'
import { Suspense, lazy, useState } from 'react'
import { useSession } from '#src/components/session-context.ts'
import { fetchAhead } from '#src/lib/fetch-ahead.ts'
import { initialsOf } from '#src/lib/initials.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'

const loadMenu = () => import('./AccountMenu.tsx')
const AccountMenu = lazy(async () => ({ default: (await loadMenu()).AccountMenu }))

const Trigger = styled('button')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(2.5),
  minHeight: 40,
  minWidth: 0,
  padding: theme.spacing(1, 1.5),
  border: 0,
  borderRadius: 6,
  color: theme.vars.palette.text.primary,
  background: 'none',
  fontFamily: 'inherit',
  fontWeight: 520,
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover': { background: theme.vars.palette.surface.muted },
  '& > [data-name]': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& > [data-short]': { display: 'none' },
  [theme.breakpoints.down('lg')]: { '& > [data-name]': { display: 'none' } },
  [theme.breakpoints.down('sm')]: {
    flex: 1,
    flexDirection: 'column',
    justifyContent: 'center',
    gap: 0,
    borderRadius: 0,
    color: theme.vars.palette.text.secondary,
    '& > [data-short]': { display: 'block', fontSize: '0.6875rem', lineHeight: '16px' },
  },
}))

const Initials = styled('span')(({ theme }) => ({
  display: 'grid',
  placeItems: 'center',
  flex: 'none',
  width: 26,
  height: 26,
  borderRadius: '50%',
  fontSize: '0.6875rem',
  fontWeight: 600,
  color: theme.vars.palette.primary.main,
  background: theme.vars.palette.surface.selected,
}))

/** Who is signed in; opens the menu, whose code is loaded at the first sign of interest. */
export function AccountButton() {
  const { account } = useMessages()
  const { user } = useSession()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [wasOpened, setWasOpened] = useState(false)
  const name = visibleText(user.name)
  return (
    <>
      <Trigger
        type="button"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={account.button(name)}
        onPointerEnter={() => fetchAhead(loadMenu)}
        onFocus={() => fetchAhead(loadMenu)}
        onClick={({ currentTarget }) => {
          setWasOpened(true)
          setAnchor(currentTarget)
        }}
      >
        <Initials aria-hidden="true">{initialsOf(user.name)}</Initials>
        <span data-name="">{name}</span>
        <span data-short="" aria-hidden="true">
          {account.short}
        </span>
      </Trigger>
      {wasOpened && (
        <Suspense>
          <AccountMenu anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  )
}
