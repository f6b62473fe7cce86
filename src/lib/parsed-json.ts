/** What a kept text says, or null when there is none or it is no JSON. */
export function parsedJson(text: string | null): unknown {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return value
  } catch {
    return null
  }
}
