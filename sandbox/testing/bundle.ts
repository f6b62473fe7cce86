import { mkdir, mkdtemp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'

/**
 * Bundles the sandbox as `npm start` has it and answers the file to run with node: it starts in a fraction of the time the sources
 * need. The folder lies below `node_modules`, since the database driver is found from there; the caller removes it.
 */
export async function bundleSandbox(): Promise<{ folder: string; program: string }> {
  const cache = resolve('node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'sandbox-'))
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir: folder,
      emptyOutDir: true,
      rollupOptions: { input: { sandbox: 'sandbox/main.ts' } },
    },
    ssr: { noExternal: true, external: ['libsql'] },
  })
  return { folder, program: join(folder, 'sandbox.js') }
}
