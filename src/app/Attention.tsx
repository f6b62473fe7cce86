import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { workItemQueries } from '#src/api/work-items.ts'
import { useSettings } from '#src/components/settings.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { TitleFrame } from '#src/ui/title-frame.ts'

/** Says from outside the page what waits: a number in the title, a dot on the icon for news, a notification for who wants one. */
export function Attention({ children }: { readonly children: ReactNode }) {
  const { attention } = useMessages()
  const { data: summary } = useQuery(workItemQueries.summary())
  const open = summary?.open ?? 0
  const frame = useCallback((title: string) => attention.title(open, title), [attention, open])
  useNews(open, summary !== undefined)
  return <TitleFrame value={frame}>{children}</TitleFrame>
}

/** What came while the page was out of sight. */
function useNews(open: number, isKnown: boolean): void {
  const { attention } = useMessages()
  const { settings } = useSettings()
  const { notify } = settings
  const seen = useRef<number | null>(null)
  useEffect(() => {
    if (!isKnown) return
    const more = seen.current === null ? 0 : open - seen.current
    if (!document.hidden || seen.current === null || more < 0) seen.current = open
    if (!document.hidden || more <= 0) return
    setIcon(true)
    if (!notify || !('Notification' in globalThis) || Notification.permission !== 'granted') return
    const notice = new Notification(attention.notice(more), {
      body: attention.noticeText,
      tag: 'countersign',
      icon: '/favicon.svg',
    })
    notice.addEventListener('click', () => {
      focus()
      notice.close()
    })
  }, [open, isKnown, notify, attention])
  useEffect(() => {
    const onSight = () => {
      if (document.hidden) return
      seen.current = null
      setIcon(false)
    }
    document.addEventListener('visibilitychange', onSight)
    return () => document.removeEventListener('visibilitychange', onSight)
  }, [])
}

function setIcon(hasDot: boolean): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel=icon]')
  const address = hasDot ? '/favicon-news.svg' : '/favicon.svg'
  if (link && link.getAttribute('href') !== address) link.setAttribute('href', address)
}
