import 'virtual:theme.css'
import './app/baseline.css'
import '@fontsource-variable/inter/wght.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { createQueryClient } from './api/query-client.ts'
import { followLook } from './app/look.ts'
import { warmUp } from './app/warm-up.ts'

// `early.ts` has settled the look before anything was painted; during development there is no such file.
followLook()

// A page kept by the back button may belong to somebody who has signed out since.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})

const client = createQueryClient()
const root = document.querySelector('#root')
// Not awaited: the code that is being fetched imports this file's.
if (root) void warmUp(client, location.pathname, location.search).then(() => createRoot(root).render(<App client={client} />))
