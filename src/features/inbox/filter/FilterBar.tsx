import { styled } from '@mui/material/styles'
import { Suspense, lazy, useState } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import type { AgeBounds } from '#src/lib/age-buckets.ts'
import { valuesIn } from '#src/lib/list-filter.ts'
import { factsOf } from '#src/lib/item-facts.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { countFacets, facetNames } from '#src/lib/search-params.ts'
import type { FacetName, ListParams } from '#src/lib/search-params.ts'
import { Button } from '#src/ui/Button.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { narrow, useMedia } from '#src/ui/use-media.ts'
import { valueText } from './facet-words.ts'

const load = () => import('./FilterPanels.tsx')
const FacetPopover = lazy(async () => ({ default: (await load()).FacetPopover }))
const ArrangePopover = lazy(async () => ({ default: (await load()).ArrangePopover }))
const FilterSheet = lazy(async () => ({ default: (await load()).FilterSheet }))

const Row = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1),
  '& > [data-last]': { marginLeft: 'auto' },
}))

const Chip = styled('button')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'inline-flex',
  alignItems: 'center',
  gap: theme.spacing(0.5),
  minHeight: 26,
  maxWidth: 168,
  padding: theme.spacing(0, 1.5, 0, 2),
  border: `1px solid ${theme.vars.palette.divider}`,
  borderRadius: 13,
  color: theme.vars.palette.text.secondary,
  background: 'none',
  fontFamily: 'inherit',
  fontWeight: 500,
  cursor: 'pointer',
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '&:hover, &[aria-expanded=true]': { background: theme.vars.palette.surface.hover, color: theme.vars.palette.text.primary },
  '&[data-chosen]': {
    color: theme.vars.palette.primary.main,
    borderColor: 'transparent',
    background: theme.vars.palette.surface.selected,
  },
  '&[data-last]': { borderColor: 'transparent', borderRadius: 6 },
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

type Panel = FacetName | 'arrange' | 'sheet'

/** What narrows the list and in which order it stands: chips, or one button that opens a sheet where it is narrow. */
export function FilterBar(props: FilterBarProps) {
  const { params, onChange, items, bounds } = props
  const messages = useMessages()
  const { facets: words, arrange } = messages
  const isNarrow = useMedia(narrow)
  const [open, setOpen] = useState<{ readonly panel: Panel; readonly anchor: HTMLElement } | null>(null)
  const close = () => setOpen(null)
  const toggle = (panel: Panel, anchor: HTMLElement) => setOpen((before) => (before?.panel === panel ? null : { panel, anchor }))
  const chosen = countFacets(params.facets)
  const arranged = arrange.button(arrange.sorts[params.sort], params.group === null ? null : arrange.groups[params.group])

  const valuesOf = (name: FacetName) =>
    params.facets[name].map((value) =>
      valueText(messages, name, value, items.find((item) => valuesIn(factsOf(item), name, bounds).includes(value)) ?? null),
    )
  const chip = (name: FacetName) => {
    const values = valuesOf(name)
    const [first] = values
    return (
      <Chip
        key={name}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open?.panel === name}
        aria-label={first === undefined ? words.names[name] : words.chipChosen(words.names[name], values)}
        data-chosen={first === undefined ? undefined : ''}
        onPointerEnter={() => void load()}
        onClick={({ currentTarget }) => toggle(name, currentTarget)}
      >
        <span>{first === undefined ? words.names[name] : words.chosen(first, values.length - 1)}</span>
        <Icon name="down" size={12} />
      </Chip>
    )
  }
  return (
    <>
      <Row role="group" aria-label={words.label}>
        {isNarrow ? (
          <Button variant="outlined" aria-haspopup="dialog" onClick={({ currentTarget }) => toggle('sheet', currentTarget)}>
            <Icon name="filter" size={14} />
            {words.button(chosen)}
          </Button>
        ) : (
          facetNames.map(chip)
        )}
        {chosen > 0 && (
          <Button
            variant="text"
            onClick={() => onChange({ facets: { type: [], source: [], operation: [], requester: [], age: [] } })}
            sx={{ minHeight: 26, px: 1.5, fontSize: '0.75rem', color: 'text.secondary' }}
          >
            {words.clearAll}
          </Button>
        )}
        {!isNarrow && (
          <Chip
            type="button"
            data-last=""
            aria-haspopup="dialog"
            aria-expanded={open?.panel === 'arrange'}
            aria-label={`${arrange.buttonName}: ${arranged}`}
            onPointerEnter={() => void load()}
            onClick={({ currentTarget }) => toggle('arrange', currentTarget)}
          >
            <Icon name="sort" size={12} />
            <span>{arranged}</span>
          </Chip>
        )}
      </Row>
      {open && (
        <Suspense>
          {open.panel === 'arrange' ? (
            <ArrangePopover {...props} anchor={open.anchor} onClose={close} />
          ) : open.panel === 'sheet' ? (
            <FilterSheet {...props} onClose={close} />
          ) : (
            <FacetPopover {...props} key={open.panel} name={open.panel} anchor={open.anchor} onClose={close} />
          )}
        </Suspense>
      )}
    </>
  )
}
