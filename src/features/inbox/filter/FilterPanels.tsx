import { styled } from '#src/ui/styled.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { facetNames, groupings, noFacets, sorts } from '#src/lib/search-params.ts'
import type { FacetName } from '#src/lib/search-params.ts'
import { Button } from '#src/ui/Button.tsx'
import { ChoiceRow } from '#src/ui/ChoiceRow.ts'
import { Dialog } from '#src/ui/Dialog.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { Popover } from '#src/ui/Popover.tsx'
import { useQuickChoice } from '#src/ui/use-quick-choice.ts'
import { FacetValues } from './FacetValues.tsx'
import type { FilterBarProps } from './FilterBar.tsx'
import { useFilterTexts } from './filter-words.ts'

interface Hung {
  readonly anchor: HTMLElement
  readonly onClose: () => void
}

/** The values of one facet, under its chip. */
export function FacetPopover(props: FilterBarProps & Hung & { readonly name: FacetName }) {
  const { facets } = useMessages()
  return (
    <Popover anchor={props.anchor} label={facets.names[props.name]} onClose={props.onClose}>
      <FacetValues {...props} />
    </Popover>
  )
}

const Group = styled('fieldset')(({ theme }) => ({
  margin: 0,
  padding: theme.spacing(1, 0),
  border: 0,
  minWidth: 0,
  '& + &': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  '& > legend': { ...theme.typography.caption, float: 'left', width: '100%', padding: theme.spacing(0.5, 2), fontWeight: 600 },
  // Under the legend, which is out of the flow.
  '& > label': { clear: 'both' },
}))

function Arrangement({ params, onChange }: FilterBarProps) {
  const { arrange } = useMessages()
  const words = useFilterTexts()
  const [chosenSort, chooseSort] = useQuickChoice(params.sort, (sort) => onChange({ sort }))
  const [chosenGroup, chooseGroup] = useQuickChoice(params.group, (group) => onChange({ group }))
  return (
    <>
      <Group>
        <legend>{words.sort}</legend>
        {sorts.map((sort) => (
          <ChoiceRow key={sort}>
            <input type="radio" name="sort" checked={chosenSort === sort} onChange={() => chooseSort(sort)} />
            {arrange.sorts[sort]}
          </ChoiceRow>
        ))}
      </Group>
      <Group>
        <legend>{words.group}</legend>
        {[null, ...groupings].map((group) => (
          <ChoiceRow key={group ?? 'none'}>
            <input type="radio" name="group" checked={chosenGroup === group} onChange={() => chooseGroup(group)} />
            {group === null ? words.noGroup : words.groups[group]}
          </ChoiceRow>
        ))}
      </Group>
    </>
  )
}

/** The order and the groups, under their button. */
export function ArrangePopover(props: FilterBarProps & Hung) {
  const { arrange } = useMessages()
  return (
    <Popover isAtEnd anchor={props.anchor} label={arrange.buttonName} onClose={props.onClose}>
      <Arrangement {...props} />
    </Popover>
  )
}

const Sections = styled('div')(({ theme }) => ({
  marginTop: theme.spacing(2),
  '& > details': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  '& summary': {
    ...theme.typography.body2,
    display: 'flex',
    alignItems: 'center',
    minHeight: 48,
    fontWeight: 560,
    cursor: 'pointer',
  },
  '& summary > svg': { marginRight: theme.spacing(2), transform: 'rotate(-90deg)', color: theme.vars.palette.text.secondary },
  '& details[open] > summary > svg': { transform: 'none' },
  '& summary > small': { marginLeft: 'auto', fontSize: '0.75rem', color: theme.vars.palette.primary.main },
}))

const Foot = styled('div')(({ theme }) => ({
  position: 'sticky',
  bottom: theme.spacing(-5),
  display: 'grid',
  gridTemplateColumns: 'auto 1fr',
  gap: theme.spacing(2),
  margin: theme.spacing(3, -5, -5),
  padding: theme.spacing(3, 5, 4),
  background: theme.vars.palette.background.paper,
  borderTop: `1px solid ${theme.vars.palette.divider}`,
}))

/** Everything at once, at the bottom edge of a phone. */
export function FilterSheet(props: FilterBarProps & { readonly onClose: () => void }) {
  const { facets: words, arrange } = useMessages()
  const { show } = useFilterTexts()
  const { params, onChange, shown, onClose } = props
  return (
    <Dialog title={words.button(0)} onClose={onClose} isSheet>
      <Sections>
        {facetNames.map((name) => (
          <details key={name} open={params.facets[name].length > 0}>
            <summary>
              <Icon name="down" size={14} />
              {words.names[name]}
              {params.facets[name].length > 0 && <small data-figures="">{params.facets[name].length}</small>}
            </summary>
            <FacetValues {...props} name={name} />
          </details>
        ))}
        <details>
          <summary>
            <Icon name="down" size={14} />
            {arrange.buttonName}
            <small>{arrange.button(arrange.sorts[params.sort], params.group === null ? null : arrange.by[params.group])}</small>
          </summary>
          <Arrangement {...props} />
        </details>
      </Sections>
      <Foot>
        <Button variant="outlined" onClick={() => onChange({ facets: noFacets })}>
          {words.clear}
        </Button>
        <Button variant="contained" onClick={onClose}>
          {show(shown)}
        </Button>
      </Foot>
    </Dialog>
  )
}
