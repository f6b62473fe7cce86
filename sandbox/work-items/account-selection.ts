import { isDeepStrictEqual } from 'node:util'
import { fieldsOf, readWorkItemForm } from '#contract/work-item-form.ts'
import type { FormField } from '#contract/work-item-form.ts'
import type { Ruling } from '../rulings.ts'
import type { RuledWorkItem } from './rules.ts'

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

function problemWith(field: FormField, name: string, value: unknown): string | undefined {
  if (isBlank(value)) return field.required ? `${name} is required.` : undefined
  const allowed = field.allowedValues
  // Without a list of choices the field takes any text.
  if (allowed.length === 0) return typeof value === 'string' ? undefined : `${name} must be a text.`
  const chosen = field.displayType === 'checkbox' && Array.isArray(value) ? value : [value]
  const stranger = chosen.some((one) => !allowed.some((choice) => isDeepStrictEqual(choice.value, one)))
  return stranger ? `${name} has a value that is not among the allowed ones.` : undefined
}

/**
 * Holds an answer against an open work item's form: every required field, allowed values only, no unknown field. `answers` is a Map, so
 * that a field called `__proto__` is data like any other. Refusals name the field.
 */
export function ruleAccountSelection(item: RuledWorkItem, answers: ReadonlyMap<string, unknown>): Ruling<{ state: 'Finished' }> {
  if (!item.isOpen) return { refused: 'The work item is no longer open.' }
  const form = readWorkItemForm(item.form)
  const fields = new Map(
    (form ? fieldsOf(form) : []).flatMap((field) => (field.name === null ? [] : [[field.name, field] as const])),
  )
  if (fields.size === 0) return { refused: 'The work item has no account selection form.' }
  for (const name of answers.keys())
    if (!fields.has(name)) return { refused: `${name.slice(0, 128)} is not a field of the form.` }
  for (const [name, field] of fields) {
    const problem = problemWith(field, name, answers.get(name))
    if (problem) return { refused: problem }
  }
  return { state: 'Finished' }
}
