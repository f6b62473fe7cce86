import type { CSSProperties } from 'react'

/**
 * Declarations, and by selector or at-rule those that apply to what is around or inside: `&:hover`, `& > svg`, `@media …`. A number is px
 * where a length is meant.
 */
export type Styles = CSSProperties & Others

interface Others {
  readonly [selectorOrAtRule: string]: string | number | undefined | Styles
}

/** Properties whose numbers are no lengths. */
const plainNumbers = new Set([
  'fontWeight',
  'lineHeight',
  'opacity',
  'zIndex',
  'order',
  'flex',
  'flexGrow',
  'flexShrink',
  'gridRow',
  'gridColumn',
  'orphans',
  'widows',
  'WebkitLineClamp',
])

/** Safari knows this one by its own name only. */
const alsoPrefixed = new Set(['userSelect'])

/**
 * The rules for what `selector` finds, each of them whole; `&` stands for the selector. Its own declarations come first, then what is nested,
 * so that a declaration for a coarse pointer holds wherever it was written. Of several `styles` the later ones outweigh the earlier.
 */
export function rulesOf(selector: string, ...styles: readonly Styles[]): string[] {
  const nested: string[] = []
  let declarations = ''
  for (const [key, value] of styles.flatMap((each) => Object.entries(each))) {
    if (value === undefined) continue
    if (typeof value !== 'object') declarations += declaration(key, value)
    else if (key.startsWith('@')) nested.push(`${key}{${rulesOf(selector, value).join('')}}`)
    else nested.push(...rulesOf(key.replaceAll('&', selector.includes(',') ? `:is(${selector})` : selector), value))
  }
  return declarations === '' ? nested : [`${selector}{${declarations}}`, ...nested]
}

function declaration(key: string, value: string | number): string {
  const isOwn = key.startsWith('--')
  const text = typeof value === 'number' && value !== 0 && !isOwn && !plainNumbers.has(key) ? `${value}px` : value
  const name = isOwn ? key : key.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
  return `${alsoPrefixed.has(key) ? `-webkit-${name}:${text};` : ''}${name}:${text};`
}
