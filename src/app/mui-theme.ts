import { createTheme } from '@mui/material/styles'
import { colorSchemeSelector, prefix, spacingUnit, theme, widths } from '#src/ui/theme.ts'

declare module '@mui/material/styles' {
  interface CssThemeVariables {
    enabled: true
  }
}

const { light, dark } = theme.colorSchemes

/** Our look for Material UI's components, under the same names of custom properties. */
export const muiTheme = createTheme({
  cssVariables: { colorSchemeSelector, cssVarPrefix: prefix },
  spacing: spacingUnit,
  shape: { borderRadius: 6 },
  breakpoints: { values: widths },
  colorSchemes: { light: { palette: light }, dark: { palette: dark } },
  typography: { fontFamily: theme.typography.body1.fontFamily, fontSize: 14, htmlFontSize: 16, ...theme.typography },
  transitions: {
    duration: { shortest: 80, shorter: 100, short: 120, standard: 140, complex: 140, enteringScreen: 120, leavingScreen: 100 },
  },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true } },
  },
})
