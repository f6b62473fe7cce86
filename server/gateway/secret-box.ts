import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

const VERSION = 'v1'
const IV_BYTES = 12
const TAG_BYTES = 16

/** Something that was not sealed by one of our keys for this purpose, or that was changed since. */
export class UnsealError extends Error {
  override readonly name = 'UnsealError'
}

interface NamedKey {
  readonly id: string
  readonly key: Buffer
}

/**
 * Seals short texts with AES-256-GCM. The first of `keys` (32 bytes each) seals, all of them open, so a key is rotated by putting a new
 * one in front. `purpose` is bound in: what was sealed for one session cannot be opened as another's.
 */
export class SecretBox {
  readonly #keys: readonly NamedKey[]
  constructor(keys: readonly [Buffer, ...Buffer[]]) {
    this.#keys = keys.map((key) => ({ id: createHash('sha256').update(key).digest('hex').slice(0, 8), key }))
  }

  seal(text: string, purpose: string): string {
    const [first] = this.#keys
    if (!first) throw new UnsealError('There is no key')
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv('aes-256-gcm', first.key, iv, { authTagLength: TAG_BYTES })
    cipher.setAAD(Buffer.from(`${VERSION}.${first.id}.${purpose}`))
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return [VERSION, first.id, iv.toString('base64url'), sealed.toString('base64url')].join('.')
  }

  /** Raises `UnsealError`. */
  open(envelope: string, purpose: string): string {
    const [version, keyId, iv, sealed] = envelope.split('.')
    const named = this.#keys.find((candidate) => candidate.id === keyId)
    if (version !== VERSION || !named || iv === undefined || sealed === undefined)
      throw new UnsealError('Sealed with no key of ours')
    try {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', named.key, Buffer.from(iv, 'base64url'), { authTagLength: TAG_BYTES })
      decipher.setAAD(Buffer.from(`${VERSION}.${named.id}.${purpose}`))
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
      return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
    } catch (error) {
      throw new UnsealError('Not what was sealed', { cause: error })
    }
  }
}
