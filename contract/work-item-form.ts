/**
 * Reads the form of a work item, above all the account selection. The vendor leaves form items and allowed values
 * untyped and its examples contradict each other, so every likely shape is taken and an unlikely one is shown as JSON.
 */
import { filledTextOf, isRecord, jsonTextOf, listOf, scalarTextOf } from './json.ts'
import type { JsonRecord } from './json.ts'

export interface AllowedValue {
  readonly label: string
  /** What to send back, exactly as the tenant gave it. */
  readonly value: unknown
}

export interface FormField {
  readonly kind: 'field'
  /** The key of the answer. Null when the tenant gave none: the field can then be shown, not answered. */
  readonly name: string | null
  readonly label: string | null
  /** Free text: select, radio, checkbox … */
  readonly displayType: string | null
  readonly required: boolean
  readonly allowedValues: readonly AllowedValue[]
  /** The present answer, of any type; null when there is none. */
  readonly value: unknown
}

export interface FormSection {
  readonly kind: 'section'
  readonly name: string | null
  readonly label: string | null
  readonly items: readonly FormItem[]
}

export type FormItem = FormSection | FormField

export interface WorkItemForm {
  readonly id: string | null
  readonly name: string | null
  readonly title: string | null
  readonly subtitle: string | null
  readonly targetUser: string | null
  readonly sections: readonly FormSection[]
}

/** Deeper sections are left out, so that a hostile answer cannot exhaust the stack. */
const maximumDepth = 20

/** The form, or null when the work item has none. */
export function readWorkItemForm(value: unknown): WorkItemForm | null {
  if (!isRecord(value)) return null
  return {
    id: filledTextOf(value['id']),
    name: filledTextOf(value['name']),
    title: filledTextOf(value['title']),
    subtitle: filledTextOf(value['subtitle']),
    targetUser: filledTextOf(value['targetUser']),
    sections: listOf(value['sections']).flatMap((entry) => (isRecord(entry) ? readSection(entry, 1) : [])),
  }
}

/** Every field of the form in reading order, those of nested sections included. */
export function fieldsOf(form: WorkItemForm): FormField[] {
  const collect = (items: readonly FormItem[]): FormField[] =>
    items.flatMap((item) => (item.kind === 'field' ? [item] : collect(item.items)))
  return collect(form.sections)
}

function readSection(entry: JsonRecord, depth: number): FormSection {
  const entries = depth < maximumDepth ? listOf(entry['formItems']) : []
  return {
    kind: 'section',
    name: filledTextOf(entry['name']),
    label: filledTextOf(entry['label']),
    items: entries.flatMap((item) => {
      if (!isRecord(item)) return []
      return 'formItems' in item ? readSection(item, depth + 1) : readField(item)
    }),
  }
}

function readField(entry: JsonRecord): FormField {
  return {
    kind: 'field',
    name: filledTextOf(entry['name']),
    label: filledTextOf(entry['displayName']) ?? filledTextOf(entry['label']),
    displayType: filledTextOf(entry['displayType']),
    required: entry['required'] === true || entry['required'] === 'true',
    allowedValues: listOf(entry['allowedValuesList']).map(readAllowedValue),
    value: entry['value'] ?? null,
  }
}

/** A text, a pair of label and value, an object with both, or an object with one property; anything else as its JSON. */
export function readAllowedValue(entry: unknown): AllowedValue {
  const scalar = scalarTextOf(entry)
  if (scalar !== null) return { label: scalar, value: entry }
  if (Array.isArray(entry) && entry.length === 2) {
    const [label, value]: readonly unknown[] = entry
    const text = scalarTextOf(label)
    if (text !== null) return { label: text, value }
  }
  if (isRecord(entry)) return readAllowedObject(entry) ?? { label: jsonTextOf(entry), value: entry }
  return { label: jsonTextOf(entry), value: entry }
}

const labelKeys = ['label', 'displayName', 'name']
const valueKeys = ['value', 'id']

function readAllowedObject(entry: JsonRecord): AllowedValue | null {
  const labelKey = labelKeys.find((key) => scalarTextOf(entry[key]) !== null)
  const valueKey = valueKeys.find((key) => Object.hasOwn(entry, key))
  if (valueKey !== undefined) {
    const label = labelKey === undefined ? null : scalarTextOf(entry[labelKey])
    return { label: label ?? scalarTextOf(entry[valueKey]) ?? jsonTextOf(entry[valueKey]), value: entry[valueKey] }
  }
  const [only, ...others] = Object.entries(entry)
  if (!only || others.length > 0) return null
  // A label-like key alone names the choice itself; any other lone key is the label of its value.
  return labelKey === undefined ? { label: only[0], value: only[1] } : { label: scalarTextOf(only[1]) ?? only[0], value: only[1] }
}
