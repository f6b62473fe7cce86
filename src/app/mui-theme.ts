import { createTheme } from '@mui/material/styles'

declare module '@mui/material/styles' {
  interface CssThemeVariables {
    enabled: true
  }
  interface Palette {
    verb: Record<'grant' | 'remove' | 'change' | 'unknown' | 'task', string>
    age: Record<'fresh' | 'waiting' | 'long', string>
    surface: Record<'rail' | 'raised' | 'hover' | 'muted' | 'selected' | 'notice' | 'noticeText' | 'danger', string>
  }
  interface PaletteOptions {
    verb: Palette['verb']
    age: Palette['age']
    surface: Palette['surface']
  }
}

const family = "'Inter Variable', ui-sans-serif, system-ui, -apple-system, 'Segoe UI', sans-serif"

/** Widths at which the layout changes: the phone's bottom bar ends at `sm`, the split view begins at `md`, the full rail at `lg`. */
const widths = { xs: 0, sm: 700, md: 1000, lg: 1240, xl: 1680 }

/** Neutral surfaces, one accent; the other colours mean something and always come with a word. 4 px grid. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: '[data-theme="%s"]', cssVarPrefix: 'cs' },
  spacing: 4,
  shape: { borderRadius: 6 },
  breakpoints: { values: widths },
  colorSchemes: {
    light: {
      palette: {
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
      },
    },
    dark: {
      palette: {
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
      },
    },
  },
  typography: {
    fontFamily: family,
    fontSize: 14,
    htmlFontSize: 16,
    h1: { fontSize: '1.25rem', lineHeight: 1.4, fontWeight: 620, letterSpacing: '-0.012em' },
    h2: { fontSize: '0.8125rem', lineHeight: 1.5, fontWeight: 600 },
    body1: { fontSize: '0.875rem', lineHeight: 1.5 },
    body2: { fontSize: '0.8125rem', lineHeight: 1.45 },
    caption: { fontSize: '0.75rem', lineHeight: 1.4 },
    button: { fontSize: '0.8125rem', fontWeight: 560, textTransform: 'none', letterSpacing: 0 },
  },
  transitions: {
    duration: { shortest: 80, shorter: 100, short: 120, standard: 140, complex: 140, enteringScreen: 120, leavingScreen: 100 },
  },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true } },
  },
})
