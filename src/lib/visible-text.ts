/** Characters that change how text reads without being seen: directional marks, zero-width ones, controls. */
const ranges = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
] as const

const isInvisible = (code: number): boolean => ranges.some(([first, last]) => code >= first && code <= last)

/**
 * Somebody else's text, made safe to read: a character nobody can see is written out (`[U+202E]`), so that a name cannot pose as another.
 * Line breaks and tabs stay.
 */
export function visibleText(text: string): string {
  // Most texts hold only printable ASCII; they are not taken apart.
  if (/^[ -~]*$/.test(text)) return text
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0
    return isInvisible(code) ? `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]` : character
  }).join('')
}

/** The same for a text that may be missing. */
export const visibleOrNull = (text: string | null): string | null => (text === null ? null : visibleText(text))
