import { styled } from '#src/ui/styled.ts'
import { useMemo, useState } from 'react'
import { ageBuckets } from '#src/lib/age-buckets.ts'
import { countValues } from '#src/lib/list-filter.ts'
import type { ValueCount } from '#src/lib/list-filter.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { toggleValue } from '#src/lib/search-params.ts'
import type { FacetName } from '#src/lib/search-params.ts'
import { ChoiceRow } from '#src/ui/ChoiceRow.ts'
import { useQuickChoice } from '#src/ui/use-quick-choice.ts'
import { valueText } from './facet-words.ts'
import type { FilterBarProps } from './FilterBar.tsx'
import { RequesterName } from './RequesterName.tsx'
import { useFilterTexts } from './filter-words.ts'

const Frame = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(0.5),
  '& > input[type=search]': {
    font: 'inherit',
    fontSize: '0.8125rem',
    height: 32,
    width: '100%',
    marginBottom: theme.spacing(1),
    padding: theme.spacing(0, 2),
    border: `1px solid ${theme.vars.palette.divider}`,
    borderRadius: 5,
    color: 'inherit',
    background: theme.vars.palette.background.default,
    '@media (pointer: coarse)': { height: 44, fontSize: '1rem' },
  },
  '& > p': { ...theme.typography.caption, margin: theme.spacing(1, 2), color: theme.vars.palette.text.secondary },
}))

/** More values than this get a field to find them by. */
const manyValues = 9
const mostShown = 60

/** The values of one facet with their counts. */
export function FacetValues({ name, params, onChange, items, bounds, isWhole }: FilterBarProps & { readonly name: FacetName }) {
  const messages = useMessages()
  const { names } = messages.facets
  const words = useFilterTexts()
  const [text, setText] = useState('')
  const { query } = params
  const [facets, choose] = useQuickChoice(params.facets, (next) => onChange({ facets: next }))
  const counts = useMemo(
    () => countValues(items, name, { facets: params.facets, query, bounds }),
    [items, name, params.facets, query, bounds],
  )
  // Ticking a box must not move it.
  const [order] = useState(() => new Map(counts.map(({ value }, index) => [value, index])))
  const named = inOrder(name, counts, order).map((each) => ({
    ...each,
    text: valueText(messages, name, each.value, each.sample),
  }))
  const sought = text.trim().toLowerCase()
  const found = sought === '' ? named : named.filter((each) => each.text.toLowerCase().includes(sought))
  return (
    <Frame>
      {named.length > manyValues && (
        <input
          type="search"
          value={text}
          aria-label={words.find(names[name])}
          placeholder={words.find(names[name])}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
        />
      )}
      {found.slice(0, mostShown).map((each) => (
        <ChoiceRow key={each.value}>
          <input
            type="checkbox"
            checked={facets[name].includes(each.value)}
            onChange={() => choose(toggleValue(facets, name, each.value))}
          />
          {name === 'requester' && each.value !== '' ? (
            <RequesterName
              id={each.value}
              text={each.text}
              hasNamesakes={named.some((other) => other !== each && other.text === each.text)}
            />
          ) : (
            <span title={each.text}>{each.text}</span>
          )}
          <small data-figures="">{messages.summary.number(each.count)}</small>
        </ChoiceRow>
      ))}
      {found.length === 0 && <p>{words.nothing}</p>}
      {found.length > mostShown && <p>{words.onlyFirst(mostShown, found.length)}</p>}
      {!isWhole && <p>{words.soFar}</p>}
    </Frame>
  )
}

/** Ages in their own order; anything else as it stood when the panel was opened. */
function inOrder(name: FacetName, counts: readonly ValueCount[], order: ReadonlyMap<string, number>): readonly ValueCount[] {
  const rank = (value: string): number => {
    const bucket = name === 'age' ? ageBuckets.findIndex((each) => each === value) : -1
    return bucket >= 0 ? bucket : (order.get(value) ?? counts.length)
  }
  return counts.toSorted((a, b) => rank(a.value) - rank(b.value))
}
