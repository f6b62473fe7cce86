import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { WorkItem } from '#contract/work-item.ts'
import { deleteSnooze } from '#src/api/desk-keeps.ts'
import { workItemQueries } from '#src/api/work-items.ts'
import { mostTogether } from '#src/components/decisions.tsx'
import { beginReview, pickOf } from '#src/components/review-draft.ts'
import type { ReviewVerdict } from '#src/components/review-draft.ts'
import { useSession } from '#src/components/session-context.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { plainList, writeListParams } from '#src/lib/search-params.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { useSteady } from '#src/ui/use-steady.ts'

interface Options {
  readonly owner: string | null
  /** Opens the dialog in which work items are forwarded. */
  readonly onForward: (items: readonly WorkItem[]) => void
  /** These are set aside no longer. */
  readonly onWoken: (ids: readonly string[]) => void
}

/** What can be done with many work items of a list at once, and with the list itself. Always the same functions. */
export function useListActs({ owner, onForward, onWoken }: Options) {
  const client = useQueryClient()
  const { user } = useSession()
  const { snooze } = useMessages()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const review = useSteady((items: readonly WorkItem[], verdict?: ReviewVerdict) => {
    beginReview(user.id, { owner, picks: items.map(pickOf), ...(verdict && { verdict }) })
    void navigate(`${paths.review}${writeListParams({ ...plainList, owner })}`)
  })
  /** Very many are looked at first; a dialog shows three of them. */
  const forward = useSteady((items: readonly WorkItem[]) =>
    items.length > mostTogether ? review(items, 'forward') : onForward(items),
  )
  /** True once all of them are back. */
  const wake = useSteady(async (items: readonly WorkItem[]): Promise<boolean> => {
    try {
      await Promise.all(items.map(({ id }) => deleteSnooze(client, id)))
    } catch {
      announce(snooze.notBack)
      return false
    }
    onWoken(items.map(({ id }) => id))
    announce(snooze.back(items.length))
    return true
  })
  const refresh = useSteady(() => void client.refetchQueries({ queryKey: workItemQueries.all(), type: 'active' }))
  return { review, forward, wake, refresh }
}
