import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import { ThemeProvider } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { styleNonce } from '#src/ui/style-nonce.ts'
import { muiTheme } from './mui-theme.ts'

const styles = createCache({ key: 'mui', prepend: true, nonce: styleNonce() })

/** Around whatever is made of Material UI's components. The look is chosen elsewhere (`look.ts`), and followed here by custom properties. */
export function MuiFrame({ children }: { readonly children: ReactNode }) {
  return (
    <CacheProvider value={styles}>
      <ThemeProvider theme={muiTheme} colorSchemeNode={null} storageManager={null}>
        {children}
      </ThemeProvider>
    </CacheProvider>
  )
}
