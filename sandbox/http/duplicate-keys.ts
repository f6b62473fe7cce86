const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],]/gu

/** An object whose keys are being read, or an array. */
interface Open {
  readonly keys: Set<string> | null
  expectsKey: boolean
}

/**
 * The first key that stands twice in one object of a JSON text, undefined when there is none. Readers disagree on which of the two
 * counts, so a request with one is refused. Keys are compared as read: `"a"` and `"\u0061"` are the same. Takes text that has been
 * parsed before; on anything else the answer means nothing.
 */
export function duplicateKey(json: string): string | undefined {
  const open: Open[] = []
  for (const [token] of json.matchAll(TOKEN)) {
    const inner = open.at(-1)
    if (token === '{') open.push({ keys: new Set(), expectsKey: true })
    else if (token === '[') open.push({ keys: null, expectsKey: false })
    else if (token === '}' || token === ']') open.pop()
    else if (token === ',') {
      if (inner) inner.expectsKey = inner.keys !== null
    } else if (inner?.keys && inner.expectsKey) {
      const key: unknown = JSON.parse(token)
      if (typeof key !== 'string') continue
      if (inner.keys.has(key)) return key
      inner.keys.add(key)
      inner.expectsKey = false
    }
  }
  return undefined
}
