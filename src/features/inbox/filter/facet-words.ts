import type { WorkItem } from '#contract/work-item.ts'
import { typeName, verbWord } from '#src/components/VerbMark.tsx'
import type { AgeBucket } from '#src/lib/age-buckets.ts'
import { ageBuckets } from '#src/lib/age-buckets.ts'
import { operationKey } from '#src/lib/item-facts.ts'
import type { Messages } from '#src/lib/messages/en.ts'
import type { FacetName, Grouping } from '#src/lib/search-params.ts'
import { sourcesOf, targetOf, verbOfWorkItem } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'

const bucketOf = (value: string): AgeBucket | null => ageBuckets.find((bucket) => bucket === value) ?? null

/** A facet's value in words. `sample` is a work item that has it; without one the value speaks for itself. */
export function valueText(messages: Messages, name: FacetName, value: string, sample: WorkItem | null): string {
  const { facets } = messages
  if (value === '' && name !== 'operation') return facets.notStated[name]
  switch (name) {
    case 'type':
      return sample ? typeName(messages, sample) : visibleText(value)
    case 'source':
      return visibleText(value)
    case 'requester':
      return visibleText(sample?.requester?.name ?? value)
    case 'age': {
      const bucket = bucketOf(value)
      return bucket === null ? visibleText(value) : facets.ages[bucket]
    }
    default:
      return operationText(messages, value, sample)
  }
}

function operationText(messages: Messages, value: string, sample: WorkItem | null): string {
  const verb = sample && verbOfWorkItem(sample)
  const part = verb && (verb.parts ?? [verb]).find((each) => operationKey(each) === value)
  if (part) return verbWord(messages, part)
  return value === '' ? messages.facets.notStated.operation : visibleText(value)
}

/** The name of a group, in the words of one of its members. */
export function groupText(messages: Messages, grouping: Grouping, key: string, sample: WorkItem): string {
  const { arrange, facets } = messages
  switch (grouping) {
    case 'person': {
      const target = targetOf(sample)
      if (target === null) return arrange.nobody
      return target.kind === 'several' ? arrange.severalPeople : visibleText(target.name)
    }
    case 'source':
      return key === '' ? facets.notStated.source : sourcesOf(sample).map(visibleText).join(', ')
    case 'operation':
      return verbWord(messages, verbOfWorkItem(sample))
    default:
      return valueText(messages, grouping, key, sample)
  }
}
