import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

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

const WORTH_COMPRESSING_BYTES = 1024

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

export type Encoding = 'br' | 'gzip'

/** One file of the built page, held in memory; compressed once, when first asked for. */
export class PageFile {
  readonly type: string
  readonly etag: string
  /** Named after its content, so it never changes under its name. */
  readonly immutable: boolean
  readonly #bytes: Buffer
  readonly #packed = new Map<Encoding, Promise<Buffer>>()

  constructor(path: string, bytes: Buffer, type: string) {
    this.type = type
    this.immutable = path.startsWith('/assets/')
    this.etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    this.#bytes = bytes
  }

  get bytes(): Buffer {
    return this.#bytes
  }

  /** The encoding to answer with, out of what the browser says it accepts. */
  encodingFor(accepted: string): Encoding | undefined {
    if (this.#bytes.length < WORTH_COMPRESSING_BYTES || !/^(text|application)\/|svg/.test(this.type)) return undefined
    const wanted = accepted.split(',').filter((choice) => !/;\s*q=0(?:\.0*)?\s*$/.test(choice))
    const names = new Set(wanted.map((choice) => choice.split(';')[0]?.trim()))
    return (['br', 'gzip'] as const).find((encoding) => names.has(encoding))
  }

  packed(encoding: Encoding): Promise<Buffer> {
    const known = this.#packed.get(encoding)
    if (known) return known
    const packing =
      encoding === 'br'
        ? toBrotli(this.#bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } })
        : toGzip(this.#bytes, { level: 9 })
    this.#packed.set(encoding, packing)
    return packing
  }
}

/** The built page: its shell with the nonce's placeholder in it, and every other file by its path. */
export interface PageFiles {
  readonly shell: string | undefined
  readonly files: ReadonlyMap<string, PageFile>
}

/**
 * Reads the folder vite builds into. What may be asked for is exactly what was found then, so no path can lead elsewhere; source maps, hidden
 * files and unknown kinds are left out. A folder that is not there (during development, vite serves the page) gives an empty page.
 */
export function loadPageFiles(folder: string): PageFiles {
  if (!existsSync(folder)) return { shell: undefined, files: new Map() }
  const files = new Map<string, PageFile>()
  let shell: string | undefined
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const full = join(entry.parentPath, entry.name)
    const path = `/${relative(folder, full).split(sep).join('/')}`
    const type = TYPES[extname(entry.name)]
    if (path === '/index.html') shell = readFileSync(full, 'utf8')
    else if (type !== undefined && !path.includes('/.')) files.set(path, new PageFile(path, readFileSync(full), type))
  }
  return { shell, files }
}
