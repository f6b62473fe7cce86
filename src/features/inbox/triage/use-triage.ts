import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { useNavigate } from 'react-router'
import type { WorkItem } from '#contract/work-item.ts'
import { isAbout } from '#src/api/entry-kinds.ts'
import { runQueries, takeBack } from '#src/api/runs.ts'
import { readAtOf, workItemQueries } from '#src/api/work-items.ts'
import { useDecisions } from '#src/components/decisions.tsx'
import type { PageAct, PageOffer } from '#src/components/page-acts.ts'
import { recalls } from '#src/components/recalls.ts'
import { useSettings } from '#src/components/settings.tsx'
import type { Deciding } from '#src/components/use-decide.ts'
import { useSession } from '#src/components/session-context.ts'
import { wholeDecision } from '#src/components/whole-decision.ts'
import { mayApprove } from '#src/lib/gate.ts'
import type { KeyAction } from '#src/lib/keys.ts'
import type { WorkItemListRow } from '#src/lib/list-layout.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { openedItems } from '#src/lib/opened-items.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import type { ListHandle } from '../list/WorkItemList.tsx'
import { lastDecision } from './last-decision.ts'

/** What waits for a second key: an act on one work item. */
export interface Asked {
  readonly verdict: 'approve' | 'reject'
  readonly item: WorkItem
  /** When what one has before one's eyes was read, ms. */
  readonly readAt: number
  /** Asked from the opened work item, not from its row. */
  readonly isFromDetail: boolean
}

/** A dialog over the list, about these work items or about the list itself. */
export type Dialogue =
  | { readonly kind: 'forward'; readonly items: readonly WorkItem[] }
  | {
      readonly kind: 'snooze'
      readonly items: readonly WorkItem[]
      /** Where to go once those are set aside; without it one stays. */
      readonly onward?: { readonly id: string | null; readonly isFromDetail: boolean }
    }
  | { readonly kind: 'save-view' }

interface Options {
  /** What is on screen, in its order. */
  readonly rows: readonly WorkItemListRow[]
  readonly openedId: string | undefined
  readonly linkTo: (id: string) => string
  readonly list: RefObject<ListHandle | null>
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string, isRange: boolean) => void
  readonly onOldest: () => void
  readonly listAddress: string
}

const rowOf = (focused: Element | null): string | null => focused?.closest<HTMLElement>('[data-id]')?.dataset['id'] ?? null
const isInDetail = (focused: Element | null): boolean =>
  focused?.closest('[data-detail]') !== undefined && focused?.closest('[data-detail]') !== null

/** What keys (and the palette) do with the focused row or the opened work item. Deciding only asks; `confirm` decides. */
export function useTriage(options: Options) {
  const { rows, openedId, linkTo, list, chosen, onChoose, onOldest, listAddress } = options
  const client = useQueryClient()
  const messages = useMessages()
  const announce = useAnnounce()
  const navigate = useNavigate()
  const { settings } = useSettings()
  const { open, handovers } = useDecisions()
  const { user } = useSession()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [dialogue, setDialogue] = useState<Dialogue | null>(null)
  const [movedOn, setMovedOn] = useState<{ readonly to: string } | null>(null)
  // Once the dialog is gone: it keeps the focus inside, and gives it back to a row that may have left the list.
  useEffect(() => {
    if (movedOn) list.current?.focusRow(movedOn.to)
  }, [movedOn, list])

  const leftOne = useRef<string>(null)
  // Once the list is all there is: on a phone it was covered.
  useEffect(() => {
    if (openedId === undefined && leftOne.current !== null) list.current?.focusRow(leftOne.current)
    leftOne.current = null
  }, [openedId, list])

  const isBusy = (id: string) =>
    open.some((entry) => isAbout(id, entry)) ||
    handovers.some(({ error, draft }) => error === null && draft.entries.some((entry) => isAbout(id, entry)))
  const itemOf = (id: string): WorkItem | undefined =>
    (id === openedId ? client.getQueryData(workItemQueries.detail(id).queryKey) : undefined) ??
    rows.find(({ item }) => item.id === id)?.item
  /** The next one that still waits, is none of `without` and has no decision on its way; after the last comes the first. */
  const nextAfter = (id: string, without: readonly WorkItem[] = []): string | null => {
    const at = rows.findIndex(({ item }) => item.id === id)
    for (let step = 1; step <= rows.length; step += 1) {
      const row = rows[(at + step) % rows.length]
      if (!row || row.isGone || !row.item.isOpen || row.item.id === id || isBusy(row.item.id)) continue
      if (!without.some((item) => item.id === row.item.id)) return row.item.id
    }
    return null
  }
  const backToList = () => {
    leftOne.current = openedId ?? null
    void navigate(listAddress)
  }
  const goTo = (id: string | null, isFromDetail: boolean) => {
    if (id === null) {
      announce(messages.triage.end)
      if (isFromDetail) void navigate(listAddress)
    } else if (isFromDetail) void navigate(linkTo(id))
    else list.current?.focusRow(id)
  }
  const ask = (verdict: Asked['verdict'], item: WorkItem, isFromDetail: boolean) => {
    if (!item.isOpen) return announce(messages.triage.notOpen)
    if (isBusy(item.id)) return announce(messages.triage.busy)
    if (wholeDecision(item, verdict) === null) return announce(messages.triage.nothing)
    return setAsked({ verdict, item, readAt: readAtOf(client, item), isFromDetail })
  }
  /** Asks until when the opened work item is to be set aside. */
  const setAside = (item: WorkItem) =>
    setDialogue({ kind: 'snooze', items: [item], onward: { id: nextAfter(item.id), isFromDetail: true } })
  const back = ({ item, isFromDetail }: Pick<Asked, 'item' | 'isFromDetail'>) => {
    if (!isFromDetail) list.current?.focusRow(item.id)
    else document.querySelector<HTMLElement>('[data-detail] h1')?.focus({ preventScroll: true })
  }
  const cancel = () => {
    if (asked) back(asked)
    setAsked(null)
  }
  const send = async (decide: Deciding['decide'], { item, readAt, verdict, isFromDetail }: Asked, note?: string) => {
    const whole = wholeDecision(item, verdict)
    if (!whole) return
    const next = nextAfter(item.id)
    const { count: _count, ...act } = whole
    const { afterDecision } = settings
    const isNextWanted = afterDecision === 'next'
    // The focus moves on at once, so that the next key is not lost; an opened work item is left only when the decision is stored.
    if (isNextWanted && !isFromDetail) goTo(next, false)
    else back({ item, isFromDetail })
    const isStored = await decide({ item, readAt, ...act, ...(note !== undefined && { note }) })
    if (!isStored || !isFromDetail) return
    if (isNextWanted) goTo(next, true)
    else if (afterDecision === 'back') backToList()
  }
  /** The way to decide comes from who asks for the second key: its code is not here before. */
  const confirm = (decide: Deciding['decide'], note?: string) => {
    setAsked(null)
    if (!asked) return
    const isGated = asked.verdict === 'approve' && !mayApprove(asked.item, openedItems.of(user.id))
    if (isGated) void navigate(linkTo(asked.item.id))
    else void send(decide, asked, note)
  }
  /** The selection, when the row in question belongs to it; else the one item. */
  const meant = (item: WorkItem): readonly WorkItem[] =>
    chosen.has(item.id)
      ? rows.flatMap((row) => (chosen.has(row.item.id) && row.item.isOpen && !row.isGone ? row.item : []))
      : [item]
  const takeBackLast = () => {
    const known = client.getQueryData(runQueries.known().queryKey)?.open ?? open
    const last = lastDecision({ handovers, open: known, canAsk: recalls.canAsk })
    if (last === null) return announce(messages.triage.noTakeBack)
    if (last.kind === 'entry') return void takeBack(client, last.entry)
    recalls.ask(last.runId)
    return announce(messages.triage.takesBack)
  }

  const onKey = (action: KeyAction, focused: Element | null): boolean => {
    if (action === 'takeBack') {
      takeBackLast()
      return true
    }
    if (action === 'oldest') {
      onOldest()
      return true
    }
    if (action === 'filter') {
      document.querySelector<HTMLElement>('[data-quick-filter]')?.focus()
      return true
    }
    const rowId = rowOf(focused)
    const isFromDetail = rowId === null && isInDetail(focused)
    const id = rowId ?? (isFromDetail ? openedId : undefined)
    const first = rows[0]?.item.id
    if (id === undefined) {
      // Without a focused row only moving makes sense: it focuses one.
      if ((action !== 'down' && action !== 'next') || first === undefined || openedId !== undefined) return false
      list.current?.focusRow(first)
      return true
    }
    const item = itemOf(id)
    if (!item) return false
    switch (action) {
      case 'down':
      case 'up': {
        const at = rows.findIndex((row) => row.item.id === id)
        const to = rows[at + (action === 'down' ? 1 : -1)]?.item.id
        if (to !== undefined) goTo(to, isFromDetail)
        return true
      }
      case 'open':
        void navigate(linkTo(id))
        return true
      case 'select':
        onChoose(id, false)
        return true
      case 'next':
        goTo(nextAfter(id), isFromDetail)
        return true
      case 'approve':
      case 'reject':
        ask(action, item, isFromDetail)
        return true
      case 'forward':
      case 'snooze':
        if (!item.isOpen) announce(messages.triage.notOpen)
        else {
          const items = meant(item)
          if (action === 'forward') setDialogue({ kind: action, items })
          else setDialogue({ kind: action, items, onward: { id: nextAfter(id, items), isFromDetail } })
        }
        return true
      default:
        return false
    }
  }

  // What is offered keeps its identity while the same work item is open; what it does is always the newest.
  const latest = useRef({ onKey, ask, itemOf, setAside })
  // Before the paint: whoever sees the work item may press a key.
  useLayoutEffect(() => {
    latest.current = { onKey, ask, itemOf, setAside }
  })
  const onOpened = useCallback(
    (act: (item: WorkItem) => void) => {
      const item = openedId === undefined ? undefined : latest.current.itemOf(openedId)
      if (item) act(item)
    },
    [openedId],
  )
  const itemActs = useMemo<readonly PageAct<KeyAction>[]>(() => {
    if (openedId === undefined) return []
    return [
      { id: 'approve', run: () => onOpened((item) => latest.current.ask('approve', item, true)) },
      { id: 'reject', run: () => onOpened((item) => latest.current.ask('reject', item, true)) },
      { id: 'forward', run: () => onOpened((item) => setDialogue({ kind: 'forward', items: [item] })) },
      { id: 'snooze', run: () => onOpened((item) => latest.current.setAside(item)) },
    ]
  }, [openedId, onOpened])
  const pressed = useCallback<PageOffer['onKey']>((action, focused) => latest.current.onKey(action, focused), [])

  return {
    /** What a key does; always the same function. */
    onKey: pressed,
    /** What can be done with the opened work item. */
    itemActs,
    asked,
    confirm,
    cancel,
    dialogue,
    show: setDialogue,
    closeDialogue: () => setDialogue(null),
    /** What the dialogue was about is set aside: as after a decision. */
    moveOn: () => {
      if (dialogue?.kind !== 'snooze' || !dialogue.onward) return
      const { id, isFromDetail } = dialogue.onward
      if (!isFromDetail && id !== null) setMovedOn({ to: id })
      if (isFromDetail && settings.afterDecision === 'next') goTo(id, true)
      if (isFromDetail && settings.afterDecision === 'back') backToList()
    },
    /** The work item after the opened one that still waits; the first of all when none is open. */
    following: openedId === undefined ? (rows[0]?.item.id ?? null) : nextAfter(openedId),
    /** Asks until when the opened work item is to be set aside. */
    setAside,
    /** From an opened work item to its row. */
    backToList,
    /** From an opened work item to the one after it, or to the list. */
    leave: (id: string) => {
      const next = nextAfter(id)
      void navigate(next === null ? listAddress : linkTo(next))
    },
  }
}
