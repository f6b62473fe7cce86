import { expect, test } from 'vitest'
import { themeCss } from './theme-css.ts'
import { theme } from './theme.ts'

const css = themeCss(theme)
const namesIn = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))]

test('every custom property that the theme speaks of is in its style sheet', () => {
  const spoken = namesIn(JSON.stringify(theme.vars), /var\((--cs-[\w-]+)/g)
  const defined = namesIn(css, /[{;](--cs-[\w-]+):/g)
  expect(spoken.length).toBeGreaterThan(200)
  expect(spoken.filter((name) => !defined.includes(name))).toEqual([])
})

test('each look has its colours, and tells the browser which it is', () => {
  const dark = css.split('\n').find((rule) => rule.startsWith('[data-theme="dark"]'))
  const light = css.split('\n').find((rule) => rule.startsWith(':root, [data-theme="light"]'))
  expect(dark).toContain('{color-scheme:dark;')
  expect(dark).toContain('--cs-palette-background-paper:#1a1b1f;')
  expect(light).toContain('{color-scheme:light;')
  expect(light).toContain('--cs-palette-background-paper:#ffffff;')
})
