/** Rules as the theme gives them: by selector, each a list of custom properties, and `colorScheme`. */
type Rules = Readonly<Record<string, Readonly<Record<string, string | number>>>>

/**
 * The custom properties of a theme as a style sheet. The build makes a file of it, so that the browser need not be handed the hundreds of them by
 * script at every visit.
 */
export function themeCss(theme: { generateStyleSheets: () => readonly Rules[] }): string {
  return theme
    .generateStyleSheets()
    .flatMap((rules) => Object.entries(rules))
    .map(([selector, properties]) => `${selector}{${Object.entries(properties).map(declaration).join('')}}\n`)
    .join('')
}

const declaration = ([name, value]: [string, string | number]): string =>
  `${name.startsWith('--') ? name : name.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}:${value};`
