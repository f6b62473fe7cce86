import { styled } from '#src/ui/styled.ts'
import type { Theme } from '#src/ui/theme.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import type { Messages } from '#src/lib/messages/en.ts'
import type { Verb, VerbKind } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Icon } from '#src/ui/Icon.tsx'
import type { IconName } from '#src/ui/Icon.tsx'

export const verbIcons: Readonly<Record<VerbKind, IconName>> = {
  grant: 'plus',
  remove: 'minus',
  change: 'change',
  unknown: 'question',
  task: 'task',
}

/** The verb's word; one we do not know is shown as the tenant wrote it. */
export function verbWord(messages: Messages, verb: Verb): string {
  if (verb.parts) return messages.several(verb.parts.map((part) => verbWord(messages, part)))
  return verb.word === null ? visibleText(verb.raw) : messages.verbs[verb.word]
}

/** The type of a work item in words; one we do not know as the tenant wrote it. */
export const typeName = ({ types }: Messages, { type }: WorkItem): string =>
  type.known === null ? visibleText(type.raw === '' ? types.Unknown : type.raw) : types[type.known]

const kinds = ['grant', 'remove', 'change', 'unknown', 'task'] as const satisfies readonly VerbKind[]

/** One set of rules for all kinds: each set that comes later makes the browser work out the styles of the whole page anew. */
const Tile = styled('span')(({ theme }) => ({
  display: 'grid',
  placeItems: 'center',
  width: 22,
  height: 22,
  flex: 'none',
  borderRadius: 6,
  background: 'color-mix(in srgb, currentColor 12%, transparent)',
  ...colours(theme),
}))

const colours = ({ vars }: Theme) =>
  Object.fromEntries(kinds.map((kind) => [`&[data-kind=${kind}]`, { color: vars.palette.verb[kind] }]))

/** The verb's sign alone; the word stands elsewhere in the same row. */
export function VerbTile({ kind }: { readonly kind: VerbKind }) {
  return (
    <Tile data-kind={kind}>
      <Icon name={verbIcons[kind]} size={14} />
    </Tile>
  )
}

const Word = styled('span')(({ theme }) => ({ fontWeight: 560, ...colours(theme) }))

/** The verb's word in its colour. */
export function VerbText({ verb }: { readonly verb: Verb }) {
  const messages = useMessages()
  return <Word data-kind={verb.kind}>{verbWord(messages, verb)}</Word>
}
