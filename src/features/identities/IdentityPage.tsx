import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { useLocation, useParams } from 'react-router'
import { ApiError } from '#src/api/errors.ts'
import { identityDetails } from '#src/api/identity-details.ts'
import { Problem } from '#src/components/Problem.tsx'
import { useSession } from '#src/components/session-context.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { PageHeading } from '#src/ui/PageHeading.tsx'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { Acts } from './person/Acts.tsx'
import { AttributesSection } from './person/AttributesSection.tsx'
import { ClocksSection } from './person/ClocksSection.tsx'
import { HistorySection } from './person/HistorySection.tsx'
import { OwnershipSection } from './person/OwnershipSection.tsx'
import { PersonHeader } from './person/PersonHeader.tsx'
import { ReportsSection } from './person/ReportsSection.tsx'
import { RolesSection } from './person/RolesSection.tsx'
import { useIdentityTexts } from './person/texts.ts'
import { WorkItemsSection } from './person/WorkItemsSection.tsx'

const Sections = styled('div')(({ theme }) => ({
  '& > section + section': { borderTop: `1px solid ${theme.vars.palette.divider}` },
}))

/** One person: who it is, what can be done, what was done here, and everything the tenant tells. */
export function IdentityPage() {
  const { id = '' } = useParams()
  return <IdentityView key={id} id={id} />
}

function IdentityView({ id }: { readonly id: string }) {
  const { search } = useLocation()
  const { user } = useSession()
  const query = useQuery(identityDetails.person(id))
  const { data: person, error } = query
  const isThere = person !== undefined && !(error instanceof ApiError && error.isMissing)
  const { data: marks } = useQuery({ ...identityDetails.marks(id), enabled: isThere })
  if (!isThere) return error ? <NobodyThere id={id} error={error} onRetry={() => void query.refetch()} /> : <Loading />
  return (
    <article>
      <PersonHeader person={person} marks={marks} isSelf={user.id === id} list={`${paths.identities}${search}`} />
      <Acts person={person} readAt={query.dataUpdatedAt} marks={marks} />
      <Sections>
        <ClocksSection id={id} />
        <HistorySection id={id} />
        <RolesSection id={id} />
        <OwnershipSection id={id} />
        <ReportsSection person={person} />
        <WorkItemsSection id={id} />
        <AttributesSection person={person} />
      </Sections>
    </article>
  )
}

interface NobodyProps {
  readonly id: string
  readonly error: unknown
  readonly onRetry: () => void
}

/** Why there is nobody: not allowed, gone, deleted from here, or not readable just now. */
function NobodyThere({ id, error, onRetry }: NobodyProps) {
  const messages = useMessages()
  const words = useIdentityTexts()
  const known = error instanceof ApiError ? error : null
  const { data: entries } = useQuery({ ...identityDetails.entries(id), enabled: known?.isMissing ?? false })
  const deletion = entries?.find(({ operation, state }) => operation === 'deleteIdentity' && state === 'done')
  const name = visibleText(deletion?.seen.people[0]?.name ?? messages.unnamedPerson)
  const title = known?.isForbidden
    ? words.forbiddenTitle
    : deletion
      ? words.deletedTitle(name)
      : known?.isMissing
        ? words.missingTitle
        : messages.errors.title
  return (
    <>
      <VisuallyHidden>
        <PageHeading documentTitle={messages.pageTitle(title)} place={`nobody ${id} ${title}`}>
          {title}
        </PageHeading>
      </VisuallyHidden>
      {known?.isForbidden ? (
        <EmptyState isTall icon="person" title={words.forbiddenTitle} text={words.forbidden} />
      ) : deletion?.endedAt ? (
        <EmptyState isTall icon="done" title={words.deletedTitle(name)} text={words.deleted(deletion.endedAt)} />
      ) : known?.isMissing ? (
        <EmptyState isTall icon="search" title={words.missingTitle} text={words.missing} />
      ) : (
        <Problem error={error} onRetry={onRetry} />
      )}
    </>
  )
}

const Bars = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(4),
  padding: theme.spacing(5, 6),
}))

function Loading() {
  const { loading } = useIdentityTexts()
  return (
    <Bars>
      <VisuallyHidden>{loading}</VisuallyHidden>
      <Skeleton sx={{ width: 220, height: 18 }} />
      <Skeleton sx={{ width: 300 }} />
      <Skeleton sx={{ width: '80%', height: 56 }} />
      <Skeleton sx={{ width: '60%' }} />
      <Skeleton sx={{ width: '70%' }} />
    </Bars>
  )
}
