import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { Identity } from '#contract/identity.ts'
import { viewQueries } from '#src/api/desk-keeps.ts'
import { identityQueries } from '#src/api/identities.ts'
import { workItemQueries } from '#src/api/work-items.ts'
import type { WorkItemList } from '#src/api/work-items.ts'
import { keySheet } from '#src/components/overlays.ts'
import { usePageOffer } from '#src/components/page-acts.ts'
import { useSession } from '#src/components/session-context.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { themeChoices } from '#src/lib/settings.ts'
import { noFacets, plainList, writeListParams } from '#src/lib/search-params.ts'
import type { ListParams } from '#src/lib/search-params.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { useSettled } from '#src/ui/use-settled.ts'
import { useLook } from './look.ts'
import { choicesFor, itemsFor, mostItems } from './palette-choices.ts'
import type { PaletteChoice } from './palette-choices.ts'
import { useKeyTexts } from './key-words.ts'
import { usePaletteTexts } from './palette-words.ts'

const noPeople: readonly Identity[] = []
/** People are asked for from this many letters on. */
const enoughLetters = 2

/** Everything the palette offers for a text: acts on the opened work item, places, views, loaded work items, people. */
export function usePaletteChoices(text: string): readonly PaletteChoice[] {
  const messages = useMessages()
  const words = usePaletteTexts()
  const { acts: actWords } = useKeyTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { authorities } = useSession()
  const offer = usePageOffer()
  const [, chooseLook] = useLook()
  const { data: views } = useQuery(viewQueries.all())
  const settled = useSettled(text.trim(), 250)
  const { data: people = noPeople } = useQuery({
    ...identityQueries.search(settled),
    enabled: settled.length >= enoughLetters,
    retry: false,
  })

  const fixed = useMemo(() => {
    const go = (id: string, label: string, address: string): PaletteChoice => ({
      id: `go ${id}`,
      group: 'go',
      text: label,
      run: () => void navigate(address),
    })
    const list = (part: Partial<ListParams>) => `${paths.inbox}${writeListParams({ ...plainList, ...part })}`
    return [
      ...(offer?.acts ?? []).map(({ id, run }): PaletteChoice => ({ id: `act ${id}`, group: 'acts', text: actWords[id], run })),
      ...(offer?.listActs ?? []).map(({ id, run }): PaletteChoice => ({
        id: `list ${id}`,
        group: 'list',
        text: words.listActs[id],
        run,
      })),
      go('inbox', words.inbox, paths.inbox),
      go('completed', words.completed, paths.completed),
      go('identities', words.identities, paths.identities),
      go('activity', words.activity, paths.activity),
      go('receipts', words.receipts, paths.receipts),
      go('snoozed', words.snoozed, list({ scope: 'snoozed' })),
      go('oldest', words.oldest, list({ sort: 'oldest' })),
      go('person', words.byPerson, list({ group: 'person' })),
      ...themeChoices.map((choice): PaletteChoice => ({
        id: `look ${choice}`,
        group: 'settings',
        text: words.looks[choice],
        run: () => chooseLook(choice),
      })),
      { id: 'go keys', group: 'go', text: words.keys, run: () => keySheet.show(true) } satisfies PaletteChoice,
      ...(views ?? []).map(({ id, name, query }): PaletteChoice => ({
        id: `view ${id}`,
        group: 'views',
        text: visibleText(name),
        run: () => void navigate(`${paths.inbox}${query === '' ? '' : `?${query}`}`),
      })),
    ]
  }, [offer, views, words, actWords, navigate, chooseLook])

  const found = useMemo((): PaletteChoice[] => {
    const lists = (['open', 'completed'] as const).flatMap((kind) =>
      client
        .getQueriesData<WorkItemList>({ queryKey: workItemQueries.lists(kind) })
        .flatMap(([, list]) => (list ? [list.items] : [])),
    )
    const items = itemsFor(text, lists).map((item): PaletteChoice => ({
      id: `item ${item.id}`,
      group: 'items',
      text: visibleText(item.name ?? item.description ?? messages.unnamed),
      ...(item.requester?.name && { detail: messages.list.rowRequester(visibleText(item.requester.name)) }),
      run: () => void navigate(item.isOpen ? paths.inboxItem(item.id) : paths.completedItem(item.id)),
    }))
    if (items.length < mostItems) return items
    const address = `${paths.inbox}${writeListParams({ ...plainList, query: text.trim() })}`
    return [...items, { id: 'items all', group: 'items', text: words.allItems(text.trim()), run: () => void navigate(address) }]
  }, [text, client, messages, words, navigate])

  const persons = people.slice(0, 6).flatMap((person): PaletteChoice[] => {
    const name = visibleText(person.name ?? person.alias ?? person.id)
    const detail = visibleText([person.alias, person.email].flatMap((fact) => fact ?? []).join(' · '))
    const asked = writeListParams({ ...plainList, facets: { ...noFacets, requester: [person.id] } })
    const owned = writeListParams({ ...plainList, owner: person.id })
    const choice = (id: string, label: string, to: string): PaletteChoice => ({
      id: `${id} ${person.id}`,
      group: 'people',
      text: label,
      detail,
      run: () => void navigate(to),
    })
    return [
      choice('person', name, paths.identity(person.id)),
      choice('asked', words.askedBy(name), `${paths.inbox}${asked}`),
      ...(authorities.includes('ORG_ADMIN') ? [choice('list', words.listOf(name), `${paths.inbox}${owned}`)] : []),
    ]
  })
  return [
    ...(text.trim() === '' ? fixed : choicesFor(text, fixed)),
    ...found,
    ...(text.trim().length >= enoughLetters ? persons : []),
  ]
}
