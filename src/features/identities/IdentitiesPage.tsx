import { styled } from '#src/ui/styled.ts'
import type { QueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Outlet, useNavigate, useParams } from 'react-router'
import { ApiError } from '#src/api/errors.ts'
import { identityLists, readEverybody } from '#src/api/identity-lists.ts'
import { peopleSelection } from '#src/components/kept-selection.ts'
import { errorSentence, Problem, StaleLine } from '#src/components/Problem.tsx'
import { useSession } from '#src/components/session-context.ts'
import { useSelection } from '#src/components/use-selection.ts'
import { questionOf } from '#src/lib/identity-filter.ts'
import { isNarrowedDown, parseIdentityParams, plainIdentities, writeIdentityParams } from '#src/lib/identity-params.ts'
import { handOver } from '#src/lib/intake-handover.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { mostEntries } from '#src/lib/most-entries.ts'
import { paths } from '#src/lib/paths.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { SearchField } from '#src/ui/SearchField.tsx'
import { narrow, useMedia } from '#src/ui/use-media.ts'
import { useLater } from '#src/ui/use-later.ts'
import { useTypedQuery } from '#src/ui/use-typed-query.ts'
import { Columns } from './list/Columns.tsx'
import { CountLine } from './list/CountLine.tsx'
import { exportChoices } from './list/export-choices.ts'
import { ExportDialog } from './list/ExportDialog.tsx'
import { FilterChips } from './list/FilterChips.tsx'
import { FindDialog } from './list/FindDialog.tsx'
import { IdentityRows } from './list/IdentityRows.tsx'
import type { RowsHandle } from './list/IdentityRows.tsx'
import { IdentitySelectionBar } from './list/IdentitySelectionBar.tsx'
import { keepPastedList, readPastedList } from './list/kept-lists.ts'
import { NobodyHere } from './list/NobodyHere.tsx'
import { Pager } from './list/Pager.tsx'
import { PastedStrip } from './list/PastedStrip.tsx'
import { PeopleHead } from './list/PeopleHead.tsx'
import { PeopleSkeleton } from './list/PeopleSkeleton.tsx'
import { useIdentityParams } from './list/use-identity-params.ts'
import { usePeople } from './list/use-people.ts'
import { usePeopleKeys } from './list/use-people-keys.ts'
import { useReading } from './list/use-reading.ts'
import { mayOf } from './may.ts'
import { useIdentitiesTexts } from './texts.ts'

const Split = styled('div')(({ theme }) => ({
  flex: 1,
  minHeight: 0,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gridTemplateRows: 'minmax(0, 1fr)',
  [theme.breakpoints.up('md')]: {
    '&[data-beside]': { gridTemplateColumns: 'clamp(372px, 32vw, 520px) minmax(0, 1fr)' },
  },
}))

const Pane = styled('section')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  minWidth: 0,
  containerType: 'inline-size',
  containerName: 'people',
  '[data-beside] > &': {
    borderRight: `1px solid ${theme.vars.palette.divider}`,
    [theme.breakpoints.down('md')]: { display: 'none' },
  },
}))

const Tools = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1.5),
  padding: theme.spacing(1, 4, 0.5),
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& > label': { maxWidth: 560 },
}))

const Detail = styled('div')({ minHeight: 0, minWidth: 0, overflowY: 'auto' })

/** How long typing rests before the tenant is asked, ms. */
const rest = 220

type Overlay = 'find' | 'export'

/** Asks for the page of people an address means, before anything is drawn. Settles when it is there or failed. */
export async function prefetchPeople(client: QueryClient, search: string): Promise<void> {
  const params = parseIdentityParams(new URLSearchParams(search))
  if (params.list === null) await client.prefetchQuery(identityLists.page(questionOf(params), params.page, params.size))
}

/** The people of the tenant: a page of them at a time, and one of them beside the list. */
export function IdentitiesPage() {
  const messages = useMessages()
  const texts = useIdentitiesTexts()
  const navigate = useNavigate()
  const announce = useAnnounce()
  const { user, authorities } = useSession()
  const { id: openedId } = useParams()
  const { params, search, change } = useIdentityParams()
  const address = useLater((text: string) => change({ query: text.trim() }), rest)
  const { typed, type } = useTypedQuery(params.query, address.later)
  const list = usePeople(params)
  const { people, total, question, pasted } = list
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const rows = useRef<RowsHandle>(null)
  const order = useCallback(() => people.map(({ id }) => id), [people])
  const selection = useSelection(peopleSelection, order)
  const reading = useReading()
  const may = mayOf(authorities)
  const isNarrow = useMedia(narrow)
  const linkTo = useCallback((id: string) => `${paths.identity(id)}${search}`, [search])

  const pages = total === null ? null : Math.max(1, Math.ceil(total / params.size))
  const first = (params.page - 1) * params.size + 1
  const last = first + people.length - 1
  const shownPage = `${params.page} ${params.size} ${params.list ?? ''} ${JSON.stringify(question)}`
  const { turn, arrive } = usePeopleKeys({
    people,
    rows,
    linkTo,
    onChoose: selection.choose,
    page: params.page,
    pages,
    onChange: change,
  })
  useEffect(() => {
    if (list.isWaiting || list.isLoading || people.length === 0) return
    arrive()
    announce(texts.count.announce(first, last, total))
    // Said once for each page or question, not for each reading of it again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [shownPage, list.isWaiting, list.isLoading])

  const leaveFor = (place: string) => {
    handOver(user.id, [...selection.ids])
    void navigate(place)
  }
  const selectAll = async () => {
    try {
      const everybody = pasted
        ? pasted.everybody
        : question && (await reading.start(total, (watch) => readEverybody(question, { ...watch, most: mostEntries })))
      if (!everybody) return
      selection.add(everybody.map(({ id }) => id))
      announce(texts.selection.announce(new Set([...selection.ids, ...everybody.map(({ id }) => id)]).size))
    } catch (thrown) {
      announce(errorSentence(messages, thrown))
    }
  }
  const narrowing = isNarrowedDown(params)
  const clearAll = () => {
    address.cancel()
    type('')
    address.cancel()
    change({ ...plainIdentities, sort: params.sort, size: params.size, list: null })
  }
  const isForbidden = list.error instanceof ApiError && list.error.isForbidden
  const hasRows = people.length > 0
  const isSettled = !list.isLoading && (!list.error || hasRows)
  if (isForbidden && openedId === undefined)
    return (
      <Split>
        <Pane>
          <PeopleHead isBeside={false} readAt={null} isFolded={false} acts={[]} />
          <EmptyState isTall icon="person" title={texts.forbiddenTitle} text={texts.forbidden} />
        </Pane>
      </Split>
    )
  return (
    <Split data-beside={openedId === undefined ? undefined : ''}>
      <Pane>
        <PeopleHead
          isBeside={openedId !== undefined}
          readAt={list.readAt}
          isFolded={isNarrow || openedId !== undefined}
          acts={[
            ...(isNarrow ? [{ label: texts.head.select, run: selection.start }] : []),
            { label: texts.head.find, run: () => setOverlay('find') },
            ...(hasRows ? [{ label: texts.head.export, run: () => setOverlay('export') }] : []),
            ...(may.help
              ? [
                  { label: texts.head.process, run: () => leaveFor(paths.process) },
                  { label: texts.head.invite, run: () => leaveFor(paths.invite) },
                ]
              : []),
          ]}
        />
        {params.list === null ? (
          <Tools>
            <SearchField label={texts.search.label} placeholder={texts.search.placeholder} text={typed} onChange={type} />
            <FilterChips params={params} onChange={change} />
            <CountLine
              first={first}
              last={last}
              total={total}
              isShown={hasRows}
              isSearching={list.isWaiting || typed.trim() !== params.query}
              params={params}
              onChange={change}
            />
          </Tools>
        ) : (
          pasted && <PastedStrip pasted={pasted} onChange={() => setOverlay('find')} onLeave={() => change({ list: null })} />
        )}
        {list.error !== null && hasRows && (
          <StaleLine text={messages.errors.stale(list.readAt ?? Date.now())} onRetry={list.retry} />
        )}
        {hasRows && <Columns sort={params.sort} onSort={(sort) => change({ sort })} />}
        {list.isLoading && !list.error && <PeopleSkeleton />}
        {list.error !== null && !hasRows && <Problem error={list.error} onRetry={list.retry} />}
        {hasRows && (
          <IdentityRows
            people={people}
            label={texts.list}
            isWaiting={list.isWaiting}
            openedId={openedId}
            linkTo={linkTo}
            chosen={selection.ids}
            isSelecting={selection.isSelecting}
            onChoose={selection.choose}
            handle={rows}
          />
        )}
        {isSettled && !hasRows && pasted?.sought !== null && (
          <NobodyHere
            params={params}
            total={total}
            isNarrowed={narrowing}
            onClear={clearAll}
            onFirst={() => change({ page: 1 })}
            onInclude={() => change({ crowd: 'all' })}
          />
        )}
        {selection.isSelecting && (
          <IdentitySelectionBar
            count={selection.ids.size}
            elsewhere={[...selection.ids].filter((id) => !people.some((person) => person.id === id)).length}
            onPage={people.length}
            matching={total}
            running={reading.running}
            mayAct={may.help}
            onThese={() => selection.add(order())}
            onAll={() => void selectAll()}
            onStop={reading.stop}
            onClear={selection.clear}
            onExport={() => setOverlay('export')}
            onInvite={() => leaveFor(paths.invite)}
            onProcess={() => leaveFor(paths.process)}
          />
        )}
        {hasRows && (
          <Pager
            page={params.page}
            size={params.size}
            pages={pages}
            hasNext={people.length === params.size}
            onPage={turn}
            onSize={(size) => change({ size })}
          />
        )}
      </Pane>
      {openedId !== undefined && (
        <Detail data-detail="">
          <Outlet />
        </Detail>
      )}
      {overlay === 'find' && (
        <FindDialog
          text={params.list === null ? '' : (readPastedList(user.id, params.list) ?? '')}
          onClose={() => setOverlay(null)}
          onFind={(text) => {
            setOverlay(null)
            const next = writeIdentityParams({ ...plainIdentities, size: params.size, list: keepPastedList(user.id, text) })
            void navigate(`${paths.identities}${next}`)
          }}
        />
      )}
      {overlay === 'export' && <ExportDialog choices={exportChoices(list, selection.ids)} onClose={() => setOverlay(null)} />}
    </Split>
  )
}
