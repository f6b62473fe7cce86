import { styled } from '#src/ui/styled.ts'
import { jsonTextOf, scalarTextOf } from '#contract/json.ts'
import type { FormField, FormItem, WorkItemForm } from '#contract/work-item-form.ts'
import { useSession } from '#src/components/session-context.ts'
import { safeLink } from '#src/lib/paths.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { useWorkItemTexts } from './work-item-words.ts'

const Group = styled('div')(({ theme }) => ({
  overflowWrap: 'anywhere',
  '& h3': { ...theme.typography.body2, fontWeight: 600, margin: theme.spacing(3, 0, 1) },
  '& > div > div': { paddingLeft: theme.spacing(4), borderLeft: `1px solid ${theme.vars.palette.divider}` },
  '& p': { ...theme.typography.body2, margin: theme.spacing(1, 0) },
  '& ul': { ...theme.typography.body2, margin: theme.spacing(1, 0, 3), paddingLeft: theme.spacing(5) },
  '& small': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
  '& a': { color: theme.vars.palette.primary.main },
}))

/** The questions of a form, to be read: of a closed work item, or of one that can only be answered in the tenant. */
export function FormQuestions({ form, isOpen }: { readonly form: WorkItemForm; readonly isOpen: boolean }) {
  const { form: words } = useWorkItemTexts()
  const { tenant } = useSession()
  const link = safeLink(tenant.url)
  const heading = form.title ?? form.name
  return (
    <Group>
      {heading !== null && <p>{visibleText(heading)}</p>}
      {form.subtitle !== null && <small>{visibleText(form.subtitle)}</small>}
      <Items items={form.sections} />
      {isOpen && (
        <p>
          {words.elsewhere}{' '}
          {link && (
            <a href={link} target="_blank" rel="noopener noreferrer">
              {words.elsewhereLink} <Icon name="external" size={12} />
            </a>
          )}
        </p>
      )}
    </Group>
  )
}

function Items({ items }: { readonly items: readonly FormItem[] }) {
  return items.map((item, index) => {
    const key = `${index} ${item.name ?? ''}`
    if (item.kind === 'field') return <Question key={key} field={item} />
    return (
      <div key={key}>
        {item.label !== null && <h3>{visibleText(item.label)}</h3>}
        <Items items={item.items} />
      </div>
    )
  })
}

function Question({ field }: { readonly field: FormField }) {
  const { form: words } = useWorkItemTexts()
  const answer = field.value === null ? null : (scalarTextOf(field.value) ?? jsonTextOf(field.value))
  return (
    <div>
      <p>
        {visibleText(field.label ?? field.name ?? words.untitled)}{' '}
        <small>
          {[field.displayType, field.required ? words.required : null]
            .flatMap((text) => text ?? [])
            .map(visibleText)
            .join(', ')}
        </small>
      </p>
      {field.allowedValues.length > 0 ? (
        <ul aria-label={words.choices}>
          {field.allowedValues.map(({ label }, index) => (
            // Two choices may carry the same label, so the place is part of the key.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={`${index} ${label}`}>{visibleText(label)}</li>
          ))}
        </ul>
      ) : (
        <small>{words.noChoices}</small>
      )}
      {answer !== null && answer !== '[]' && (
        <p>
          <small>{words.answer}:</small> {visibleText(answer)}
        </p>
      )}
    </div>
  )
}
