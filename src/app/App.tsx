import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import { ThemeProvider } from '@mui/material/styles'
import { QueryClientProvider } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { BrowserRouter } from 'react-router'
import { SettingsProvider } from '#src/components/settings.tsx'
import { MessagesProvider } from '#src/lib/messages/context.tsx'
import { themeKey } from '#src/lib/settings.ts'
import { Announcer } from '#src/ui/Announcer.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { AppRoutes } from './routes.tsx'
import { theme } from './theme.ts'

/** The server puts a fresh nonce into the page; without a server (development) the placeholder is still there. */
function styleNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content
  return nonce === undefined || nonce.startsWith('__') ? undefined : nonce
}

const nonce = styleNonce()
const styles = createCache({ key: 'cs', prepend: true, ...(nonce !== undefined && { nonce }) })

/** Everything the page stands in: styles, theme, texts, data, addresses. */
export function App({ client }: { readonly client: QueryClient }) {
  return (
    <CacheProvider value={styles}>
      {/* The custom properties come as a file (`virtual:theme.css`), and so does what holds for every page (`baseline.css`). */}
      <ThemeProvider theme={theme} defaultMode="system" modeStorageKey={themeKey} disableStyleSheetGeneration>
        <MessagesProvider>
          <ErrorBoundary>
            <QueryClientProvider client={client}>
              <SettingsProvider>
                <Announcer>
                  <BrowserRouter useTransitions={false}>
                    <AppRoutes />
                  </BrowserRouter>
                </Announcer>
              </SettingsProvider>
            </QueryClientProvider>
          </ErrorBoundary>
        </MessagesProvider>
      </ThemeProvider>
    </CacheProvider>
  )
}
