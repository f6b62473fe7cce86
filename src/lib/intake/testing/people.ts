import type { Filter } from '#contract/filter.ts'
import { readIdentity } from '#contract/identity.ts'
import type { Identity } from '#contract/identity.ts'
import { fold } from '../../fold.ts'
import { keys } from '../columns.ts'
import type { Key } from '../columns.ts'
import { valuesOf } from '../known-people.ts'
import { filterOf } from '../look-up.ts'
import type { AskPage } from '../preflight.ts'

/** Somebody invented, as the tenant would answer. */
export function person(wish: { id: string; name?: string; alias?: string; email?: string | null; status?: string }): Identity {
  const { id, name = `Name ${id}`, alias = `alias.${id}`, email = `${id}@x.example`, status = 'UNREGISTERED' } = wish
  const read = readIdentity({ id, name, alias, emailAddress: email, identityStatus: status })
  if (!read) throw new Error('An identity needs an id.')
  return read
}

/** What a filter of the kind that is asked here wants: one field and the values it may have. */
function wantedBy(filter: Filter): { readonly field: Key; readonly values: ReadonlySet<string> } {
  const operands = filter.kind === 'or' ? filter.operands : [filter]
  const wanted = operands.flatMap((operand) => {
    if (operand.kind === 'comparison') return [{ field: operand.field, values: [operand.value] }]
    if (operand.kind === 'list') return [{ field: operand.field, values: operand.values }]
    throw new Error(`A tenant is not asked for ${operand.kind} here.`)
  })
  const field = keys.find((key) => wanted.every((each) => each.field === key))
  if (!field) throw new Error('Nobody asks for several fields at once here.')
  return { field, values: new Set(wanted.flatMap(({ values }) => values.map(({ value }) => fold(String(value))))) }
}

/** A tenant of these people that answers pages of `pageSize` and remembers every filter it was asked. */
export function tenantOf(people: readonly Identity[], pageSize = 250): { ask: AskPage; asked: Filter[] } {
  const asked: Filter[] = []
  return {
    asked,
    ask: async (question, offset) => {
      const filter = filterOf(question)
      asked.push(filter)
      const { field, values } = wantedBy(filter)
      const found = people.filter((someone) => valuesOf(someone, field).some((value) => values.has(value)))
      const page = found.slice(offset, offset + pageSize)
      return Promise.resolve({ people: page, received: page.length, isLast: page.length < pageSize })
    },
  }
}
