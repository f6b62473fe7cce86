import { QueryClientProvider } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { BrowserRouter } from 'react-router'
import { SettingsProvider } from '#src/components/settings.tsx'
import { MessagesProvider } from '#src/lib/messages/context.tsx'
import { Announcer } from '#src/ui/Announcer.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { AppRoutes } from './routes.tsx'

/** Everything the page stands in: texts, data, addresses. */
export function App({ client }: { readonly client: QueryClient }) {
  return (
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
  )
}
