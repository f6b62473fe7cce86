import { styled } from '#src/ui/styled.ts'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useSession } from '#src/components/session-context.ts'
import type { Errand } from '#src/lib/intake/verdicts.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { PageHeading } from '#src/ui/PageHeading.tsx'
import { useIntakeTexts } from './intake-words.ts'
import { keepAgain, withAgain } from './kept-again.ts'
import { Head, PageFrame } from './layout.ts'
import { ListReview } from './ListReview.tsx'
import { ResendPanel } from './ResendPanel.tsx'
import { RunView } from './RunView.tsx'
import { SourceStep } from './SourceStep.tsx'
import { UninvitedPanel } from './UninvitedPanel.tsx'
import { useIntake } from './use-intake.ts'
import { useStoredTry } from './use-stored-try.ts'
import { theme } from '#src/ui/theme.ts'

const Ways = styled('nav')(({ theme }) => ({
  display: 'flex',
  alignSelf: 'flex-end',
  gap: theme.spacing(5),
  overflowX: 'auto',
  '& > a': {
    ...theme.typography.body2,
    display: 'flex',
    alignItems: 'center',
    minHeight: 36,
    borderBottom: '2px solid transparent',
    fontWeight: 500,
    whiteSpace: 'nowrap',
    color: theme.vars.palette.text.secondary,
    textDecoration: 'none',
    '&:hover': { color: theme.vars.palette.text.primary },
    '&:focus-visible': { outlineOffset: -2 },
    '&[aria-current]': { color: theme.vars.palette.text.primary, borderBottomColor: theme.vars.palette.primary.main },
    '@media (pointer: coarse)': { minHeight: 44 },
  },
}))

const ways = ['list', 'resend', 'uninvited'] as const
/** The most runs one address tells of: one, and those that sent again what failed. */
const mostRuns = 50
const runIdForm = /^[0-9a-f-]{36}$/

/** Inviting or processing many people: what they are, what will happen to each, and what became of them. */
export function IntakePage({ errand }: { readonly errand: Errand }) {
  const messages = useMessages()
  const words = useIntakeTexts()
  const { user, authorities } = useSession()
  const [goesOn, setGoesOn] = useState(false)
  const [search, setSearch] = useSearchParams()
  const named = search.getAll('run').filter((id) => runIdForm.test(id))
  const runIds = withAgain(user.id, named).slice(-mostRuns)
  const way = errand === 'invite' ? (ways.find((each) => each === search.get('by')) ?? 'list') : 'list'
  const isAllowed = goesOn || authorities.some((level) => level === 'ORG_ADMIN' || level === 'HELPDESK')
  const title = runIds.length > 0 ? words.run.title[errand] : words.titles[errand]
  return (
    <PageFrame>
      <Head>
        <div>
          <PageHeading documentTitle={messages.pageTitle(title)} place={`${errand} ${runIds.length > 0 ? 'run' : way}`}>
            {title}
          </PageHeading>
          <p>{words.leads[errand]}</p>
        </div>
        {errand === 'invite' && isAllowed && runIds.length === 0 && (
          <Ways aria-label={words.ways.label}>
            {ways.map((each) => (
              <Link
                key={each}
                to={each === 'list' ? paths.invite : `${paths.invite}?by=${each}`}
                aria-current={each === way ? 'page' : undefined}
              >
                {words.ways[each]}
              </Link>
            ))}
          </Ways>
        )}
      </Head>
      {isAllowed ? (
        <Allowed
          errand={errand}
          way={way}
          runIds={runIds}
          // What was sent again takes the place of the page that offered to: back must not offer it once more.
          onRuns={(ids) => {
            keepAgain(user.id, ids)
            setSearch(new URLSearchParams(ids.map((id) => ['run', id])), { replace: runIds.length > 0 })
          }}
        />
      ) : (
        <EmptyState
          icon="person"
          title={words.forbidden.title[errand]}
          text={
            authorities.length === 0
              ? words.forbidden.text
              : `${words.forbidden.text} ${words.forbidden.custom(authorities.map(visibleText))}`
          }
        >
          {authorities.length > 0 && (
            <Button variant="outlined" sx={{ marginTop: theme.spacing(3) }} onClick={() => setGoesOn(true)}>
              {words.forbidden.goOn}
            </Button>
          )}
        </EmptyState>
      )}
    </PageFrame>
  )
}

interface AllowedProps {
  readonly errand: Errand
  readonly way: (typeof ways)[number]
  readonly runIds: readonly string[]
  readonly onRuns: (runIds: readonly string[]) => void
}

function Allowed({ errand, way, runIds, onRuns }: AllowedProps) {
  const intake = useIntake(errand, way === 'list' && runIds.length === 0)
  const { kept } = intake
  const [isNew, setIsNew] = useState(false)
  const started = (runId: string) => onRuns([...runIds.filter((id) => id !== runId), runId])
  const isListShown = way === 'list' && runIds.length === 0
  useStoredTry(intake, (runId) => {
    if (isListShown) started(runId)
  })
  if (runIds.length > 0)
    return (
      <RunView
        key={runIds[0]}
        errand={errand}
        runIds={runIds}
        kept={kept}
        onRetried={started}
        onAnother={() => {
          if (kept?.sent) intake.clear()
          onRuns([])
        }}
      />
    )
  if (way === 'resend') return <ResendPanel onSent={started} />
  if (way === 'uninvited') return <UninvitedPanel onSent={started} />
  if (kept === null || kept.sent !== null)
    return (
      <SourceStep
        onLoad={(list, file) => {
          setIsNew(true)
          intake.load(list, file)
        }}
      />
    )
  return <ListReview errand={errand} intake={intake} isNew={isNew} onSent={started} />
}
