import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { SecretBox, UnsealError } from './secret-box.ts'
import { loadSecretKeys, parseSecretKeys } from './secret-keys.ts'

const key = randomBytes(32)

test('S1 what is sealed is not readable and opens again, for its own purpose only', () => {
  const box = new SecretBox([key])
  const sealed = box.seal('canary-token', 'session:a')
  expect(sealed).not.toContain('canary')
  expect(box.open(sealed, 'session:a')).toBe('canary-token')
  expect(() => box.open(sealed, 'session:b')).toThrow(UnsealError)
  expect(box.seal('canary-token', 'session:a')).not.toBe(sealed)
})

test('S1 a changed envelope does not open', () => {
  const box = new SecretBox([key])
  const parts = box.seal('canary-token', 'p').split('.')
  for (const index of parts.keys()) {
    const changed = parts.map((part, at) => (at === index ? (part.startsWith('A') ? 'B' : 'A') + part.slice(1) : part)).join('.')
    expect(() => box.open(changed, 'p')).toThrow(UnsealError)
  }
  for (const nonsense of ['', 'v1', 'v1...', parts.slice(0, 3).join('.')])
    expect(() => box.open(nonsense, 'p')).toThrow(UnsealError)
})

test('S1 a key is rotated by putting a new one in front', () => {
  const next = randomBytes(32)
  const old = new SecretBox([key]).seal('text', 'p')
  const rotated = new SecretBox([next, key])
  expect(rotated.open(old, 'p')).toBe('text')
  expect(() => new SecretBox([key]).open(rotated.seal('text', 'p'), 'p')).toThrow(UnsealError)
  expect(() => new SecretBox([next]).open(old, 'p')).toThrow(UnsealError)
})

test('a key is 32 bytes in hex or base64; the error does not repeat it', () => {
  for (const text of [key.toString('hex'), key.toString('base64'), key.toString('base64url')])
    expect(parseSecretKeys(text)[0]).toEqual(key)
  expect(parseSecretKeys(`${key.toString('hex')}, ${key.toString('base64')}`)).toEqual([key, key])
  for (const text of ['', 'canary', 'canary'.repeat(9), `${key.toString('hex')},`]) {
    expect(() => parseSecretKeys(text)).toThrow(/^SECRET_KEY must be 32 random bytes/)
    expect(() => parseSecretKeys(text)).not.toThrow(/canary/)
  }
})

test('a key is made once, kept where only its owner can read it', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'countersign-'))
  try {
    const made = loadSecretKeys(undefined, dataDir)
    expect(loadSecretKeys(undefined, dataDir)).toEqual(made)
    expect(statSync(join(dataDir, 'secret-key')).mode & 0o777).toBe(0o600)
    expect(readdirSync(dataDir)).toEqual(['secret-key'])
    expect(loadSecretKeys(key.toString('hex'), dataDir)).toEqual([key])
  } finally {
    rmSync(dataDir, { recursive: true })
  }
})
