import { isDeepStrictEqual } from 'node:util'
import type { RuledWorkItem, Ruling } from './rules.ts'

type Json = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

interface Field {
  name: string
  required: boolean
  multiple: boolean
  allowed: readonly unknown[]
}

/** The value one entry of `allowedValuesList` stands for, in any of the shapes of facts D6; an unknown entry stands for itself. */
export function allowedValue(entry: unknown): unknown {
  if (Array.isArray(entry) && entry.length === 2) return entry[1]
  if (!isRecord(entry)) return entry
  if ('value' in entry) return entry['value']
  if ('id' in entry) return entry['id']
  const values = Object.values(entry)
  return values.length === 1 ? values[0] : entry
}

/** All fields of a form, sections opened to any depth: what has `formItems` is a section, the rest are fields. */
export function fieldsOf(form: unknown): Field[] {
  const walk = (items: unknown): Field[] =>
    Array.isArray(items)
      ? items.filter(isRecord).flatMap((item) => ('formItems' in item ? walk(item['formItems']) : fieldOf(item)))
      : []
  return isRecord(form) ? walk(form['sections']) : []
}

function fieldOf(item: Json): Field[] {
  const name = item['name']
  if (typeof name !== 'string') return []
  const list = item['allowedValuesList']
  return [
    {
      name,
      required: item['required'] === true,
      multiple: item['displayType'] === 'checkbox',
      allowed: Array.isArray(list) ? list.map(allowedValue) : [],
    },
  ]
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

function problemWith(field: Field, value: unknown): string | undefined {
  if (isBlank(value)) return field.required ? `${field.name} is required.` : undefined
  // Without a list of choices the field takes any text.
  if (field.allowed.length === 0) return typeof value === 'string' ? undefined : `${field.name} must be a text.`
  const chosen = field.multiple && Array.isArray(value) ? value : [value]
  const stranger = chosen.some((one) => !field.allowed.some((allowed) => isDeepStrictEqual(allowed, one)))
  return stranger ? `${field.name} has a value that is not among the allowed ones.` : undefined
}

/**
 * Holds an answer against an open work item's form: every required field, allowed values only, no unknown field. `answers` is a Map, so
 * that a field called `__proto__` is data like any other. Refusals name the field.
 */
export function ruleAccountSelection(item: RuledWorkItem, answers: ReadonlyMap<string, unknown>): Ruling<{ state: 'Finished' }> {
  if (!item.isOpen) return { refused: 'The work item is no longer open.' }
  const fields = fieldsOf(item.form)
  if (fields.length === 0) return { refused: 'The work item has no account selection form.' }
  const names = new Set(fields.map(({ name }) => name))
  for (const name of answers.keys()) if (!names.has(name)) return { refused: `${name.slice(0, 128)} is not a field of the form.` }
  for (const field of fields) {
    const problem = problemWith(field, answers.get(field.name))
    if (problem) return { refused: problem }
  }
  return { state: 'Finished' }
}

