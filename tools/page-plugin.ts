import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

interface Options {
  /** The modules a screen begins with, by its address; `*` stands for the id at the end. */
  readonly screens: Readonly<Record<string, readonly string[]>>
  /** The name of the input that is run before everything else, as soon as it has arrived; it imports and exports nothing. */
  readonly first: string
}

/**
 * Prepares the built page for the first visit: the shell names the script that runs first, `.preloads.json` says which files each screen
 * needs beyond the shell's own (the server puts them into the shell, so that none is discovered late), and every file gets a packed copy
 * beside it. A screen's module that the build does not know fails the build.
 */
export function pageForFirstVisit({ screens, first }: Options): Plugin {
  let folder = ''
  return {
    name: 'page-for-first-visit',
    apply: 'build',
    configResolved: (config) => {
      folder = config.build.outDir
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) => {
        const chunk = bundle && chunksOf(bundle).find(({ name, isEntry }) => isEntry && name === first)
        if (!chunk) throw new Error(`There is no input called ${first}.`)
        if (chunk.imports.length > 0 || chunk.exports.length > 0) throw new Error(`${first} is no plain script.`)
        return [{ tag: 'script', attrs: { src: `/${chunk.fileName}` }, injectTo: 'head-prepend' }]
      },
    },
    generateBundle(_, bundle) {
      const shell = new Set(withImports(bundle, [entryOf(bundle, 'index.html')]))
      const preloads = Object.entries(screens).map(([path, modules]) => [
        path,
        withImports(
          bundle,
          modules.map((module) => entryOf(bundle, module)),
        )
          .filter((file) => !shell.has(file))
          .map((file) => `/${file}`),
      ])
      this.emitFile({ type: 'asset', fileName: '.preloads.json', source: JSON.stringify(Object.fromEntries(preloads)) })
    },
    writeBundle: () => packFiles(folder),
  }
}

/**
 * Chromium compiles a function at its first call, on the thread that draws. A file that begins with this line it compiles whole, while it
 * arrives, on another thread; for other browsers it is a comment. https://v8.dev/blog/explicit-compile-hints
 */
const COMPILE_WHOLE = '//# allFunctionsCalledOnLoad\n'

/** Has the files of these names compiled whole: those of which most functions are called before the first screen stands. */
export function compiledWhole(names: readonly string[]): Plugin {
  return {
    name: 'compiled-whole',
    apply: 'build',
    generateBundle: {
      // Last, since the line has to come before whatever others put at the beginning of a file.
      order: 'post',
      handler(_, bundle) {
        for (const name of names) {
          const chunk = chunksOf(bundle).find((part) => part.name === name)
          if (!chunk) throw new Error(`There is no file called ${name}.`)
          chunk.code = COMPILE_WHOLE + chunk.code
        }
      },
    },
  }
}

const chunksOf = (bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] =>
  Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part : []))

/** The file that is fetched for a module: the one made for it, else the one it has become a part of. */
function entryOf(bundle: Rolldown.OutputBundle, module: string): string {
  const chunks = chunksOf(bundle)
  const chunk =
    chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${module}`)) ??
    chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/${module}`)))
  if (!chunk) throw new Error(`No file of the page holds ${module}.`)
  return chunk.fileName
}

/** Files and everything they import at once. */
function withImports(bundle: Rolldown.OutputBundle, files: readonly string[]): string[] {
  const found = new Set<string>()
  const visit = (file: string) => {
    const part = bundle[file]
    if (found.has(file) || part?.type !== 'chunk') return
    found.add(file)
    part.imports.forEach(visit)
  }
  files.forEach(visit)
  return [...found]
}

const WORTH_PACKING = /\.(js|css|svg|json|webmanifest|txt)$/
/** Shorter than this the wrapping costs as much as it saves (bytes). */
const WORTH_PACKING_BYTES = 1024

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Puts a `.br` and a `.gz` beside each file that shrinks by it. */
async function packFiles(folder: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  await Promise.all(
    names
      .filter((name) => WORTH_PACKING.test(name) && !name.startsWith('.'))
      .map(async (name) => {
        const path = join(folder, name)
        const bytes = readFileSync(path)
        if (bytes.length < WORTH_PACKING_BYTES) return
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        }
        const [brotli, gzipped] = await Promise.all([toBrotli(bytes, { params }), toGzip(bytes, { level: 9 })])
        writeFileSync(`${path}.br`, brotli)
        writeFileSync(`${path}.gz`, gzipped)
      }),
  )
}
