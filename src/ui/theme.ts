/**
 * How everything looks: colours, type, distances, widths. Neutral surfaces, one accent; the other colours mean something and always come with a
 * word. `styled` hands it to what is drawn; Material UI's theme is made of the same.
 */

/** What the names of all custom properties begin with. */
export const prefix = 'cs'

const light = {
  primary: { main: '#4547c4', dark: '#3638a6', contrastText: '#ffffff' },
  error: { main: '#b3261e', dark: '#8f1d17', contrastText: '#ffffff' },
  warning: { main: '#8a5200' },
  success: { main: '#1a7044' },
  background: { default: '#ffffff', paper: '#ffffff' },
  text: { primary: '#17181c', secondary: '#5a5e68', disabled: '#8b8f99' },
  divider: '#e5e6ea',
  verb: { grant: '#1a7044', remove: '#b3261e', change: '#0b6480', unknown: '#8a5200', task: '#5a5e68' },
  age: { fresh: '#5a5e68', waiting: '#8a5200', long: '#b3261e' },
  surface: {
    rail: '#f6f6f8',
    raised: '#ffffff',
    hover: '#f3f3f6',
    muted: '#e5e6ea',
    selected: '#ececfa',
    notice: '#fff3d6',
    noticeText: '#5c3a00',
    danger: '#fdf0ef',
  },
}

type Palette = typeof light

const dark: Palette = {
  primary: { main: '#a3a5ff', dark: '#8c8ef5', contrastText: '#14152b' },
  error: { main: '#ff9a91', dark: '#f5847a', contrastText: '#2b0d0a' },
  warning: { main: '#e8b45c' },
  success: { main: '#6fd19b' },
  background: { default: '#131417', paper: '#1a1b1f' },
  text: { primary: '#ecedf0', secondary: '#a2a6b1', disabled: '#747985' },
  divider: '#292b31',
  verb: { grant: '#6fd19b', remove: '#ff9a91', change: '#6cc6e4', unknown: '#e8b45c', task: '#a2a6b1' },
  age: { fresh: '#a2a6b1', waiting: '#e8b45c', long: '#ff9a91' },
  surface: {
    rail: '#0e0f11',
    raised: '#1f2025',
    hover: '#1c1d22',
    muted: '#292b31',
    selected: '#25264a',
    notice: '#3a2c0c',
    noticeText: '#ffe2a8',
    danger: '#2f1a1a',
  },
}

/** The colours themselves, by look; what is drawn speaks of `theme.vars`, which follows the look. */
export const colorSchemes = { light, dark }

/** An element below this one has the look of that name. */
export const colorSchemeSelector = '[data-theme="%s"]'

const fontFamily = "'Inter Variable', ui-sans-serif, system-ui, -apple-system, 'Segoe UI', sans-serif"

/** px */
export const spacingUnit = 4

/** Widths (px) at which the layout changes: the phone's bottom bar ends at `sm`, the split view begins at `md`, the full rail at `lg`. */
export const widths = { xs: 0, sm: 700, md: 1000, lg: 1240, xl: 1680 }

type Width = keyof typeof widths

const typography = {
  h1: { fontFamily, fontSize: '1.25rem', lineHeight: 1.4, fontWeight: 620, letterSpacing: '-0.012em' },
  h2: { fontFamily, fontSize: '0.8125rem', lineHeight: 1.5, fontWeight: 600 },
  body1: { fontFamily, fontSize: '0.875rem', lineHeight: 1.5, fontWeight: 400 },
  body2: { fontFamily, fontSize: '0.8125rem', lineHeight: 1.45, fontWeight: 400 },
  caption: { fontFamily, fontSize: '0.75rem', lineHeight: 1.4, fontWeight: 400 },
  button: { fontFamily, fontSize: '0.8125rem', lineHeight: 1.75, fontWeight: 560, textTransform: 'none', letterSpacing: 0 },
} as const

/** The custom property that holds a colour: `--cs-palette-text-primary`. */
const nameOf = (...path: readonly string[]): string => `--${[prefix, 'palette', ...path].join('-')}`

/** Each colour of a group as a reference to its custom property. */
function references<Key extends string>(group: string, colours: Readonly<Record<Key, string>>): Readonly<Record<Key, string>> {
  const named: Record<Key, string> = { ...colours }
  for (const key in named) named[key] = `var(${nameOf(group, key)})`
  return named
}

/** All custom properties of one look with their colours. */
export const customProperties = (palette: Palette): ReadonlyArray<readonly [name: string, colour: string]> =>
  Object.entries(palette).flatMap(([group, colours]) =>
    typeof colours === 'string'
      ? [[nameOf(group), colours] as const]
      : Object.entries(colours).map(([key, colour]) => [nameOf(group, key), colour] as const),
  )

const below = (width: Width): string => `(max-width:${widths[width] - 0.05}px)`
const from = (width: Width): string => `(min-width:${widths[width]}px)`

export const theme = {
  prefix,
  /** The colours of the look one has; `colorSchemes` where a `var()` cannot be used. */
  vars: {
    palette: {
      primary: references('primary', light.primary),
      error: references('error', light.error),
      warning: references('warning', light.warning),
      success: references('success', light.success),
      background: references('background', light.background),
      text: references('text', light.text),
      divider: `var(${nameOf('divider')})`,
      verb: references('verb', light.verb),
      age: references('age', light.age),
      surface: references('surface', light.surface),
    },
  },
  colorSchemes,
  typography,
  breakpoints: {
    down: (width: Width): string => `@media ${below(width)}`,
    up: (width: Width): string => `@media ${from(width)}`,
    between: (start: Width, end: Width): string => `@media ${from(start)} and ${below(end)}`,
  },
  /** So many units of the 4 px grid, as one length or several. */
  spacing: (...units: ReadonlyArray<number | 'auto'>): string =>
    units.map((unit) => (unit === 'auto' ? unit : `${unit * spacingUnit}px`)).join(' '),
  /** What stands inside applies where this look was chosen, without outweighing anything. */
  inLook: (look: keyof typeof colorSchemes): string => `:where(${selectorOf(look)}) &`,
}

/** What has this look. */
export const selectorOf = (look: keyof typeof colorSchemes): string => colorSchemeSelector.replace('%s', look)

export type Theme = typeof theme
