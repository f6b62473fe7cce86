import { styled } from '#src/ui/styled.ts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { memo, useEffect } from 'react'
import { ApiError } from '#src/api/errors.ts'
import { runQueries } from '#src/api/runs.ts'
import { knownFromLists, rememberWorkItem, workItemQueries } from '#src/api/work-items.ts'
import { useNeighbours } from '#src/components/neighbours.ts'
import { Problem, StaleLine } from '#src/components/Problem.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { PageHeading } from '#src/ui/PageHeading.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { BackLink } from './BackLink.tsx'
import { Forwarded } from './Forwarded.tsx'
import { WorkItemView } from './WorkItemView.tsx'
import { useWorkItemTexts } from './work-item-words.ts'
import { theme } from '#src/ui/theme.ts'

const Frame = styled('article')({ display: 'flex', flexDirection: 'column', minHeight: '100%' })

/** One work item. What the list already knows shows at once; a newer reading follows. */
export const WorkItemPage = memo(function WorkItemPage({ id }: { readonly id: string }) {
  const client = useQueryClient()
  const messages = useMessages()
  const { focusList } = useNeighbours()
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    ...workItemQueries.detail(id),
    initialData: () => knownFromLists(client, id)?.item,
    initialDataUpdatedAt: () => knownFromLists(client, id)?.readAt,
  })
  const isHidden = error instanceof ApiError && (error.isForbidden || error.isMissing)
  const { data: acts } = useQuery({ ...runQueries.ofWorkItem(id), enabled: isHidden })
  const forwarded = isHidden
    ? acts?.find(({ operation, state }) => operation === 'forwardWorkItem' && state === 'done')
    : undefined
  useEffect(() => {
    if (data) rememberWorkItem(client, data)
  }, [client, data])
  return (
    // Escape is not bound to one control: it leads from anywhere in the work item back to its row.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <Frame
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) focusList()
      }}
    >
      {forwarded && (
        <>
          <BackRow>
            <BackLink />
          </BackRow>
          <Forwarded entry={forwarded} />
        </>
      )}
      {error && data && !forwarded && <StaleLine text={messages.errors.stale(dataUpdatedAt)} onRetry={() => void refetch()} />}
      {data && !forwarded && <WorkItemView key={id} item={data} readAt={dataUpdatedAt} />}
      {!data && error && !forwarded && (
        <>
          <VisuallyHidden>
            <PageHeading documentTitle={messages.pageTitle(messages.errors.title)} place={id}>
              {messages.errors.title}
            </PageHeading>
          </VisuallyHidden>
          <BackRow>
            <BackLink />
          </BackRow>
          <Problem error={error} onRetry={() => void refetch()} />
        </>
      )}
      {!data && !error && <Loading />}
    </Frame>
  )
})

const BackRow = styled('div')(({ theme }) => ({ padding: theme.spacing(2, 4, 0) }))

const Bars = styled('div')(({ theme }) => ({ display: 'grid', gap: theme.spacing(3), padding: theme.spacing(5, 6) }))

function Loading() {
  const { item } = useWorkItemTexts()
  return (
    <Bars>
      <VisuallyHidden>{item.loading}</VisuallyHidden>
      <Skeleton sx={{ width: 180 }} />
      <Skeleton sx={{ width: '52%', height: 18 }} />
      <Skeleton sx={{ width: '70%' }} />
      <Skeleton sx={{ width: '100%', height: 1, marginBlock: theme.spacing(3) }} />
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} sx={{ width: `${62 - row * 8}%` }} />
      ))}
    </Bars>
  )
}
