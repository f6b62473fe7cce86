import { buildWhatIsMissing } from './build.mjs'
import { runTogether } from './processes.mjs'
import { listening, stackEnvironment } from './stack.mjs'

// `npm start`: builds what is missing, then serves the desk; with a sandbox tenant beside it unless TENANT_API_URL names a real one.
buildWhatIsMissing()
const { server, sandbox, url } = stackEnvironment()
await runTogether(
  [
    ...(sandbox ? [{ name: 'The sandbox', args: ['dist/node/sandbox.js'], env: sandbox, ready: listening }] : []),
    { name: 'The server', args: ['dist/node/server.js'], env: server, ready: listening },
  ],
  () => console.log(`\nOpen ${url} in a browser. Ctrl+C ends it.\n`),
)
