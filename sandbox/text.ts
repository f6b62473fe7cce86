/** Folds text for searching without case, in any script; the same folding is used for the stored keys and for what is searched. */
export const fold = (text: string): string => text.normalize('NFC').toLowerCase()

/** ASCII letters of a name, for account names: `Łukasz O’Brien` becomes `lukasz obrien`. */
export function plainLetters(text: string): string {
  const special: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', ß: 'ss', ı: 'i', đ: 'd', æ: 'ae' }
  return text
    .toLowerCase()
    .replaceAll(/[łøßıđæ]/g, (letter) => special[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/[^a-z0-9 -]/g, '')
}

/** Milliseconds as the tenant writes times: `2026-03-04T09:15:27.418Z`. */
export const isoTime = (ms: number): string => new Date(ms).toISOString()
