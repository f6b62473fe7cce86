import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** The encodings we can answer with, the better one first. */
export const encodings = ['br', 'gzip'] as const
export type Encoding = (typeof encodings)[number]

/** Shorter than this the wrapping costs as much as it saves (bytes). */
export const WORTH_PACKING_BYTES = 1024

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/**
 * The encoding to answer with, out of an `Accept-Encoding` header (RFC 9110 §12.5.3): the best of ours that it names and does not refuse by
 * `q=0`. `*` is not taken as a yes: whoever says no more than that gets the plain bytes.
 */
export function acceptedEncoding(header: string | undefined): Encoding | undefined {
  const wanted = (header ?? '').split(',').filter((choice) => !/;\s*q=0(?:\.0*)?\s*$/i.test(choice))
  const names = new Set(wanted.map((choice) => choice.split(';')[0]?.trim().toLowerCase()))
  return encodings.find((encoding) => names.has(encoding))
}

/**
 * Packs bytes off the main thread. `once` is for what is kept: it takes a hundred times as long and comes out a sixth smaller; an answer that
 * somebody waits for takes about 2 ms for each 250 kB.
 */
export function pack(bytes: Uint8Array, encoding: Encoding, effort: 'once' | 'each-time'): Promise<Buffer> {
  if (encoding === 'gzip') return toGzip(bytes, { level: effort === 'once' ? 9 : 3 })
  return toBrotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: effort === 'once' ? constants.BROTLI_MAX_QUALITY : 4,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    },
  })
}
