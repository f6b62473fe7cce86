import { styled } from '#src/ui/styled.ts'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { countConditions, plainIdentities, textFields } from '#src/lib/identity-params.ts'
import type { IdentityListParams, TextField } from '#src/lib/identity-params.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { ClearButton } from '#src/ui/ClearButton.tsx'
import { ChipButton } from '#src/ui/ChipButton.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { Popover } from '#src/ui/Popover.tsx'
import { useIdentitiesTexts } from '../texts.ts'
import { Choices } from './Choices.tsx'
import { TextConditionForm } from './TextConditionForm.tsx'
import type { ChangeList } from './use-identity-params.ts'

const Row = styled('fieldset')(({ theme }) => ({
  margin: 0,
  padding: 0,
  border: 0,
  minWidth: 0,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1),
  '& > button': { maxWidth: 240 },
  '@media (pointer: coarse)': { gap: theme.spacing(1.5), '& > button': { minHeight: 36, borderRadius: 18 } },
}))

interface Props {
  readonly params: IdentityListParams
  readonly onChange: ChangeList
}

type Panel = 'status' | 'processing' | 'protected' | 'crowd' | 'more' | TextField

interface Chip {
  readonly panel: Panel
  readonly name: string
  /** What is chosen, in words; nothing chosen is no text. */
  readonly values: readonly string[]
  readonly text?: string
}

/** The tenant's own filters as chips, and the way to each. */
export function FilterChips({ params, onChange }: Props) {
  const messages = useMessages()
  const { chips: words, status } = useIdentitiesTexts()
  const [open, setOpen] = useState<{ readonly panel: Panel; readonly anchor: HTMLElement } | null>(null)
  const close = () => setOpen(null)
  const { where } = params

  const chips: Chip[] = [
    { panel: 'status', name: words.status, values: params.status.map((raw) => visibleText(status(raw))) },
    {
      panel: 'processing',
      name: words.processing,
      values: params.processing.map((raw) => (raw === 'OK' || raw === 'ERROR' ? words.processings[raw] : visibleText(raw))),
    },
    {
      panel: 'protected',
      name: words.protected,
      values: params.isProtected === null ? [] : [words.protections[params.isProtected ? 'yes' : 'no']],
    },
    { panel: 'crowd', name: words.crowd, values: params.crowd === 'correlated' ? [] : [words.crowds[params.crowd]] },
    ...textFields.flatMap((field): Chip[] => {
      const condition = where[field]
      if (!condition) return []
      const values = condition.values.map(visibleText)
      return [{ panel: field, name: words.fields[field], values, text: words.text(field, condition.how, values) }]
    }),
    { panel: 'more', name: words.more, values: [] },
  ]
  const shownText = ({ name, values, text }: Chip) => {
    const [first, ...others] = values
    if (text !== undefined) return text
    return first === undefined ? name : messages.facets.chosen(first, others.length)
  }
  const opened = chips.find(({ panel }) => panel === open?.panel)
  return (
    <>
      <Row aria-label={words.label}>
        {chips.map((chip) => (
          <ChipButton
            key={chip.panel}
            type="button"
            aria-haspopup="dialog"
            aria-expanded={open?.panel === chip.panel}
            aria-label={chip.values.length === 0 ? chip.name : (chip.text ?? words.spoken(chip.name, chip.values))}
            data-chosen={chip.values.length === 0 ? undefined : ''}
            onClick={({ currentTarget }) =>
              setOpen((before) => (before?.panel === chip.panel ? null : { panel: chip.panel, anchor: currentTarget }))
            }
          >
            {chip.panel === 'more' && <Icon name="plus" size={12} />}
            <span>{shownText(chip)}</span>
            {chip.panel !== 'more' && <Icon name="down" size={12} />}
          </ChipButton>
        ))}
        {countConditions(params) > 0 && (
          <ClearButton
            label={words.clearAll}
            text={words.clear}
            onClick={() =>
              onChange({
                where: {},
                status: [],
                processing: [],
                isProtected: null,
                crowd: plainIdentities.crowd,
              })
            }
          />
        )}
      </Row>
      {open && opened && (
        <Popover key={open.panel} anchor={open.anchor} label={opened.name} onClose={close}>
          {panelOf(open.panel)}
        </Popover>
      )}
    </>
  )

  function panelOf(panel: Panel): ReactNode {
    switch (panel) {
      case 'status':
      case 'processing':
      case 'protected':
      case 'crowd':
        return <Choices of={panel} params={params} onChange={onChange} />
      case 'more':
        return <TextConditionForm field={null} where={where} onChange={(next) => onChange({ where: next })} onClose={close} />
      default:
        return <TextConditionForm field={panel} where={where} onChange={(next) => onChange({ where: next })} onClose={close} />
    }
  }
}
