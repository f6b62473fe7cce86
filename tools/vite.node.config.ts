import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Bundles the two Node processes, the desk's server and the sandbox tenant, into `dist/node`. */
export default defineConfig({
  root,
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/node',
    emptyOutDir: true,
    rollupOptions: { input: { server: 'server/main.ts', sandbox: 'sandbox/main.ts' } },
  },
  // libsql carries its native binary in a package of its own, found at run time; everything else is bundled.
  ssr: { noExternal: true, external: ['libsql'] },
})
