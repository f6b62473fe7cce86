import { styled } from '#src/ui/styled.ts'
import { memo } from 'react'
import { useMessages } from '#src/lib/messages/context.tsx'
import { SearchField } from '#src/ui/SearchField.tsx'
import { narrow, useMedia } from '#src/ui/use-media.ts'
import { ArrangeButton } from './filter/ArrangeButton.tsx'
import { ClearFilters } from './filter/ClearFilters.tsx'
import { FilterBar } from './filter/FilterBar.tsx'
import type { FilterBarProps } from './filter/FilterBar.tsx'
import { CountLine } from './list/CountLine.tsx'
import type { CountLineProps } from './list/CountLine.tsx'

const Frame = styled('div')(({ theme }) => ({
  display: 'grid',
  gap: theme.spacing(1.5),
  padding: theme.spacing(1, 4, 0.5),
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
}))

type FilterProps = Omit<FilterBarProps, 'shown'>
type CountProps = Omit<CountLineProps, 'shown' | 'children'>

interface RestProps extends FilterProps, CountProps {
  /** How many match. */
  readonly matching: number
  /** The same as the line tells it: without those that are gone, where nothing narrows. */
  readonly counted: number
}

interface Props extends RestProps {
  readonly typed: string
  readonly onType: (text: string) => void
}

/** The ways to narrow the list, and what it then holds. A key in the search box draws nothing but the box. */
export const ListTools = memo(function ListTools({ typed, onType, ...rest }: Props) {
  const { list } = useMessages()
  return (
    <Frame>
      <SearchField label={list.filter} placeholder={list.filterPlaceholder} text={typed} onChange={onType} />
      <Rest {...rest} />
    </Frame>
  )
})

const Rest = memo(function Rest(props: RestProps) {
  const { matching, counted, params, onChange, items, bounds, isWhole, view, isNarrowed, gap, reading, onUpdate } = props
  const isNarrow = useMedia(narrow)
  const filter = { params, onChange, items, bounds, isWhole, shown: matching }
  return (
    <>
      <FilterBar {...filter} />
      <CountLine view={view} shown={counted} isNarrowed={isNarrowed} gap={gap} reading={reading} onUpdate={onUpdate}>
        {!isNarrow && (
          <>
            <ClearFilters facets={params.facets} onChange={onChange} />
            <ArrangeButton {...filter} />
          </>
        )}
      </CountLine>
    </>
  )
})
