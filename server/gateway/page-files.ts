import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { isRecord, textsIn } from '#contract/json.ts'
import { acceptedEncoding, encodings, pack, WORTH_PACKING_BYTES } from './packing.ts'
import type { Encoding } from './packing.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

/** One file of the built page, held in memory, with what the build packed of it. What it did not is packed once, when first asked for. */
export class PageFile {
  readonly type: string
  readonly etag: string
  /** Named after its content, so it never changes under its name. */
  readonly immutable: boolean
  readonly bytes: Buffer
  readonly #packed: Map<Encoding, Promise<Buffer>>

  constructor(path: string, bytes: Buffer, type: string, packed: Iterable<readonly [Encoding, Buffer]> = []) {
    this.type = type
    this.immutable = path.startsWith('/assets/')
    this.etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    this.bytes = bytes
    this.#packed = new Map([...packed].map(([encoding, smaller]) => [encoding, Promise.resolve(smaller)]))
  }

  /** The encoding to answer with, out of what the browser says it accepts. */
  encodingFor(accepted: string | undefined): Encoding | undefined {
    const isWorthIt = this.bytes.length >= WORTH_PACKING_BYTES && /^(text|application)\/|svg/.test(this.type)
    return isWorthIt ? acceptedEncoding(accepted) : undefined
  }

  packed(encoding: Encoding): Promise<Buffer> {
    const known = this.#packed.get(encoding)
    if (known) return known
    const packing = pack(this.bytes, encoding, 'once')
    this.#packed.set(encoding, packing)
    return packing
  }
}

/** The built page: its shell with the nonce's placeholder in it, and every other file by its path. */
export interface PageFiles {
  readonly shell: string | undefined
  /** The files that a screen needs beyond the shell's own, by the screen's address; `*` stands for an id. */
  readonly preloads: ReadonlyMap<string, readonly string[]>
  readonly files: ReadonlyMap<string, PageFile>
}

const PACKED_ENDINGS: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' }

/** What the build has packed of a file lies beside it. */
const packedBeside = (full: string): [Encoding, Buffer][] =>
  encodings.flatMap((encoding) => {
    const packed = full + PACKED_ENDINGS[encoding]
    return existsSync(packed) ? [[encoding, readFileSync(packed)]] : []
  })

/**
 * Reads the folder vite builds into. What may be asked for is exactly what was found then, so no path can lead elsewhere; source maps, hidden
 * files and unknown kinds are left out. A folder that is not there (during development, vite serves the page) gives an empty page.
 */
export function loadPageFiles(folder: string): PageFiles {
  if (!existsSync(folder)) return { shell: undefined, preloads: new Map(), files: new Map() }
  const files = new Map<string, PageFile>()
  let shell: string | undefined
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const full = join(entry.parentPath, entry.name)
    const path = `/${relative(folder, full).split(sep).join('/')}`
    const type = TYPES[extname(entry.name)]
    if (path === '/index.html') shell = readFileSync(full, 'utf8')
    else if (type !== undefined && !path.includes('/.'))
      files.set(path, new PageFile(path, readFileSync(full), type, packedBeside(full)))
  }
  return { shell, preloads: readPreloads(join(folder, '.preloads.json')), files }
}

/** What the build found out about its screens; nothing when it says nothing, which costs only time. */
function readPreloads(path: string): ReadonlyMap<string, readonly string[]> {
  const told: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  const screens = isRecord(told) ? Object.entries(told) : []
  return new Map(screens.map(([screen, files]) => [screen, textsIn(files)]))
}
