import { useMemo } from 'react'
import { useOfferActs } from '#src/components/page-acts.ts'
import type { PageOffer } from '#src/components/page-acts.ts'
import type { ListAct } from '#src/lib/list-act.ts'

type Options = Readonly<Record<Exclude<ListAct, 'forwardAll'>, () => void>> & {
  readonly onKey: PageOffer['onKey']
  /** What can be done with the opened work item. */
  readonly itemActs: PageOffer['acts']
  /** Null where there is nothing to forward, or not everything has been read. */
  readonly forwardAll: (() => void) | null
}

/** Offers to keys and to the palette what a list and its opened work item can do. Anew only where one of the functions is another. */
export function useListOffer({ onKey, itemActs, refresh, selectSeveral, forwardAll, saveView }: Options): void {
  const offer = useMemo<PageOffer>(
    () => ({
      onKey,
      acts: itemActs,
      listActs: [
        { id: 'refresh', run: refresh },
        { id: 'selectSeveral', run: selectSeveral },
        ...(forwardAll ? [{ id: 'forwardAll', run: forwardAll } as const] : []),
        { id: 'saveView', run: saveView },
      ],
    }),
    [onKey, itemActs, refresh, selectSeveral, forwardAll, saveView],
  )
  useOfferActs(offer)
}
