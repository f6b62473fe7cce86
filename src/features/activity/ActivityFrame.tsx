import { styled } from '#src/ui/styled.ts'
import type { ReactNode } from 'react'
import { Link, NavLink } from 'react-router'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { PageHeading } from '#src/ui/PageHeading.tsx'
import { useActivityTexts } from './activity-words.ts'

/** One page that scrolls as a whole, as wide as can be read. */
export const Scroller = styled('div')(({ theme }) => ({
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  '& > *': { maxWidth: 1080, marginInline: 'auto', padding: theme.spacing(0, 6) },
  [theme.breakpoints.down('sm')]: { '& > *': { padding: theme.spacing(0, 4) } },
}))

const Back = styled(Link)(({ theme }) => ({
  ...theme.typography.caption,
  display: 'inline-flex',
  alignItems: 'center',
  gap: theme.spacing(1),
  minHeight: 32,
  color: theme.vars.palette.text.secondary,
  textDecoration: 'none',
  '&:hover': { textDecoration: 'underline' },
}))

/** Above a run or a receipt: the way back to the list of them. It stays off paper. */
export function BackLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Back to={to} data-back="">
      <Icon name="back" size={14} />
      {children}
    </Back>
  )
}

const Head = styled('div')(({ theme }) => ({
  '&&': { paddingTop: theme.spacing(4) },
  '& > nav': { display: 'flex', gap: theme.spacing(5), marginTop: theme.spacing(2) },
  '& > nav > a': {
    ...theme.typography.body2,
    display: 'grid',
    placeItems: 'center',
    minHeight: 36,
    fontWeight: 560,
    color: theme.vars.palette.text.secondary,
    textDecoration: 'none',
    borderBottom: '2px solid transparent',
    '&:hover': { color: theme.vars.palette.text.primary },
    '&[aria-current]': { color: theme.vars.palette.text.primary, borderBottomColor: theme.vars.palette.primary.main },
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
}))

interface Props {
  readonly tab: 'runs' | 'receipts'
  readonly children: ReactNode
}

/** What the two lists of activity have in common: the heading and the way from one to the other. */
export function ActivityFrame({ tab, children }: Props) {
  const messages = useMessages()
  const words = useActivityTexts()
  return (
    <Scroller>
      <Head>
        <PageHeading documentTitle={messages.pageTitle(tab === 'runs' ? words.title : words.receipts)} place={`activity ${tab}`}>
          {words.title}
        </PageHeading>
        <nav aria-label={words.tabs}>
          <NavLink to={paths.activity} end>
            {words.runs}
          </NavLink>
          <NavLink to={paths.receipts} end>
            {words.receipts}
          </NavLink>
        </nav>
      </Head>
      {children}
    </Scroller>
  )
}
