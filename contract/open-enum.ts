/** An enum value that may be one we do not know yet: `known` is for logic, `raw` for showing. */
export interface OpenEnum<Known extends string> {
  readonly known: Known | null
  /** As the tenant wrote it. */
  readonly raw: string
}

/**
 * Makes a reader for an open enum. It compares without case and ignores blanks around the text; anything but a filled
 * text gives null. `misspellings` maps what tenants write by mistake to what they mean.
 */
export function openEnumReader<Known extends string>(
  knownValues: readonly Known[],
  misspellings: Readonly<Record<string, Known>> = {},
): (value: unknown) => OpenEnum<Known> | null {
  const byFold = new Map<string, Known>([
    ...knownValues.map((known) => [known.toLowerCase(), known] as const),
    ...Object.entries(misspellings).map(([text, known]) => [text.toLowerCase(), known] as const),
  ])
  return (value) => {
    if (typeof value !== 'string' || value.trim() === '') return null
    const raw = value.trim()
    return { known: byFold.get(raw.toLowerCase()) ?? null, raw }
  }
}
