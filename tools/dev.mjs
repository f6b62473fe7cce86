import { runTogether } from './processes.mjs'
import { listening, stackEnvironment } from './stack.mjs'

// `npm run dev`: the same as `npm start` with hot reload. The page comes from vite, which passes /api, /desk and /auth on to the server.
const { server, sandbox, url } = stackEnvironment({ publicUrl: 'http://localhost:5173' })
const watch = (entry) => ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', entry]
await runTogether(
  [
    ...(sandbox ? [{ name: 'The sandbox', args: watch('sandbox/main.ts'), env: sandbox, ready: listening }] : []),
    { name: 'The server', args: watch('server/main.ts'), env: server, ready: listening },
    { name: 'vite', args: ['node_modules/vite/bin/vite.js'], env: server, ready: /Local:/ },
  ],
  () => console.log(`\nOpen ${url} in a browser. Ctrl+C ends it.\n`),
)
