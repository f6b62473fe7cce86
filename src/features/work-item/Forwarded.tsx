import type { DecisionEntry } from '#src/api/runs.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { PageHeading } from '#src/ui/PageHeading.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { useForwardTarget } from './ForwardedTo.tsx'
import { useForwardTexts } from '#src/components/forward-words.ts'

/** In place of a work item that was given away and can no longer be read: where it is now. */
export function Forwarded({ entry }: { readonly entry: DecisionEntry }) {
  const { pageTitle } = useMessages()
  const words = useForwardTexts()
  const title = words.done(useForwardTarget(entry))
  return (
    <>
      <VisuallyHidden>
        <PageHeading documentTitle={pageTitle(title)} place={entry.workItemId}>
          {title}
        </PageHeading>
      </VisuallyHidden>
      <EmptyState
        icon="arrow"
        title={title}
        text={[entry.endedAt === null ? null : words.answered(entry.endedAt), words.doneText]
          .filter((text) => text !== null)
          .join(' ')}
        isTall
      />
    </>
  )
}
