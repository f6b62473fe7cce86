import type { Plugin } from 'vite'
import { themeCss } from '../src/app/theme-css.ts'

const NAME = 'virtual:theme.css'
/** As Rollup marks what is no file; the ending makes it a style sheet. */
const RESOLVED = `\0${NAME}`

/** Provides `virtual:theme.css`: the theme's custom properties, as a file. */
export function themeStyleSheet(): Plugin {
  return {
    name: 'theme-style-sheet',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    load: (id) => (id === RESOLVED ? themeCss() : undefined),
  }
}
