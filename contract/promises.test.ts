import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** A row of `promises.md`: what holds the promise by its id, and every path it names. */
interface Promised {
  readonly id: string
  readonly byId: readonly string[]
  readonly paths: readonly string[]
}

const isTest = (path: string): boolean => /\.(?:test\.tsx?|spec\.ts)$/.test(path)

/** The paths in the last cell of a row; a bare file name is in the folder of the path before it. What follows "no id" is told apart. */
function readRow(line: string): Promised | null {
  const [, id, , cell] = /^\| ([A-Z]\d{1,2}) +\|(.*)\|(.*)\|$/.exec(line) ?? []
  if (id === undefined || cell === undefined) return null
  const withoutId = cell.search(/\b(?:no|without) id\b/)
  const byId: string[] = []
  const paths: string[] = []
  let folder = ''
  for (const { 1: text = '', index } of cell.matchAll(/`([^`]+)`/g)) {
    if (/\s/.test(text) || !/[/.]/.test(text)) continue
    const path = text.includes('/') ? text : join(folder, text)
    folder = dirname(path)
    paths.push(path)
    if (isTest(path) && (withoutId < 0 || index < withoutId)) byId.push(path)
  }
  return { id, byId, paths }
}

const rows = readFileSync('contract/promises.md', 'utf8')
  .split('\n')
  .map(readRow)
  .filter((row) => row !== null)

const testFiles = ['contract', 'platform', 'src', 'server', 'sandbox', 'e2e'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter(isTest),
)

/** The source of a test file, with that of the files of tests it shares (`testing/`). */
function sourceOf(path: string): string {
  const own = readFileSync(path, 'utf8')
  const shared = [...own.matchAll(/from '(\.{1,2}\/[^']*\btesting\/[^']+)'/g)].map(({ 1: name = '' }) =>
    join(dirname(path), name),
  )
  return [own, ...shared.map((name) => readFileSync(name, 'utf8'))].join('\n')
}

/** The ids that titles of tests begin with, those of `test.each(…)` too. */
function idsIn(source: string): string[] {
  const titles = source.matchAll(/(?:\btest(?:\.\w+)*|\))\(\s*['"`]((?:[A-Z]\d{1,2} )+)/g)
  return [...titles].flatMap(({ 1: ids = '' }) => ids.trim().split(' '))
}

const inTests = [...new Set(testFiles.flatMap((path) => idsIn(sourceOf(path)).map((id) => `${id}: ${path}`)))].sort()

test('the list of promises and the tests are found', () => {
  expect(rows.length).toBeGreaterThan(40)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  expect(inTests.length).toBeGreaterThan(60)
})

test('every file that the list of promises names is there', () => {
  expect(rows.flatMap(({ id, paths }) => paths.filter((path) => !existsSync(path)).map((path) => `${id}: ${path}`))).toEqual([])
})

const inList = rows.flatMap(({ id, byId }) => byId.map((path) => `${id}: ${path}`))

test('every file that is said to hold a promise by its id has a test whose title begins with the id', () => {
  expect(inList.filter((pair) => !inTests.includes(pair))).toEqual([])
})

test('every file with a test whose title begins with an id stands in the row of that id', () => {
  expect(inTests.filter((pair) => !inList.includes(pair))).toEqual([])
})
