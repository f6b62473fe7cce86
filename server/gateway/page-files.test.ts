import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadPageFiles } from './page-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-page-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<html></html>')
  writeFileSync(join(folder, 'assets/a-1.js'), 'x'.repeat(2000))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what the build packed is sent as it is, what it did not is packed when asked for', async () => {
  writeFileSync(join(folder, 'assets/a-1.js.br'), 'packed by the build')
  const file = loadPageFiles(folder).files.get('/assets/a-1.js')
  expect((await file?.packed('br'))?.toString()).toBe('packed by the build')
  expect((await file?.packed('gzip'))?.length).toBeLessThan(100)
})

test('packed copies, hidden files and source maps have no address', () => {
  for (const name of ['assets/a-1.js.br', 'assets/a-1.js.gz', 'assets/a-1.js.map', '.preloads.json']) {
    writeFileSync(join(folder, name), '{}')
  }
  expect([...loadPageFiles(folder).files.keys()]).toEqual(['/assets/a-1.js'])
})

test('the build says what each screen needs; one that says nothing, or is not there, costs nothing but time', () => {
  expect(loadPageFiles(folder).preloads).toEqual(new Map())
  expect(loadPageFiles(join(folder, 'nowhere'))).toEqual({ shell: undefined, preloads: new Map(), files: new Map() })
  writeFileSync(join(folder, '.preloads.json'), '{"/inbox":["/assets/a-1.js",7],"/odd":null}')
  expect(loadPageFiles(folder).preloads).toEqual(
    new Map([
      ['/inbox', ['/assets/a-1.js']],
      ['/odd', []],
    ]),
  )
})
