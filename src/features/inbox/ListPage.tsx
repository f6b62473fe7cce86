import { styled } from '@mui/material/styles'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, lazy, useCallback, useEffect, useMemo, useRef } from 'react'
import type { MouseEvent } from 'react'
import { Outlet, useNavigate, useParams } from 'react-router'
import type { WorkItem } from '#contract/work-item.ts'
import { deleteSnooze } from '#src/api/desk-keeps.ts'
import { isDecision } from '#src/api/entry-kinds.ts'
import { workItemQueries } from '#src/api/work-items.ts'
import { mostTogether, useDecisions } from '#src/components/decisions.tsx'
import { listSelection } from '#src/components/kept-selection.ts'
import { NeighboursContext } from '#src/components/neighbours.ts'
import { Problem, StaleLine } from '#src/components/Problem.tsx'
import { beginReview, pickOf } from '#src/components/review-draft.ts'
import type { ReviewVerdict } from '#src/components/review-draft.ts'
import { useSession } from '#src/components/session-context.ts'
import { useSelection } from '#src/components/use-selection.ts'
import { countAges } from '#src/lib/age-counts.ts'
import { countGap } from '#src/lib/count-gap.ts'
import type { WorkItemListRow } from '#src/lib/list-layout.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { isNarrowed, noFacets, plainList, writeListParams } from '#src/lib/search-params.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { useLater } from '#src/ui/use-later.ts'
import { narrow, useMedia } from '#src/ui/use-media.ts'
import { SearchField } from '#src/ui/SearchField.tsx'
import { useTypedQuery } from '#src/ui/use-typed-query.ts'
import { Elsewhere } from './Elsewhere.tsx'
import { ArrangeButton } from './filter/ArrangeButton.tsx'
import { FilterBar } from './filter/FilterBar.tsx'
import { CountLine } from './list/CountLine.tsx'
import { ListSkeleton } from './list/ListSkeleton.tsx'
import { NothingHere } from './list/NothingHere.tsx'
import { useFolds } from './list/use-folds.ts'
import { useShownRows } from './list/use-shown-rows.ts'
import { useWorkItemList } from './list/use-work-item-list.ts'
import type { ListScope } from './list/use-work-item-list.ts'
import { WorkItemList } from './list/WorkItemList.tsx'
import type { ListHandle } from './list/WorkItemList.tsx'
import { ListHead } from './ListHead.tsx'
import { SummaryCards } from './SummaryCards.tsx'
import { useTriage } from './triage/use-triage.ts'
import { useListParams } from './use-list-params.ts'

const KeyConfirm = lazy(async () => ({ default: (await import('./triage/KeyConfirm.tsx')).KeyConfirm }))
const SelectionBar = lazy(async () => ({ default: (await import('./triage/SelectionBar.tsx')).SelectionBar }))
const SnoozeDialog = lazy(async () => ({ default: (await import('./keeps/SnoozeDialog.tsx')).SnoozeDialog }))
const ForwardDialog = lazy(async () => ({ default: (await import('#src/components/ForwardDialog.tsx')).ForwardDialog }))

const Split = styled('div')(({ theme }) => ({
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gridTemplateRows: 'minmax(0, 1fr) auto',
  [theme.breakpoints.up('md')]: { gridTemplateColumns: 'clamp(392px, 34vw, 560px) minmax(0, 1fr)' },
}))

const Pane = styled('section')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  minWidth: 0,
  borderRight: `1px solid ${theme.vars.palette.divider}`,
  [theme.breakpoints.down('md')]: { borderRight: 0, '&[data-covered]': { display: 'none' } },
}))

const Tools = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1.5),
  padding: theme.spacing(1, 4, 0.5),
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
}))

const DetailPane = styled('div')(({ theme }) => ({
  minHeight: 0,
  minWidth: 0,
  overflowY: 'auto',
  [theme.breakpoints.down('md')]: { '&[data-empty]': { display: 'none' } },
}))

/** Not a box of its own, only the place where presses on rows are heard. */
const Rows = styled('div')({ display: 'contents' })

/** ms */
const addressFollows = 200

const noRows: readonly WorkItemListRow[] = []

/** A list on the left, the opened work item on the right; on a narrow screen one of the two. */
export function ListPage({ place }: { readonly place: 'inbox' | 'completed' }) {
  const messages = useMessages()
  const client = useQueryClient()
  const announce = useAnnounce()
  const { user } = useSession()
  const { params, search, change } = useListParams()
  const { owner } = params
  const scope: ListScope = place === 'completed' ? 'completed' : params.scope === 'all' ? 'all' : 'open'
  const { id: openedId } = useParams()
  const { view, reading, error, isLoading, update, retry } = useWorkItemList(scope, owner)
  const { data: summary } = useQuery(workItemQueries.summary(owner))
  const { open } = useDecisions()

  // The list follows the typing at once, the address when it pauses: each new address is drawn into every row's link.
  const address = useLater((text: string) => change({ query: text }), addressFollows)
  const { typed, type } = useTypedQuery(params.query, address.later)
  const navigate = useNavigate()
  /** A row pressed while the address still lags behind the typing leads on with what was typed, and nothing leads back afterwards. */
  const openRow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!link || !isPlain || event.isDefaultPrevented()) return
    event.preventDefault()
    if (typed.trim() === params.query) {
      void navigate(link.pathname + link.search, { replace: link.href === location.href })
      return
    }
    address.cancel()
    // First the place that "back" leads to.
    change({ query: typed })
    void navigate(`${link.pathname}${writeListParams({ ...params, query: typed })}`)
  }
  const folds = useFolds(params.group)
  const listParams = useMemo(() => (place === 'completed' ? { ...params, scope: 'all' as const } : params), [params, place])
  const { rows, shown, laid, snoozes, bounds, query } = useShownRows(view, listParams, typed, folds.folded)
  const linkTo = useCallback(
    (id: string) => `${place === 'completed' ? paths.completedItem(id) : paths.inboxItem(id)}${search}`,
    [place, search],
  )
  const pane = useRef<HTMLElement>(null)
  const list = useRef<ListHandle>(null)
  const onScreen = useMemo(() => laid.flatMap((line) => (line.kind === 'item' ? line.row : [])), [laid])
  const order = useCallback(() => onScreen.map(({ item }) => item.id), [onScreen])
  const selection = useSelection(listSelection(place, owner), order)
  const triage = useTriage({
    rows: onScreen,
    openedId,
    linkTo,
    list,
    chosen: selection.ids,
    onChoose: selection.choose,
    onOldest: () => change({ sort: params.sort === 'oldest' ? 'newest' : 'oldest' }),
    listAddress: `${paths[place]}${search}`,
  })

  // The opened work item asks only when it needs to know, so typing beside it does not draw it again.
  const nextAfter = useRef(triage.nextAfter)
  useEffect(() => {
    nextAfter.current = triage.nextAfter
  })
  const neighbours = useMemo(
    () => ({
      nextAfter: (id: string) => {
        const next = nextAfter.current(id)
        return next === null ? null : linkTo(next)
      },
      list: `${paths[place]}${search}`,
      focusList: () => pane.current?.querySelector<HTMLElement>('a[aria-current="true"]')?.focus(),
    }),
    [linkTo, place, search],
  )
  const entries = useMemo(() => new Map(open.filter(isDecision).map((entry) => [entry.workItemId, entry])), [open])
  const ages = useMemo(
    () => (scope === 'completed' || reading === null ? null : countAges(view.rows, snoozes, bounds)),
    [scope, reading, view.rows, snoozes, bounds],
  )
  const live = useMemo(() => rows.filter(({ isGone }) => !isGone), [rows])
  const snoozedCount = useMemo(
    () => (snoozes.size === 0 ? 0 : view.rows.filter(({ item, isGone }) => !isGone && snoozes.has(item.id)).length),
    [view.rows, snoozes],
  )
  const isWhole = reading?.isComplete ?? false
  const gap =
    place === 'inbox' && params.scope === 'open' && isWhole
      ? countGap({
          open: summary?.open ?? null,
          shown: live.length,
          snoozed: snoozedCount,
          decided: view.goneCount,
          arrivals: view.arrivals.length,
          isWhole,
        })
      : null
  const narrowing = isNarrowed({ query, facets: params.facets })

  const items = useMemo(() => rows.map(({ item }) => item), [rows])
  const narrowingProps = { params, onChange: change, items, bounds, isWhole, shown: shown.length }
  const isNarrow = useMedia(narrow)

  const isSnoozed = place === 'inbox' && params.scope === 'snoozed'
  const words = isSnoozed
    ? {
        title: messages.snooze.title2,
        list: messages.snooze.list,
        emptyTitle: messages.snooze.emptyTitle,
        emptyText: messages.snooze.emptyText,
      }
    : scope === 'all'
      ? { ...messages.inbox, title: messages.inbox.allTitle, list: messages.inbox.allList }
      : messages[place]
  const wake = async (items: readonly WorkItem[]) => {
    await Promise.all(items.map(({ id }) => deleteSnooze(client, id)))
    selection.clear()
    announce(messages.snooze.back(items.length))
  }
  const review = (items: readonly WorkItem[], verdict?: ReviewVerdict) => {
    beginReview(user.id, { owner, picks: items.map(pickOf), ...(verdict && { verdict }) })
    void navigate(`${paths.review}${writeListParams({ ...plainList, owner })}`)
  }
  /** Very many are looked at first; a dialog shows three of them. */
  const forward = (items: readonly WorkItem[]) =>
    items.length > mostTogether ? review(items, 'forward') : triage.show({ kind: 'forward', items })
  const isListShown = !isLoading && laid.length > 0
  const allOpen = useMemo(
    () => (isWhole && scope === 'open' ? view.rows.flatMap(({ item, isGone }) => (isGone ? [] : item)) : null),
    [isWhole, scope, view.rows],
  )
  return (
    <Split>
      <Pane ref={pane} data-covered={openedId === undefined ? undefined : ''}>
        <ListHead
          title={words.title}
          place={`${place} ${params.scope} ${owner ?? ''}`}
          isBeside={openedId !== undefined}
          readAt={reading?.isComplete ? reading.readAt : null}
          onRefresh={() => void client.refetchQueries({ queryKey: workItemQueries.all(), type: 'active' })}
          params={params}
          search={search}
          snoozedCount={snoozes.size}
          openCount={allOpen?.length ?? null}
          onSelect={selection.start}
          onForwardAll={() => allOpen && forward(allOpen)}
        />
        <SummaryCards scope={isSnoozed ? null : scope} owner={owner} ages={ages} chosenAges={params.facets.age} />
        <Tools>
          <SearchField label={messages.list.filter} placeholder={messages.list.filterPlaceholder} text={typed} onChange={type} />
          <FilterBar {...narrowingProps} />
          <CountLine
            view={view}
            shown={shown.length - (narrowing ? 0 : rows.length - live.length)}
            isNarrowed={narrowing}
            gap={gap}
            reading={reading}
            onUpdate={update}
          >
            {!isNarrow && <ArrangeButton {...narrowingProps} />}
          </CountLine>
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
        {isListShown && (
          <Rows onClick={openRow}>
            <WorkItemList
              laid={laid}
              grouping={params.group}
              label={words.list}
              place={`${place}${writeListParams({ ...params, query })}`}
              openedId={openedId}
              linkTo={linkTo}
              chosen={selection.ids}
              isSelecting={selection.isSelecting}
              onChoose={selection.choose}
              onChooseMany={selection.add}
              onFold={folds.toggle}
              entries={entries}
              snoozes={isSnoozed ? snoozes : null}
              handle={list}
            />
          </Rows>
        )}
        {!isLoading && laid.length === 0 && (
          <NothingHere
            query={query}
            isNarrowed={narrowing}
            words={words}
            isComplete={isWhole}
            onClear={() => {
              type('')
              change({ query: '', facets: noFacets })
            }}
          />
        )}
        <Suspense>
          {selection.isSelecting && (
            <SelectionBar
              chosen={selection.ids}
              all={isListShown ? view.rows : noRows}
              shown={shown}
              isWhole={isWhole}
              isSnoozed={isSnoozed}
              idsInSight={() => list.current?.idsInSight() ?? []}
              onAdd={(ids) => {
                selection.add(ids)
                announce(messages.choosing.announce(new Set([...selection.ids, ...ids]).size))
              }}
              onClear={selection.clear}
              onForward={forward}
              onSnooze={(items) => triage.show({ kind: 'snooze', items })}
              onWake={(items) => void wake(items)}
              onReview={review}
            />
          )}
        </Suspense>
        {place === 'inbox' && !selection.isSelecting && <Elsewhere />}
      </Pane>
      <DetailPane
        data-detail=""
        data-empty={openedId === undefined ? '' : undefined}
        // What is completed may have nothing to press; a long one is still to be scrolled with the keyboard.
        {...(place === 'completed' &&
          openedId !== undefined && { tabIndex: 0, role: 'group', 'aria-label': messages.rail.completed })}
      >
        <NeighboursContext value={neighbours}>
          <Outlet />
        </NeighboursContext>
      </DetailPane>
      <Suspense>
        {triage.asked && (
          <KeyConfirm
            key={triage.asked.item.id}
            asked={triage.asked}
            gateReason={triage.gateReason}
            onConfirm={triage.confirm}
            onCancel={triage.cancel}
          />
        )}
        {triage.dialogue?.kind === 'forward' && (
          <ForwardDialog items={triage.dialogue.items} onClose={triage.closeDialogue} onForwarded={selection.clear} />
        )}
        {triage.dialogue?.kind === 'snooze' && (
          <SnoozeDialog items={triage.dialogue.items} onClose={triage.closeDialogue} onSnoozed={selection.remove} />
        )}
      </Suspense>
    </Split>
  )
}
