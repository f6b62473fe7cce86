import { useEffect } from 'react'
import { verbWord } from '#src/components/VerbMark.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import type { Messages } from '#src/lib/messages/en.ts'
import type { PartsChanged } from '#src/lib/parts-changed.ts'
import type { Part, PartField } from '#src/lib/parts.ts'
import { readableName, verbOfOperation } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { NoticeLine } from './NoticeLine.tsx'
import { useWorkItemTexts } from './work-item-words.ts'

/** What the work item asks for that it did not when it was read. */
export function ChangedNotice({ changed }: { readonly changed: PartsChanged }) {
  const messages = useMessages()
  const { changed: words, item } = useWorkItemTexts()
  const announce = useAnnounce()
  const named = (part: Part) => partName(messages, part, item.notStated)
  const valued = (part: Part, field: PartField) => fieldText(messages, part, field) ?? item.notStated
  const lines = [
    ...changed.added.map((part) => ({ key: part.key, text: words.added(named(part)) })),
    ...changed.altered.map(({ before, now, fields }) => {
      const differences = fields.map((field) => words.field(words.fields[field], valued(before, field), valued(now, field)))
      return { key: now.key, text: words.altered(named(now), differences) }
    }),
    ...changed.gone.map((part) => ({ key: part.key, text: words.gone(named(part)) })),
    ...(changed.unreadable > 0 ? [{ key: 'unreadable', text: words.unreadable(changed.unreadable) }] : []),
  ]
  const spoken = [words.title, ...lines.map(({ text }) => text)].join(' ')
  useEffect(() => announce(spoken), [announce, spoken])
  return (
    <NoticeLine data-tone="remove">
      <Icon name="alert" size={15} />
      <div>
        <p>{words.title}</p>
        <ul>
          {lines.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ul>
      </div>
    </NoticeLine>
  )
}

function fieldText(messages: Messages, part: Part, field: PartField): string | null {
  const text = part[field]
  if (text === null) return null
  return field === 'operation' ? verbWord(messages, verbOfOperation(text)) : visibleText(text)
}

function partName(messages: Messages, part: Part, notStated: string): string {
  const what = part.value ?? part.attribute ?? part.account
  const verb = verbWord(messages, verbOfOperation(part.operation))
  return `${verb} ${what === null ? notStated : visibleText(readableName(what))}`
}
