import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import type { RefObject } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { ApiError } from '#src/api/errors.ts'
import { progressQueries } from '#src/api/run-progress.ts'
import { runQueries } from '#src/api/runs.ts'
import type { ReadRun } from '#src/api/runs.ts'
import { useDecisions } from '#src/components/decisions.tsx'
import { Problem, StaleLine } from '#src/components/Problem.tsx'
import { beginReview } from '#src/components/review-draft.ts'
import { runStateText } from '#src/components/run-state.ts'
import { actsIn, progressText, runTitle } from '#src/components/run-title.ts'
import { RunBar } from '#src/components/RunBar.tsx'
import { useSession } from '#src/components/session-context.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { countsOf, further } from '#src/lib/run-counts.ts'
import { plainList, writeListParams } from '#src/lib/search-params.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { PageHeading } from '#src/ui/PageHeading.tsx'
import { SearchField } from '#src/ui/SearchField.tsx'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { useNow } from '#src/ui/use-now.ts'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { useActivityTexts } from '../activity-words.ts'
import { BackLink, Scroller } from '../ActivityFrame.tsx'
import { RunActs } from '../RunActs.tsx'
import { countIn, matchingEntries, parseResultFilter, resultFilters, searchedText } from './entry-filter.ts'
import type { ResultFilter } from './entry-filter.ts'
import { EntryList } from './EntryList.tsx'
import { NeedsYou } from './NeedsYou.tsx'
import { retryOf } from './retry.ts'
import { theme } from '#src/ui/theme.ts'
import { useOutboxTexts } from '#src/components/outbox-words.ts'

const Frame = styled('div')(({ theme }) => ({
  '&&': { paddingBlock: theme.spacing(3, 8) },
  '& p': { ...theme.typography.body2, margin: 0, color: theme.vars.palette.text.secondary, overflowWrap: 'anywhere' },
}))

const State = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(2, 3),
  marginTop: theme.spacing(4),
  '& > [data-far]': { flex: '1 1 320px', display: 'grid', gap: theme.spacing(1.5) },
  '& strong': { ...theme.typography.body2, fontWeight: 600 },
  '& > [role=alert]': { ...theme.typography.body2, flexBasis: '100%', color: theme.vars.palette.error.main },
}))

const Links = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(2, 4),
  marginTop: theme.spacing(3),
  '& a': { color: theme.vars.palette.primary.main },
}))

const Filters = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(2, 3),
  margin: theme.spacing(5, 0, 2),
  '& > nav': { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  '& > nav > a': {
    ...theme.typography.caption,
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: 28,
    padding: theme.spacing(0, 2.5),
    borderRadius: 14,
    border: `1px solid ${theme.vars.palette.divider}`,
    color: theme.vars.palette.text.secondary,
    textDecoration: 'none',
    '&:hover': { background: theme.vars.palette.surface.hover },
    '&[aria-current]': {
      color: theme.vars.palette.primary.main,
      borderColor: 'transparent',
      background: theme.vars.palette.surface.selected,
    },
    '@media (pointer: coarse)': { minHeight: 44, borderRadius: 22 },
  },
  '& > label': { flex: '1 1 200px', maxWidth: 320 },
}))

/** One run: how far it is, what can be done about it, and what became of each entry. */
export function RunPage() {
  const messages = useMessages()
  const { run: words, title } = useActivityTexts()
  const { runId = '' } = useParams()
  const scroller = useRef<HTMLDivElement>(null)
  const { data: run, error, refetch } = useQuery(runQueries.detail(runId))
  const isMissing = error instanceof ApiError && error.isMissing
  return (
    <Scroller ref={scroller} sx={{ position: 'relative' }}>
      <Frame>
        <BackLink to={paths.activity}>{words.back}</BackLink>
        {!run && (
          <PageHeading documentTitle={messages.pageTitle(title)} place="run">
            {title}
          </PageHeading>
        )}
        {run && error && <StaleLine text={messages.errors.stale(run.readAt)} onRetry={() => void refetch()} />}
        {!run && isMissing && <EmptyState icon="search" title={messages.errors.missingTitle} text={words.missing} />}
        {!run && error && !isMissing && <Problem error={error} onRetry={() => void refetch()} />}
        {!run && !error && <Waiting />}
        {run && <Loaded key={run.id} run={run} scroller={scroller} />}
      </Frame>
    </Scroller>
  )
}

function Waiting() {
  const { loading } = useMessages()
  return (
    <div>
      <VisuallyHidden>{loading}</VisuallyHidden>
      {['46%', '100%', '62%', '54%', '58%'].map((width) => (
        <Skeleton key={width} sx={{ width, marginBlock: theme.spacing(5) }} />
      ))}
    </div>
  )
}

interface Props {
  readonly run: ReadRun
  readonly scroller: RefObject<HTMLDivElement | null>
}

function Loaded({ run: read, scroller }: Props) {
  const messages = useMessages()
  const texts = useActivityTexts()
  const { run: words } = texts
  const outboxWords = useOutboxTexts()
  const now = useNow(1000)
  const { user } = useSession()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const { hideRun } = useDecisions()
  // Whoever has seen here how it ended need not be told at the bottom of every other page.
  useEffect(() => {
    if (!read.open) hideRun(read.id)
  }, [read.open, read.id, hideRun])
  const { data: progress } = useQuery({ ...progressQueries.all(), enabled: read.open })
  // How far it is comes more often than all of its entries.
  const summary = read.open ? progress?.open.find(({ id }) => id === read.id) : undefined
  const run = summary && summary.readAt > read.readAt ? summary : read
  const { entries } = read
  const totals = summary ? further(run.totals, run === read ? summary.totals : read.totals) : read.totals
  const { all, failed } = countsOf(totals)
  const filter = parseResultFilter(params.get('state'))
  const query = params.get('q') ?? ''
  const sought = useDeferredValue(query)
  const shown = useMemo(() => matchingEntries(entries, filter, sought, searchedText), [entries, filter, sought])
  const what = runTitle(messages, run.acts.length > 0 ? run.acts : actsIn(entries), all, run.subject)
  const sendsAt = entries.find(({ state }) => state === 'held')?.sendsAt ?? null
  const retry = useMemo(() => retryOf(entries), [entries])
  const change = (name: 'state' | 'q', value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (value === '') after.delete(name)
        else after.set(name, value)
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  const addressOf = (state: ResultFilter | null) => {
    const after = new URLSearchParams(params)
    if (state === null) after.delete('state')
    else after.set('state', state)
    return `?${after.toString()}`
  }
  const review = () => {
    const owner = run.forOwner?.id ?? null
    const { picks, verdict } = retry
    beginReview(user.id, { owner, picks, retryOf: run.id, ...(verdict && { verdict }) })
    void navigate(`${paths.review}${writeListParams({ ...plainList, owner })}`)
  }
  return (
    <>
      <PageHeading documentTitle={messages.pageTitle(what)} place={`run ${run.id}`}>
        {what}
      </PageHeading>
      <p>
        {words.handedOver(run.createdAt)}
        {run.forOwner && ` ${texts.onListOf(visibleText(run.forOwner.name))}`}
        {run.note !== null && ` · ${texts.note(visibleText(run.note))}`}
      </p>
      <State>
        <span data-far="" data-figures="">
          <strong>{runStateText(messages, outboxWords, { ...run, totals }, now, sendsAt)}</strong>
          <RunBar totals={totals} forgotten={run.forgotten} label={what} />
          <p>{progressText(messages, totals, run.forgotten)}</p>
        </span>
        <RunActs run={{ ...run, totals }} what={what} />
      </State>
      <Links>
        {failed + run.forgotten > 0 && retry.picks.length > 0 && (
          <Button variant="outlined" onClick={review}>
            {words.retry(retry.picks.length)}
          </Button>
        )}
        <Link to={`${paths.receipts}?run=${encodeURIComponent(run.id)}`}>{words.receipts}</Link>
      </Links>
      <NeedsYou runId={run.id} isStopped={run.stopped} entries={entries} />
      <Filters>
        <nav aria-label={words.filter}>
          <Link to={addressOf(null)} replace aria-current={filter === null ? 'true' : undefined} data-figures="">
            {words.chip(words.all, all)}
          </Link>
          {resultFilters
            .filter((each) => countIn(each, totals) > 0 || each === filter)
            .map((each) => (
              <Link key={each} to={addressOf(each)} replace aria-current={each === filter ? 'true' : undefined} data-figures="">
                {words.chip(each === 'open' ? texts.open : texts.states[each], countIn(each, totals))}
              </Link>
            ))}
        </nav>
        {entries.length > 5 && (
          <SearchField
            label={words.search}
            placeholder={words.searchPlaceholder}
            text={query}
            onChange={(text) => change('q', text)}
          />
        )}
      </Filters>
      {(filter !== null || query !== '') && <p data-figures="">{words.shown(shown.length, entries.length)}</p>}
      {shown.length === 0 ? (
        <EmptyState icon="search" title={words.noMatch} text={words.noMatchText}>
          <Button variant="outlined" onClick={() => setParams({}, { replace: true })} sx={{ marginTop: theme.spacing(3) }}>
            {words.clear}
          </Button>
        </EmptyState>
      ) : (
        <EntryList
          entries={shown}
          scroller={scroller}
          above={`${totals['needs-you']} ${failed} ${run.open} ${filter ?? ''} ${query === ''}`}
        />
      )}
    </>
  )
}
