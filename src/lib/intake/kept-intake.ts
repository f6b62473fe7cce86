import { isRecord, listOf, textOf, integerOf } from '#contract/json.ts'
import { parsedJson } from '#src/lib/parsed-json.ts'
import { roles } from './columns.ts'
import type { PeopleList, SourceRow } from './people-list.ts'
import { noChoices } from './verdicts.ts'
import type { Choices } from './verdicts.ts'

/** What was sent of a list, so that what was left over can be handed back also later. */
export interface SentList {
  readonly runId: string
  /** Lines of rows that were sent, by the identity each meant. */
  readonly sent: ReadonlyMap<string, number>
  /** Why each of the other rows was not, by line. */
  readonly left: ReadonlyMap<number, string>
}

/** Somebody's work on a list, as this tab keeps it over a reload and a new sign-in. */
export interface KeptIntake {
  readonly list: PeopleList
  /** The file it came from, and how that was read; null for pasted text and selections. */
  readonly file: { readonly name: string; readonly encoding: string } | null
  readonly choices: Choices
  /**
   * What it was tried to hand over, oldest first, all under one run id: noted before anything leaves, so that the list is never sent under
   * another id while it is not known whether the server has it.
   */
  readonly tries: readonly SentList[]
  /** What the server is known to have. */
  readonly sent: SentList | null
}

/** Work on a list that nobody has touched yet. */
export const newIntake = (list: PeopleList, file: KeptIntake['file'] = null): KeptIntake => ({
  list,
  file,
  choices: noChoices,
  tries: [],
  sent: null,
})

/** The run id under which a list goes: the one it was tried with before, else a new one. */
export const runIdFor = ({ tries }: KeptIntake, newId: () => string): string => tries.at(-1)?.runId ?? newId()

/** Notes a try. */
export function withTry(kept: KeptIntake, attempt: SentList): KeptIntake {
  const ids = attempt.sent
  const others = kept.tries.filter(({ sent }) => sent.size !== ids.size || [...sent.keys()].some((id) => !ids.has(id)))
  return { ...kept, tries: [...others, attempt] }
}

/** Notes that the server has the run, which is about these people: the try that was about them is what was sent. */
export function withStored(kept: KeptIntake, personIds: readonly string[]): KeptIntake {
  const stored = kept.tries.findLast(({ sent }) => sent.size === personIds.length && personIds.every((id) => sent.has(id)))
  return { ...kept, tries: [], sent: stored ?? kept.tries.at(-1) ?? kept.sent }
}

export const writeIntake = ({ list, file, choices, tries, sent }: KeptIntake): string =>
  JSON.stringify({
    ...list,
    file,
    people: [...choices.people],
    skipped: [...choices.skipped],
    tries: tries.map(writeSent),
    run: sent && writeSent(sent),
  })

const writeSent = ({ runId, sent, left }: SentList) => ({ runId, sent: [...sent], left: [...left] })

/** Reads what was kept; null for nothing and for anything odd. */
export function readIntake(text: string | null): KeptIntake | null {
  const kept = parsedJson(text)
  if (!isRecord(kept)) return null
  const rows = listOf(kept['rows']).flatMap((row): SourceRow[] => {
    const line = isRecord(row) ? integerOf(row['line']) : null
    return isRecord(row) && line !== null ? [{ line, cells: cellsIn(row['cells']) }] : []
  })
  if (rows.length === 0) return null
  const header = Array.isArray(kept['header']) ? cellsIn(kept['header']) : null
  return {
    list: {
      header,
      rows,
      roles: cellsIn(kept['roles']).map((text) => roles.find((role) => role === text) ?? 'ignored'),
    },
    file: fileIn(kept['file']),
    choices: {
      people: new Map(pairsIn(kept['people']).flatMap(([line, id]) => pairOf(integerOf(line), textOf(id)))),
      skipped: new Set(listOf(kept['skipped']).flatMap((line) => integerOf(line) ?? [])),
    },
    tries: listOf(kept['tries']).flatMap((each) => sentIn(each) ?? []),
    sent: sentIn(kept['run']),
  }
}

function fileIn(value: unknown): KeptIntake['file'] {
  if (!isRecord(value)) return null
  return { name: textOf(value['name']) ?? '', encoding: textOf(value['encoding']) ?? '' }
}

function sentIn(value: unknown): SentList | null {
  const runId = isRecord(value) ? textOf(value['runId']) : null
  if (!isRecord(value) || runId === null) return null
  return {
    runId,
    sent: new Map(pairsIn(value['sent']).flatMap(([id, line]) => pairOf(textOf(id), integerOf(line)))),
    left: new Map(pairsIn(value['left']).flatMap(([line, reason]) => pairOf(integerOf(line), textOf(reason)))),
  }
}

/** One text for each column: what is no text leaves its place empty, so that the others keep theirs. */
const cellsIn = (value: unknown): string[] => listOf(value).map((each) => textOf(each) ?? '')
const pairsIn = (value: unknown): (readonly [unknown, unknown])[] =>
  listOf(value).flatMap((pair) => (Array.isArray(pair) ? [[pair[0], pair[1]] as const] : []))
const pairOf = <A, B>(a: A | null, b: B | null): (readonly [A, B])[] => (a === null || b === null ? [] : [[a, b]])
