import { Button } from '#src/ui/Button.tsx'
import Typography from '@mui/material/Typography'
import { styled } from '@mui/material/styles'
import { useCallback, useDeferredValue, useMemo, useRef } from 'react'
import { Outlet, useParams, useSearchParams } from 'react-router'
import type { WorkItem } from '#contract/work-item.ts'
import { useDecisions } from '#src/components/decisions.tsx'
import { NeighboursContext } from '#src/components/neighbours.ts'
import { Problem, StaleLine } from '#src/components/Problem.tsx'
import { useSession } from '#src/components/session-context.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths, safeLink } from '#src/lib/paths.ts'
import { parseListParams, plainList, writeListParams } from '#src/lib/search-params.ts'
import { matchesQuery, searchTextOf } from '#src/lib/triage.ts'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { PageHeading } from '#src/ui/PageHeading.tsx'
import { CountLine } from './CountLine.tsx'
import { FilterField } from './FilterField.tsx'
import { ListSkeleton } from './ListSkeleton.tsx'
import { SummaryCards } from './SummaryCards.tsx'
import type { ListScope } from './use-work-item-list.ts'
import { useWorkItemList } from './use-work-item-list.ts'
import { WorkItemList } from './WorkItemList.tsx'

const Split = styled('div')(({ theme }) => ({
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  [theme.breakpoints.up('md')]: { gridTemplateColumns: 'clamp(368px, 33vw, 560px) minmax(0, 1fr)' },
}))

const Pane = styled('section')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  minWidth: 0,
  borderRight: `1px solid ${theme.vars.palette.divider}`,
  [theme.breakpoints.down('md')]: { borderRight: 0, '&[data-covered]': { display: 'none' } },
}))

const Head = styled('div')(({ theme }) => ({
  padding: theme.spacing(4, 4, 0),
  display: 'flex',
  alignItems: 'center',
  minHeight: 48,
}))

const Tools = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1),
  padding: theme.spacing(1, 4, 1.5),
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
}))

const Foot = styled('p')(({ theme }) => ({
  ...theme.typography.caption,
  margin: 'auto 0 0',
  padding: theme.spacing(2, 4),
  color: theme.vars.palette.text.secondary,
  borderTop: `1px solid ${theme.vars.palette.divider}`,
  '& a': { color: theme.vars.palette.primary.main, whiteSpace: 'nowrap' },
}))

const DetailPane = styled('div')(({ theme }) => ({
  minHeight: 0,
  minWidth: 0,
  overflowY: 'auto',
  [theme.breakpoints.down('md')]: { '&[data-empty]': { display: 'none' } },
}))

const searchTexts = new WeakMap<WorkItem, string>()

/** A work item's searchable text, made once for as long as it lives. */
function rememberedSearchText(item: WorkItem): string {
  const known = searchTexts.get(item)
  if (known !== undefined) return known
  const text = searchTextOf(item)
  searchTexts.set(item, text)
  return text
}

/** A list on the left, the opened work item on the right; on a narrow screen one of the two. */
export function ListPage({ place }: { readonly place: 'inbox' | 'completed' }) {
  const messages = useMessages()
  const [params, setParams] = useSearchParams()
  const { query, scope: shown } = parseListParams(params)
  const showAll = shown === 'all'
  const scope: ListScope = place === 'completed' ? 'completed' : showAll ? 'all' : 'open'
  const { id: selectedId } = useParams()
  const { view, reading, error, isLoading, update, retry } = useWorkItemList(scope)
  const sought = useDeferredValue(query)
  const rows = useMemo(
    () => (sought === '' ? view.rows : view.rows.filter(({ item }) => matchesQuery(rememberedSearchText(item), sought))),
    [view, sought],
  )
  const search = writeListParams({ ...plainList, query, scope: shown })
  const linkTo = useCallback(
    (id: string) => `${place === 'completed' ? paths.completedItem(id) : paths.inboxItem(id)}${search}`,
    [place, search],
  )
  const pane = useRef<HTMLElement>(null)
  const { open } = useDecisions()
  const neighbours = useMemo(() => {
    const nextAfter = (id: string) => {
      const at = rows.findIndex(({ item }) => item.id === id)
      const inOrder = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))]
      const next = inOrder.find(
        ({ item, isGone }) => !isGone && item.isOpen && item.id !== id && !open.some(({ workItemId }) => workItemId === item.id),
      )
      return next ? linkTo(next.item.id) : null
    }
    const focusList = () => pane.current?.querySelector<HTMLElement>('a[aria-current="true"]')?.focus()
    return { nextAfter, list: `${paths[place]}${search}`, focusList }
  }, [rows, open, linkTo, place, search])
  const setQuery = (text: string) =>
    setParams(new URLSearchParams(writeListParams({ ...plainList, query: text, scope: shown })), { replace: true })

  const words = messages[place]
  const title = scope === 'all' ? messages.inbox.allTitle : words.title
  const label = scope === 'all' ? messages.inbox.allList : words.list
  return (
    <Split>
      <Pane ref={pane} data-covered={selectedId === undefined ? undefined : ''}>
        <Head>
          {selectedId === undefined ? (
            <PageHeading documentTitle={messages.pageTitle(title)} place={`${place} ${scope}`}>
              {title}
            </PageHeading>
          ) : (
            <Typography component="h2" variant="h1">
              {title}
            </Typography>
          )}
        </Head>
        <SummaryCards scope={scope} />
        <Tools>
          <FilterField query={query} onChange={setQuery} />
          <CountLine view={view} shown={rows.length} query={sought} reading={reading} onUpdate={update} />
        </Tools>
        {error && reading && (
          <StaleLine
            text={
              reading.isComplete
                ? messages.errors.stale(reading.readAt)
                : messages.errors.partial(reading.items.length, reading.total)
            }
            onRetry={retry}
          />
        )}
        {isLoading && !error && <ListSkeleton />}
        {isLoading && error && <Problem error={error} onRetry={retry} />}
        {!isLoading && rows.length > 0 && <WorkItemList rows={rows} label={label} selectedId={selectedId} linkTo={linkTo} />}
        {!isLoading && rows.length === 0 && (
          <Nothing query={sought} place={place} isComplete={reading?.isComplete ?? false} onClear={() => setQuery('')} />
        )}
        {place === 'inbox' && <Elsewhere />}
      </Pane>
      <DetailPane data-empty={selectedId === undefined ? '' : undefined}>
        <NeighboursContext value={neighbours}>
          <Outlet />
        </NeighboursContext>
      </DetailPane>
    </Split>
  )
}

interface NothingProps {
  readonly query: string
  readonly place: 'inbox' | 'completed'
  readonly isComplete: boolean
  readonly onClear: () => void
}

function Nothing({ query, place, isComplete, onClear }: NothingProps) {
  const messages = useMessages()
  const { list } = messages
  if (query === '') {
    if (!isComplete) return <ListSkeleton />
    return <EmptyState icon="check" title={messages[place].emptyTitle} text={messages[place].emptyText} />
  }
  return (
    <EmptyState icon="search" title={list.noMatchTitle} text={list.noMatchText(query)}>
      <Button variant="outlined" onClick={onClear} sx={{ mt: 3 }}>
        {list.clearFilter}
      </Button>
    </EmptyState>
  )
}

/** What is not on this list, and where it is. */
function Elsewhere() {
  const { inbox } = useMessages()
  const { tenant } = useSession()
  const link = safeLink(tenant.url)
  return (
    <Foot>
      {inbox.elsewhere}{' '}
      {link && (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {inbox.elsewhereLink} <Icon name="external" size={11} />
        </a>
      )}
    </Foot>
  )
}
