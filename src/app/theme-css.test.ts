import { expect, test } from 'vitest'
import { customProperties, theme } from '#src/ui/theme.ts'
import { muiTheme } from './mui-theme.ts'
import { themeCss } from './theme-css.ts'

/** Declarations by rule: `:root`, and each look. */
const rulesOf = (css: string) =>
  new Map(
    [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => [
      selector.trim(),
      body.split(';').filter(Boolean),
    ]),
  )

const looks = { light: ':root, [data-theme="light"]', dark: '[data-theme="dark"]' } as const

test.each(['light', 'dark'] as const)(
  'the %s look has the colours that Material UI makes of the same palette, and tells the browser',
  (look) => {
    const ours = rulesOf(themeCss()).get(looks[look]) ?? []
    const theirs = muiTheme
      .generateStyleSheets()
      .flatMap((sheet) => Object.entries(sheet))
      .flatMap(([selector, properties]) => (selector === looks[look] ? Object.entries<unknown>({ ...properties }) : []))
      .map(([name, value]) => `${name === 'colorScheme' ? 'color-scheme' : name}:${String(value)}`)
    expect(ours).toHaveLength(customProperties(theme.colorSchemes[look]).length + 1)
    expect(ours.filter((line) => !theirs.includes(line))).toEqual([])
  },
)
