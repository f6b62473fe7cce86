import { styled } from '#src/ui/styled.ts'
import { useState } from 'react'
import { identitySorterFields } from '#contract/sorters.ts'
import type { IdentitySort } from '#src/lib/identity-params.ts'
import { ChipButton } from '#src/ui/ChipButton.tsx'
import { ChoiceRow } from '#src/ui/ChoiceRow.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { Popover } from '#src/ui/Popover.tsx'
import { useQuickChoice } from '#src/ui/use-quick-choice.ts'
import { useIdentitiesTexts } from '../texts.ts'

const Frame = styled('fieldset')(({ theme }) => ({
  margin: 0,
  padding: 0,
  border: 0,
  '& > legend': { ...theme.typography.caption, padding: theme.spacing(0.5, 2), fontWeight: 600 },
}))

interface Props {
  readonly sort: IdentitySort
  readonly onSort: (sort: IdentitySort) => void
}

/** The order, where there are no columns whose heads could be pressed. */
export function SortChip({ sort, onSort }: Props) {
  const { sort: words } = useIdentitiesTexts()
  const [chosen, choose] = useQuickChoice(sort, onSort)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <ChipButton
        type="button"
        data-plain=""
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-label={words.spoken(words.fields[sort.field], sort.descending)}
        onClick={({ currentTarget }) => setAnchor((before) => (before ? null : currentTarget))}
      >
        <Icon name="sort" size={12} />
        <span>{words.button(words.fields[sort.field], sort.descending)}</span>
      </ChipButton>
      {anchor && (
        <Popover isAtEnd anchor={anchor} label={words.label} onClose={() => setAnchor(null)}>
          <Frame>
            <legend>{words.label}</legend>
            {identitySorterFields.flatMap((field) =>
              [false, true].map((descending) => (
                <ChoiceRow key={`${field}${String(descending)}`}>
                  <input
                    type="radio"
                    name="sort"
                    checked={chosen.field === field && chosen.descending === descending}
                    onChange={() => choose({ field, descending })}
                  />
                  {words.fields[field]}, {descending ? words.descending : words.ascending}
                </ChoiceRow>
              )),
            )}
          </Frame>
        </Popover>
      )}
    </>
  )
}
