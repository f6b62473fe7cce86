/** The first letters or digits of the first and the last word of a name; what cannot be read, or turns what is beside it, is never one. */
export function initialsOf(name: string): string {
  const letters = name.split(/[\s.-]+/).flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? [])
  const [first = '', ...others] = letters
  return `${first}${others.at(-1) ?? ''}`.toLocaleUpperCase()
}
