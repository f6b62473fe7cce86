import 'virtual:theme.css'
import './app/baseline.css'
import '@fontsource-variable/inter/wght.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { createQueryClient } from './api/query-client.ts'
import { warmUp } from './app/warm-up.ts'
import { browserSettings } from './lib/browser-store.ts'
import { parseThemeChoice, resolveTheme, themeKey } from './lib/settings.ts'

// `early.ts` has settled the look before anything was painted; during development there is no such file.
const systemIsDark = matchMedia('(prefers-color-scheme: dark)').matches
document.documentElement.dataset['theme'] = resolveTheme(parseThemeChoice(browserSettings.read(themeKey)), systemIsDark)

// A page kept by the back button may belong to somebody who has signed out since.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})

const client = createQueryClient()
const root = document.querySelector('#root')
// Not awaited: the code that is being fetched imports this file's.
if (root) void warmUp(client, location.pathname, location.search).then(() => createRoot(root).render(<App client={client} />))
