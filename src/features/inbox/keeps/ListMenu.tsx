import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { viewQueries } from '#src/api/desk-keeps.ts'
import { useSession } from '#src/components/session-context.ts'
import { screenTexts, useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { plainList, writeListParams } from '#src/lib/search-params.ts'
import type { ListParams } from '#src/lib/search-params.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Popover } from '#src/ui/Popover.tsx'
import { ManageViewsDialog } from './ManageViewsDialog.tsx'
import { OwnerDialog } from './OwnerDialog.tsx'
import { listMenuTexts } from '#src/lib/messages/en-list-menu.ts'

const useListMenuTexts = screenTexts(listMenuTexts)

const Items = styled('div')(({ theme }) => ({
  display: 'grid',
  '& > button, & > a': {
    ...theme.typography.body2,
    display: 'flex',
    alignItems: 'center',
    minHeight: 30,
    padding: theme.spacing(0.5, 2),
    border: 0,
    borderRadius: 5,
    color: 'inherit',
    background: 'none',
    fontFamily: 'inherit',
    textAlign: 'left',
    textDecoration: 'none',
    cursor: 'pointer',
    '&:hover, &:focus-visible': { background: theme.vars.palette.surface.hover },
    '&:focus-visible': { outlineOffset: -2 },
    '&:disabled': { color: theme.vars.palette.text.disabled, cursor: 'default', background: 'none' },
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  '& > h3': { ...theme.typography.caption, margin: theme.spacing(1, 2, 0.5), color: theme.vars.palette.text.secondary },
  '& > hr': { width: '100%', margin: theme.spacing(1, 0), border: 0, borderTop: `1px solid ${theme.vars.palette.divider}` },
}))

/** What the menu needs to know of the list. */
export interface ListMenuFacts {
  readonly params: ListParams
  readonly snoozedCount: number
  /** How many open ones there are; null until everything is loaded. */
  readonly openCount: number | null
  readonly onSelect: () => void
  readonly onForwardAll: () => void
  readonly onSaveView: () => void
}

interface Props extends ListMenuFacts {
  readonly anchor: HTMLElement
  readonly onKeys: () => void
  readonly onPalette: () => void
  readonly onClose: () => void
}

type Asking = 'manage' | 'owner'

/** What can be done with the list as a whole. */
export function ListMenu(props: Props) {
  const { anchor, params, snoozedCount, openCount, onSelect, onForwardAll, onSaveView, onClose } = props
  const { label: viewsLabel } = useMessages().views
  const words = useListMenuTexts()
  const { authorities } = useSession()
  const { data: views = [] } = useQuery(viewQueries.all())
  const [asking, setAsking] = useState<Asking | null>(null)
  if (asking === 'manage') return <ManageViewsDialog onClose={onClose} />
  if (asking === 'owner') return <OwnerDialog onClose={onClose} />

  const item = (text: ReactNode, act: () => void, isDisabled = false) => (
    <button
      type="button"
      disabled={isDisabled}
      onClick={() => {
        onClose()
        act()
      }}
    >
      {text}
    </button>
  )
  const ask = (text: string, what: Asking) => (
    <button type="button" onClick={() => setAsking(what)}>
      {text}
    </button>
  )
  const { owner } = params
  return (
    <Popover isAtEnd anchor={anchor} label={words.label} onClose={onClose}>
      <Items>
        {item(words.select, onSelect)}
        {item(
          openCount === null ? words.forwardAllWait : owner === null ? words.forwardAll : words.forwardAllOf,
          onForwardAll,
          openCount === null || openCount === 0,
        )}
        <Link to={`${paths.inbox}${writeListParams({ ...plainList, owner, scope: 'snoozed' })}`} onClick={onClose}>
          {words.snoozed(snoozedCount)}
        </Link>
        <hr />
        {views.length > 0 && <h3>{viewsLabel}</h3>}
        {views.map(({ id, name, query }) => (
          <Link key={id} to={`${paths.inbox}${query === '' ? '' : `?${query}`}`} onClick={onClose}>
            {visibleText(name)}
          </Link>
        ))}
        {item(words.saveView, onSaveView)}
        {views.length > 0 && ask(words.manageViews, 'manage')}
        <hr />
        {authorities.includes('ORG_ADMIN') && ask(words.otherOwner, 'owner')}
        {owner !== null && (
          <Link to={paths.inbox} onClick={onClose}>
            {words.ownList}
          </Link>
        )}
        {item(words.palette, props.onPalette)}
        {item(words.keys, props.onKeys)}
      </Items>
    </Popover>
  )
}
