import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' }

/** The bare list, built and served from files as well as a plain server can: packed, and its script kept by the browser. */
export async function serveBareList(workItems: unknown): Promise<{ url: string; close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bare-list-'))
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false } },
  })
  const pack = (body: Buffer | string) => brotliCompressSync(body)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => extname(file) !== '')
  const packed = new Map(files.map((file) => [`/${file}`, pack(readFileSync(join(folder, file)))]))
  rmSync(folder, { recursive: true, force: true })
  packed.set('/work-items.json', pack(JSON.stringify(workItems)))
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url ?? '/', 'http://localhost')
    const path = pathname === '/' ? '/index.html' : pathname
    const [type, body] = [types[extname(path)], packed.get(path)]
    if (type === undefined || body === undefined) {
      response.writeHead(404).end()
      return
    }
    const isKept = path.startsWith('/assets/')
    const headers = { 'content-type': type, 'content-encoding': 'br', 'content-length': body.length }
    response
      .writeHead(200, { ...headers, 'cache-control': isKept ? 'public, max-age=31536000, immutable' : 'no-cache' })
      .end(body)
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The system gave no port.')
  return {
    url: `http://localhost:${address.port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
