import { styled } from '#src/ui/styled.ts'
import { Suspense, lazy, memo, useCallback, useState } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import { fetchAhead } from '#src/lib/fetch-ahead.ts'
import type { AgeBounds } from '#src/lib/age-buckets.ts'
import { valuesIn } from '#src/lib/list-filter.ts'
import { factsOf } from '#src/lib/item-facts.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { countFacets, facetNames } from '#src/lib/search-params.ts'
import type { FacetName, Facets, ListParams } from '#src/lib/search-params.ts'
import { Button } from '#src/ui/Button.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { narrow, useMedia } from '#src/ui/use-media.ts'
import { ChipButton } from '#src/ui/ChipButton.tsx'
import { ClearFilters } from './ClearFilters.tsx'
import { valueText } from './facet-words.ts'

const load = () => import('./FilterPanels.tsx')
const FacetPopover = lazy(async () => ({ default: (await load()).FacetPopover }))
const FilterSheet = lazy(async () => ({ default: (await load()).FilterSheet }))

const Row = styled('fieldset')(({ theme }) => ({
  margin: 0,
  padding: 0,
  border: 0,
  minWidth: 0,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1),
  // What is chosen is longer than the name it stands for: room for it, so that the list does not move.
  '&[data-narrowed] > button:not([data-chosen]) > span + svg': { display: 'none' },
}))

export interface FilterBarProps {
  readonly params: ListParams
  readonly onChange: (part: Partial<ListParams>) => void
  /** What there is to narrow down. */
  readonly items: readonly WorkItem[]
  readonly bounds: AgeBounds
  readonly isWhole: boolean
  /** How many are shown as it stands. */
  readonly shown: number
}

type Panel = FacetName | 'sheet'

/** What narrows the list: chips, or one button that opens a sheet where it is narrow. */
export function FilterBar(props: FilterBarProps) {
  const { params, onChange, items, bounds } = props
  const [open, setOpen] = useState<{ readonly panel: Panel; readonly anchor: HTMLElement } | null>(null)
  const close = () => setOpen(null)
  const toggle = useCallback(
    (panel: Panel, anchor: HTMLElement) => setOpen((before) => (before?.panel === panel ? null : { panel, anchor })),
    [],
  )
  return (
    <>
      <Chips
        facets={params.facets}
        onChange={onChange}
        items={items}
        bounds={bounds}
        opened={open?.panel ?? null}
        onToggle={toggle}
      />
      {open && (
        <Suspense>
          {open.panel === 'sheet' ? (
            <FilterSheet {...props} onClose={close} />
          ) : (
            <FacetPopover {...props} key={open.panel} name={open.panel} anchor={open.anchor} onClose={close} />
          )}
        </Suspense>
      )}
    </>
  )
}

interface ChipsProps extends Pick<FilterBarProps, 'onChange' | 'items' | 'bounds'> {
  readonly facets: Facets
  readonly opened: Panel | null
  readonly onToggle: (panel: Panel, anchor: HTMLElement) => void
}

/** What is chosen; how many match is not told here, so that typing leaves it alone. */
const Chips = memo(function Chips({ facets, onChange, items, bounds, opened, onToggle }: ChipsProps) {
  const messages = useMessages()
  const { facets: words } = messages
  const isNarrow = useMedia(narrow)

  const valuesOf = (name: FacetName) =>
    facets[name].map((value) =>
      valueText(messages, name, value, items.find((item) => valuesIn(factsOf(item), name, bounds).includes(value)) ?? null),
    )
  const chip = (name: FacetName) => {
    const values = valuesOf(name)
    const [first] = values
    return (
      <ChipButton
        key={name}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={opened === name}
        aria-label={first === undefined ? words.names[name] : words.chipChosen(words.names[name], values)}
        data-chosen={first === undefined ? undefined : ''}
        onPointerEnter={() => fetchAhead(load)}
        onClick={({ currentTarget }) => onToggle(name, currentTarget)}
      >
        <span>{first === undefined ? words.names[name] : words.chosen(first, values.length - 1)}</span>
        <Icon name="down" size={12} />
      </ChipButton>
    )
  }
  return (
    <Row aria-label={words.label} data-narrowed={countFacets(facets) > 0 ? '' : undefined}>
      {isNarrow ? (
        <>
          <Button variant="outlined" aria-haspopup="dialog" onClick={({ currentTarget }) => onToggle('sheet', currentTarget)}>
            <Icon name="filter" size={14} />
            {words.button(countFacets(facets))}
          </Button>
          <ClearFilters facets={facets} onChange={onChange} />
        </>
      ) : (
        facetNames.map(chip)
      )}
    </Row>
  )
})
