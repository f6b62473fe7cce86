import { customProperties, selectorOf, theme } from '../ui/theme.ts'

/** The custom properties of both looks as a style sheet, which the build makes a file of: the browser has it before there is any script. */
export function themeCss(): string {
  const { fontWeight, fontSize, lineHeight, fontFamily } = theme.typography.body1
  return [
    rule(':root', [[`--${theme.prefix}-font-body1`, `${fontWeight} ${fontSize}/${lineHeight} ${fontFamily}`]]),
    rule(`:root, ${selectorOf('light')}`, inLook('light')),
    rule(selectorOf('dark'), inLook('dark')),
  ].join('\n')
}

const inLook = (look: 'light' | 'dark') => [['color-scheme', look] as const, ...customProperties(theme.colorSchemes[look])]

const rule = (selector: string, declarations: ReadonlyArray<readonly [name: string, value: string]>): string =>
  `${selector}{${declarations.map(([name, value]) => `${name}:${value};`).join('')}}`
