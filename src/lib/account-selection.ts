/** An account selection as questions and answers. Pure: the screen mirrors it, and the request is made from it. */
import { jsonTextOf, scalarTextOf } from '#contract/json.ts'
import { fieldsOf } from '#contract/work-item-form.ts'
import type { FormField, FormItem, WorkItemForm } from '#contract/work-item-form.ts'

/** How a question is asked. `text` is the free answer where the tenant gives no choices. */
export type QuestionKind = 'select' | 'radio' | 'checkbox' | 'text'

export interface Choice {
  readonly label: string
  /** Exactly as the tenant gave it; sent back unchanged. */
  readonly value: unknown
  /** The value as JSON: what a draft remembers, so that a list in another order cannot turn one answer into another. */
  readonly key: string
  /** What is sent, in words, where the label does not say it or another choice reads the same; else null. */
  readonly detail: string | null
  /** Another choice has the same label. */
  readonly isTwin: boolean
}

/** An answer that is being given: choices by their key, or a text. */
export interface Answer {
  readonly chosen: readonly string[]
  readonly text: string
}

/** By field name. A Map, so that a field called `__proto__` is data like any other. */
export type Answers = ReadonlyMap<string, Answer>

export const noAnswer: Answer = { chosen: [], text: '' }

/** The kinds a field may call itself; anything else with choices is asked as a radio group, or as a list when it is long. */
export function kindOf(field: FormField): QuestionKind {
  if (field.allowedValues.length === 0) return 'text'
  const raw = field.displayType?.trim().toLowerCase() ?? ''
  if (raw === 'select' || raw === 'radio' || raw === 'checkbox') return raw
  return field.allowedValues.length > 7 ? 'select' : 'radio'
}

const knownKinds: ReadonlySet<string> = new Set(['select', 'radio', 'checkbox', 'text'])

/** The tenant's own word for a kind of field that is none we know; to be shown. */
export const strangeKindOf = ({ displayType }: FormField): string | null =>
  displayType === null || knownKinds.has(displayType.trim().toLowerCase()) ? null : displayType

/** The choices of a field, each different one once. */
export function choicesOf(field: FormField): Choice[] {
  const labels = new Map<string, number>()
  const different = new Map(
    field.allowedValues.map(({ label, value }) => [`${label}\n${jsonTextOf(value)}`, { label, value, key: jsonTextOf(value) }]),
  )
  for (const { label } of different.values()) labels.set(label, (labels.get(label) ?? 0) + 1)
  return [...different.values()].map((choice) => {
    const isTwin = (labels.get(choice.label) ?? 0) > 1
    const sent = scalarTextOf(choice.value) ?? choice.key
    return { ...choice, isTwin, detail: isTwin || !choice.label.includes(sent) ? sent : null }
  })
}

/** Whether the desk can answer a form: some field has a name, and none that must be answered lacks one. */
export function canAnswer(form: WorkItemForm): boolean {
  const fields = fieldsOf(form)
  return fields.some(({ name }) => name !== null) && fields.every(({ name, required }) => name !== null || !required)
}

/** What the form already holds; a present answer that is not among the choices is left out. */
export function presentAnswers(form: WorkItemForm): Answers {
  return new Map(
    fieldsOf(form).flatMap((field): (readonly [string, Answer])[] => {
      if (field.name === null || field.value === null) return []
      if (kindOf(field) === 'text') {
        const text = scalarTextOf(field.value)
        return text === null || text === '' ? [] : [[field.name, { chosen: [], text }]]
      }
      const keys = new Set((Array.isArray(field.value) ? field.value : [field.value]).map(jsonTextOf))
      const chosen = choicesOf(field).flatMap(({ key }) => (keys.has(key) ? key : []))
      return chosen.length === 0 ? [] : [[field.name, { chosen, text: '' }]]
    }),
  )
}

const isBlank = (field: FormField, answer: Answer): boolean =>
  kindOf(field) === 'text' ? answer.text.trim() === '' : pickedOf(field, answer).length === 0

/** The choices an answer stands for. One that is no longer offered counts as not chosen. */
function pickedOf(field: FormField, answer: Answer): Choice[] {
  const picked = choicesOf(field).filter(({ key }) => answer.chosen.includes(key))
  return kindOf(field) === 'checkbox' ? picked : picked.slice(0, 1)
}

/** The names of the required fields without an answer, in reading order. */
export function missingIn(form: WorkItemForm, answers: Answers): string[] {
  const missing = fieldsOf(form).flatMap((field) =>
    field.name !== null && field.required && isBlank(field, answers.get(field.name) ?? noAnswer) ? field.name : [],
  )
  return [...new Set(missing)]
}

/** How many fields have an answer, of how many that can be answered. */
export function progressIn(form: WorkItemForm, answers: Answers): { readonly answered: number; readonly total: number } {
  const named = fieldsOf(form).filter(({ name }) => name !== null)
  const answered = named.filter((field) => !isBlank(field, answers.get(field.name ?? '') ?? noAnswer))
  return { answered: answered.length, total: named.length }
}

/** The request's map: field name to the chosen value, unchanged; a list of them for checkboxes. What was left open is left out. */
export function selectionOf(form: WorkItemForm, answers: Answers): Record<string, unknown> {
  const entries = fieldsOf(form).flatMap((field) => {
    const answer = answers.get(field.name ?? '') ?? noAnswer
    if (field.name === null || isBlank(field, answer)) return []
    if (kindOf(field) === 'text') return [[field.name, answer.text.trim()] as const]
    const values = pickedOf(field, answer).map(({ value }) => value)
    return [[field.name, kindOf(field) === 'checkbox' ? values : values[0]] as const]
  })
  return Object.fromEntries(entries)
}

/** One answer as it is read back. */
export interface ReadBack {
  /** The label of the nearest section around the question; null when it has none. */
  readonly where: string | null
  /** The question, unless it is the only one of its section. */
  readonly question: string | null
  /** Nothing when it is left open. */
  readonly answers: readonly string[]
  /** Written freely rather than chosen. */
  readonly isText: boolean
}

/** Everything that will be sent, in reading order, and what is left open. */
export function readBackOf(form: WorkItemForm, answers: Answers): ReadBack[] {
  const lines = (items: readonly FormItem[], where: string | null): ReadBack[] => {
    const isAlone = items.filter(({ kind }) => kind === 'field').length === 1
    return items.flatMap((item) => {
      if (item.kind === 'section') return lines(item.items, item.label ?? where)
      if (item.name === null) return []
      const answer = answers.get(item.name) ?? noAnswer
      const isText = kindOf(item) === 'text'
      const text = answer.text.trim()
      const picked = pickedOf(item, answer).map(({ label, detail, isTwin }) =>
        isTwin && detail !== null ? `${label} (${detail})` : label,
      )
      return [
        {
          where,
          question: isAlone && where !== null ? null : (item.label ?? item.name),
          answers: isText ? (text === '' ? [] : [text]) : picked,
          isText,
        },
      ]
    })
  }
  return lines(form.sections, null)
}

/** Answers as a text to keep, and back; anything odd is forgotten. */
export const writeAnswers = (answers: Answers): string => JSON.stringify([...answers])

export function readAnswers(kept: unknown): Answers | null {
  if (!Array.isArray(kept)) return null
  const entries: readonly unknown[] = kept
  return new Map(
    entries.flatMap((entry) => {
      if (!Array.isArray(entry)) return []
      const [name, answer]: readonly unknown[] = entry
      if (typeof name !== 'string' || typeof answer !== 'object' || answer === null) return []
      const chosen = 'chosen' in answer && Array.isArray(answer.chosen) ? answer.chosen : []
      const text = 'text' in answer && typeof answer.text === 'string' ? answer.text : ''
      return [[name, { chosen: chosen.filter((key): key is string => typeof key === 'string'), text }] as const]
    }),
  )
}
