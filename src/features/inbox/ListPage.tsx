import { Suspense, lazy, useCallback, useMemo, useRef } from 'react'
import type { ComponentType } from 'react'
import { useParams } from 'react-router'
import type { WorkItem } from '#contract/work-item.ts'
import { isDecision } from '#src/api/entry-kinds.ts'
import { useDecisions } from '#src/components/decisions.tsx'
import { listSelection } from '#src/components/kept-selection.ts'
import { Problem, StaleLine } from '#src/components/Problem.tsx'
import { useSelection } from '#src/components/use-selection.ts'
import type { WorkItemListRow } from '#src/lib/list-layout.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { isNarrowed, writeListParams } from '#src/lib/search-params.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { useSteady } from '#src/ui/use-steady.ts'
import { DetailPane } from './DetailPane.tsx'
import type { DetailProps } from './DetailPane.tsx'
import { Elsewhere } from './Elsewhere.tsx'
import { ListSkeleton } from './list/ListSkeleton.tsx'
import { NothingHere } from './list/NothingHere.tsx'
import { useFolds } from './list/use-folds.ts'
import { useShownRows } from './list/use-shown-rows.ts'
import { useWorkItemList } from './list/use-work-item-list.ts'
import type { ListScope } from './list/use-work-item-list.ts'
import { WorkItemList } from './list/WorkItemList.tsx'
import type { ListHandle } from './list/WorkItemList.tsx'
import { Pane, Rows, Split } from './ListFrame.ts'
import { ListHead } from './ListHead.tsx'
import { ListTools } from './ListTools.tsx'
import { SummaryCards } from './SummaryCards.tsx'
import { TriageDialogs } from './triage/TriageDialogs.tsx'
import { useTriage } from './triage/use-triage.ts'
import { useListActs } from './use-list-acts.ts'
import { useListCounts } from './use-list-counts.ts'
import { useListOffer } from './use-list-offer.ts'
import { useListParams } from './use-list-params.ts'
import { useTyping } from './use-typing.ts'

const SelectionBar = lazy(async () => ({ default: (await import('./triage/SelectionBar.tsx')).SelectionBar }))

interface Props {
  readonly place: 'inbox' | 'completed'
  /** Draws the opened work item. */
  readonly detail: ComponentType<DetailProps>
}

const noRows: readonly WorkItemListRow[] = []

/**
 * A list on the left, the opened work item on the right; on a narrow screen one of the two. Drawn again for every key in the search box and
 * every work item opened, so each of its parts is memoised and gets what it is about, not what happens beside it.
 */
export function ListPage({ place, detail }: Props) {
  const messages = useMessages()
  const announce = useAnnounce()
  const { params, search, change } = useListParams()
  const { owner } = params
  const scope: ListScope = place === 'completed' ? 'completed' : params.scope === 'all' ? 'all' : 'open'
  const isSnoozed = place === 'inbox' && params.scope === 'snoozed'
  const { id: openedId } = useParams()
  const { view, reading, error, isLoading, update, retry } = useWorkItemList(scope, owner)
  const isWhole = reading?.isComplete ?? false

  const typing = useTyping(params, change)
  const folds = useFolds(params.group)
  const listParams = useMemo(() => (place === 'completed' ? { ...params, scope: 'all' as const } : params), [params, place])
  const { rows, shown, laid, snoozes, bounds, query } = useShownRows(view, listParams, typing.typed, folds.folded)
  const items = useMemo(() => rows.map(({ item }) => item), [rows])
  const onScreen = useMemo(() => laid.flatMap((line) => (line.kind === 'item' ? line.row : [])), [laid])
  const narrowing = isNarrowed({ query, facets: params.facets })
  const { ages, live, gap } = useListCounts({
    view,
    rows,
    snoozes,
    bounds,
    owner,
    isWhole,
    hasOpen: scope !== 'completed' && reading !== null,
    isCompared: place === 'inbox' && params.scope === 'open',
  })
  const { open } = useDecisions()
  const entries = useMemo(() => new Map(open.filter(isDecision).map((entry) => [entry.workItemId, entry])), [open])

  const pane = useRef<HTMLElement>(null)
  const list = useRef<ListHandle>(null)
  const linkTo = useCallback(
    (id: string) => `${place === 'completed' ? paths.completedItem(id) : paths.inboxItem(id)}${search}`,
    [place, search],
  )
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
  const leave = useSteady(triage.leave)
  const backToList = useSteady(triage.backToList)
  const snooze = useSteady(triage.setAside)
  const focusList = useSteady(() => pane.current?.querySelector<HTMLElement>('a[aria-current="true"]')?.focus())
  const acts = useListActs({
    owner,
    onForward: (picked) => triage.show({ kind: 'forward', items: picked }),
    onWoken: selection.remove,
  })
  const wake = useSteady((item: WorkItem) => void acts.wake([item]))
  const neighbours = useMemo(() => ({ leave, backToList, snooze, wake, focusList }), [leave, backToList, snooze, wake, focusList])
  const allOpen = useMemo(
    () => (isWhole && scope === 'open' ? view.rows.flatMap(({ item, isGone }) => (isGone ? [] : item)) : null),
    [isWhole, scope, view.rows],
  )
  const forwardAll = useSteady(() => void (allOpen && acts.forward(allOpen)))
  const saveView = useSteady(() => triage.show({ kind: 'save-view' }))
  useListOffer({
    onKey: triage.onKey,
    itemActs: triage.itemActs,
    refresh: acts.refresh,
    selectSeveral: selection.start,
    forwardAll: place === 'inbox' && (allOpen?.length ?? 0) > 0 ? forwardAll : null,
    saveView,
  })

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
  const isListShown = !isLoading && laid.length > 0
  const idsInSight = useCallback(() => (isListShown ? (list.current?.idsInSight() ?? []) : []), [isListShown])
  // Another list on screen has to be followed anew.
  const followSight = useCallback(
    (onChange: () => void) => (isListShown ? list.current?.followSight(onChange) : undefined) ?? (() => {}),
    [isListShown],
  )
  return (
    <Split>
      <Pane ref={pane} data-covered={openedId === undefined ? undefined : ''}>
        <ListHead
          title={words.title}
          place={`${place} ${params.scope} ${owner ?? ''}`}
          isBeside={openedId !== undefined}
          readAt={reading?.isComplete ? reading.readAt : null}
          onRefresh={acts.refresh}
          params={params}
          snoozedCount={snoozes.size}
          openCount={allOpen?.length ?? null}
          onSelect={selection.start}
          onForwardAll={forwardAll}
          onSaveView={saveView}
        />
        <SummaryCards scope={isSnoozed ? null : scope} owner={owner} ages={ages} chosenAges={params.facets.age} />
        <ListTools
          typed={typing.typed}
          onType={typing.type}
          params={params}
          onChange={change}
          items={items}
          bounds={bounds}
          isWhole={isWhole}
          matching={shown.length}
          counted={shown.length - (narrowing ? 0 : rows.length - live)}
          view={view}
          isNarrowed={narrowing}
          gap={gap}
          reading={reading}
          onUpdate={update}
        />
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
          <Rows onClick={typing.onPress}>
            <WorkItemList
              laid={laid}
              grouping={params.group}
              label={words.list}
              place={`${place}${writeListParams({ ...params, query })}`}
              openedId={openedId}
              linkTo={linkTo}
              chosen={selection.ids}
              isSelecting={selection.isSelecting}
              isAsking={triage.asked?.isFromDetail === false}
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
          <NothingHere query={query} isNarrowed={narrowing} words={words} isComplete={isWhole} onClear={typing.clear} />
        )}
        <Suspense>
          {selection.isSelecting && (
            <SelectionBar
              chosen={selection.ids}
              all={isListShown ? view.rows : noRows}
              shown={shown}
              isWhole={isWhole}
              isSnoozed={isSnoozed}
              idsInSight={idsInSight}
              followSight={followSight}
              onAdd={(ids) => {
                selection.add(ids)
                announce(messages.choosing.announce(new Set([...selection.ids, ...ids]).size))
              }}
              onClear={selection.clear}
              onForward={acts.forward}
              onSnooze={(picked) => triage.show({ kind: 'snooze', items: picked })}
              onWake={(picked) => void acts.wake(picked)}
              onReview={acts.review}
            />
          )}
        </Suspense>
        {place === 'inbox' && !selection.isSelecting && <Elsewhere />}
      </Pane>
      <DetailPane
        place={place}
        detail={detail}
        openedId={openedId}
        followingId={isWhole ? triage.following : null}
        list={pane}
        neighbours={neighbours}
      />
      <TriageDialogs
        triage={triage}
        search={search}
        onForwarded={selection.clear}
        onSnoozed={selection.remove}
        onWake={acts.wake}
      />
    </Split>
  )
}
