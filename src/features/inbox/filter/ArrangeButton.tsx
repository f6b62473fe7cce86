import { Suspense, lazy, useState } from 'react'
import { fetchAhead } from '#src/lib/fetch-ahead.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { ChipButton } from '#src/ui/ChipButton.tsx'
import type { FilterBarProps } from './FilterBar.tsx'

const load = () => import('./FilterPanels.tsx')
const ArrangePopover = lazy(async () => ({ default: (await load()).ArrangePopover }))

/** In which order the list stands and how it is grouped; opens the choice. */
export function ArrangeButton(props: FilterBarProps) {
  const { arrange } = useMessages()
  const { sort, group } = props.params
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const arranged = arrange.button(arrange.sorts[sort], group === null ? null : arrange.by[group])
  return (
    <>
      <ChipButton
        type="button"
        data-plain=""
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={`${arrange.buttonName}: ${arranged}`}
        onPointerEnter={() => fetchAhead(load)}
        onClick={({ currentTarget }) => setAnchor((before) => (before ? null : currentTarget))}
      >
        <Icon name="sort" size={12} />
        <span>{arranged}</span>
      </ChipButton>
      {anchor && (
        <Suspense>
          <ArrangePopover {...props} anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  )
}
