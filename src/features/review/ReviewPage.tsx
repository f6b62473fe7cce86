import { styled } from '#src/ui/styled.ts'
import { useMemo, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { holdTogether } from '#src/components/use-decide.ts'
import { runOf } from '#src/components/decision-draft.ts'
import { Problem, StaleLine } from '#src/components/Problem.tsx'
import { reviewVerdicts } from '#src/components/review-draft.ts'
import { useSession } from '#src/components/session-context.ts'
import { useSettings } from '#src/components/settings.tsx'
import { splitRun } from '#src/components/split-run.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { plainList, writeListParams } from '#src/lib/search-params.ts'
import { Button } from '#src/ui/Button.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import type { MeasuredListHandle } from '#src/ui/MeasuredList.tsx'
import { PageHeading } from '#src/ui/PageHeading.tsx'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { wide, useMedia } from '#src/ui/use-media.ts'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { HandedOver } from './HandedOver.tsx'
import { gatedGroups, placeIn, reviewLines } from './review-lines.ts'
import type { ReviewPlace } from './review-lines.ts'
import { countReview } from './review-plan.ts'
import { useReviewTexts } from './review-words.ts'
import { ReviewFoot } from './ReviewFoot.tsx'
import { ReviewList } from './ReviewList.tsx'
import { ReviewSummary } from './ReviewSummary.tsx'
import { useFolds } from './use-folds.ts'
import { decisionsOf, useHandOver } from './use-hand-over.ts'
import { useReview } from './use-review.ts'
import { useReviewForward } from './use-review-forward.ts'
import { theme } from '#src/ui/theme.ts'
import { useForwardTexts } from '#src/components/forward-words.ts'

const Page = styled('div')({ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' })

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(2),
  padding: theme.spacing(3, 4),
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& > div': { minWidth: 0 },
  '& p': { ...theme.typography.body2, margin: 0, color: theme.vars.palette.text.secondary },
}))

const Body = styled('div')(({ theme }) => ({
  position: 'relative',
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  [theme.breakpoints.up('md')]: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 348px',
    gridTemplateRows: 'minmax(0, 1fr)',
    overflow: 'hidden',
    '& > *': { position: 'relative', overflowY: 'auto', minHeight: 0 },
    '& > :last-child': { borderLeft: `1px solid ${theme.vars.palette.divider}` },
  },
}))

const AllGroups = styled('div')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1.5),
  padding: theme.spacing(2, 4),
  color: theme.vars.palette.text.secondary,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& > button': { ...theme.typography.caption, minHeight: 26, padding: theme.spacing(0, 2) },
}))

const Rows = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(5),
  padding: theme.spacing(5, 4),
}))

/** From so many work items on, the groups begin folded. */
const foldFrom = 30
/** Below so many calls a run is never too large. */
const splitFrom = 200

/** What is about to happen, before any of it does: what was chosen, by group, with a verdict for each; then it becomes a run. */
export function ReviewPage() {
  const messages = useMessages()
  const words = useReviewTexts()
  const review = useReview()
  const { draft, plan, list } = review
  const title = draft?.retryOf == null ? words.title : words.titleRetry
  const heading = (
    <PageHeading documentTitle={messages.pageTitle(title)} place="review">
      {title}
    </PageHeading>
  )
  if (review.handedOver)
    return (
      <Page>
        <Head>{heading}</Head>
        <HandedOver {...review.handedOver} />
      </Page>
    )
  if (!draft || !plan)
    return (
      <Page>
        <Head>{heading}</Head>
        <EmptyState icon="task" title={words.emptyTitle} text={words.emptyText}>
          <Link to={paths.inbox}>{words.toInbox}</Link>
        </EmptyState>
      </Page>
    )
  const isUnread = list.data === undefined
  return (
    <Page>
      <Head>
        <BackButton owner={draft.owner} />
        <div>
          {heading}
          <p>{(draft.retryOf === null ? words.chosen : words.chosenRetry)(draft.picks.length)}</p>
        </div>
      </Head>
      {list.error && list.data && (
        <StaleLine text={messages.errors.stale(list.data.readAt)} onRetry={() => void list.refetch()} />
      )}
      {isUnread && list.error && <Problem error={list.error} onRetry={() => void list.refetch()} />}
      {isUnread && !list.error && <ReviewSkeleton />}
      {!isUnread && <Review {...review} draft={draft} plan={plan} />}
    </Page>
  )
}

function BackButton({ owner }: { readonly owner: string | null }) {
  const { back } = useReviewTexts()
  const navigate = useNavigate()
  const goBack = () => {
    const state: unknown = history.state
    const isWithin = typeof state === 'object' && state !== null && 'idx' in state && Number(state.idx) > 0
    void (isWithin ? navigate(-1) : navigate(`${paths.inbox}${writeListParams({ ...plainList, owner })}`))
  }
  return (
    <Button variant="text" aria-label={back} onClick={goBack} sx={{ minWidth: 32, paddingInline: theme.spacing(1) }}>
      <Icon name="back" />
    </Button>
  )
}

function ReviewSkeleton() {
  const { loading } = useMessages()
  return (
    <Rows>
      <VisuallyHidden>{loading}</VisuallyHidden>
      {['52%', '40%', '61%', '47%', '55%'].map((width) => (
        <Skeleton key={width} sx={{ width }} />
      ))}
    </Rows>
  )
}

type Loaded = ReturnType<typeof useReview> & {
  readonly draft: NonNullable<ReturnType<typeof useReview>['draft']>
  readonly plan: NonNullable<ReturnType<typeof useReview>['plan']>
}

function Review({ draft, plan, choose, chooseAll, skip, write, takeAsNow, spend, addBusy, tellHandedOver }: Loaded) {
  const words = useReviewTexts()
  const { excluded } = useForwardTexts()
  const { user } = useSession()
  const { settings } = useSettings()
  const { folded, toggle, unfold } = useFolds(
    plan.groups.map(({ key }) => key),
    draft.picks.length > foldFrom,
  )
  const isWide = useMedia(wide)
  const body = useRef<HTMLDivElement>(null)
  const pane = useRef<HTMLDivElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const comment = useRef<HTMLTextAreaElement>(null)
  const [wasTried, setWasTried] = useState(false)
  const { forward, changeForward } = useReviewForward(draft.runIds[0] ?? '')
  const { submit, isPending, failure, leaveOut } = useHandOver({ draft, plan, forward, spend, addBusy, tellHandedOver })

  const counts = useMemo(() => countReview(plan), [plan])
  const lines = useMemo(() => reviewLines(plan, folded), [plan, folded])
  const listed = useRef<MeasuredListHandle>(null)
  const show = (place: ReviewPlace) => {
    const open = place === 'gated' ? gatedGroups(plan) : []
    unfold(open)
    const after = new Set([...folded].filter((key) => !open.includes(key)))
    const index = placeIn(reviewLines(plan, after), place)
    // Groups that unfold are in the list at the next drawing.
    if (index >= 0) requestAnimationFrame(() => listed.current?.show(index))
  }
  const runs = useMemo(() => {
    if (counts.calls < splitFrom) return 1
    const all = decisionsOf(plan, forward, () => 0)
    return splitRun(runOf(all, draft.note, { now: 0, holdMs: 0, userId: user.id })).length
  }, [counts.calls, plan, forward, draft.note, user.id])
  const forwarded = plan.groups.flatMap(({ verdict, items }) => (verdict === 'forward' ? items : []))
  const owners = new Set(forwarded.map(({ item }) => item.owner?.id ?? user.id))
  const refusalOf = (id: string): string | null => {
    if (!owners.has(id)) return null
    return id === user.id ? excluded.self : excluded.owner
  }
  const verdicts = reviewVerdicts.filter((verdict) => plan.groups.some(({ can }) => can.includes(verdict)))
  const onSubmit = () => {
    setWasTried(true)
    const hasForward = counts.tallies.some(({ verdict }) => verdict === 'forward')
    if (hasForward && (forward.person === null || refusalOf(forward.person.id) !== null)) return picker.current?.focus()
    if (hasForward && forward.comment.trim() === '') return comment.current?.focus()
    return void submit()
  }
  const search = writeListParams({ ...plainList, owner: draft.owner })
  return (
    <>
      <Body ref={body}>
        <div ref={pane}>
          {plan.groups.length > 1 && (
            <AllGroups>
              <span>{words.allGroups}</span>
              {verdicts.map((verdict) => (
                <Button
                  key={verdict}
                  variant="outlined"
                  aria-label={words.forAll(words.verdicts[verdict])}
                  onClick={() => chooseAll(plan.groups, verdict)}
                >
                  {words.verdicts[verdict]}
                </Button>
              ))}
            </AllGroups>
          )}
          <ReviewList
            key={isWide ? 'wide' : 'narrow'}
            handle={listed}
            lines={lines}
            scroller={isWide ? pane : body}
            linkTo={(id) => `${paths.inboxItem(id)}${search}`}
            onFold={toggle}
            onChoose={choose}
            onSkip={skip}
            onInclude={takeAsNow}
          />
        </div>
        <ReviewSummary
          plan={plan}
          counts={counts}
          runs={runs}
          holdMs={holdTogether(counts.calls, settings.holdMs)}
          owner={draft.owner}
          note={draft.note}
          onNote={write}
          forward={forward}
          onForward={changeForward}
          refusalOf={refusalOf}
          wasTried={wasTried}
          picker={picker}
          comment={comment}
          onShow={show}
        />
      </Body>
      <ReviewFoot
        counts={counts}
        chosen={draft.picks.length}
        failure={failure}
        isPending={isPending}
        onLeaveOut={leaveOut}
        onSubmit={onSubmit}
      />
    </>
  )
}
