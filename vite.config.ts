import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { compiledWhole, pageForFirstVisit } from './tools/page-plugin.ts'
import { themeStyleSheet } from './tools/theme-plugin.ts'

const workItem = ['src/features/work-item/WorkItemPage.tsx']

/** Builds the page into `dist/page`; the same file holds the vitest projects. */
export default defineConfig({
  plugins: [
    react(),
    themeStyleSheet(),
    pageForFirstVisit({
      first: 'early',
      screens: {
        '/inbox/*': workItem,
        '/completed/*': workItem,
        '/review': ['src/features/review/ReviewPage.tsx'],
        '/identities': ['src/features/identities/IdentitiesPage.tsx'],
        '/identities/*': ['src/features/identities/IdentitiesPage.tsx', 'src/features/identities/IdentityPage.tsx'],
        '/identities/invite': ['src/features/intake/IntakePage.tsx'],
        '/identities/process': ['src/features/intake/IntakePage.tsx'],
        '/activity': ['src/features/activity/ActivityPage.tsx'],
        '/activity/*': ['src/features/activity/run/RunPage.tsx'],
        '/activity/receipts': ['src/features/activity/receipts/ReceiptsPage.tsx'],
        '/activity/receipts/*': ['src/features/activity/receipts/ReceiptPage.tsx'],
        '/sign-in': ['src/features/session/SignInPage.tsx'],
      },
    }),
    compiledWhole(['libraries', 'desk']),
  ],
  build: {
    outDir: 'dist/page',
    target: 'es2023',
    manifest: true,
    // Every asset is a file of its own: the Content-Security-Policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Packing takes most of the build, knowingly.
      checks: { bundlerTimings: false },
      input: { index: 'index.html', early: 'src/early.ts' },
      output: {
        codeSplitting: {
          // What every screen begins with, the list among it, in two files: libraries, which seldom change, and ours.
          groups: [
            { name: 'libraries', test: /node_modules|rolldown[/:]runtime/, tags: ['$initial'], priority: 2 },
            { name: 'desk', test: /[\\/](src|contract)[\\/](?!early\.ts)/, tags: ['$initial'], priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    strictPort: true,
    // The Host header stays as the browser sent it: the desk's server accepts only its own PUBLIC_URL.
    proxy: Object.fromEntries(
      ['/api', '/desk', '/auth'].map((path) => [
        path,
        { target: `http://localhost:${process.env['PORT'] ?? 4000}`, changeOrigin: false },
      ]),
    ),
  },
  test: {
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{contract,platform,src,server,sandbox}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.{history,system}.test.ts', 'node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          // Long histories of runs on a virtual clock: every fault at every call, random schedules, hundreds of entries.
          name: 'history',
          include: ['server/**/*.history.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          // Real HTTP, processes and files: the sandbox's contract tests and the server's promises.
          name: 'system',
          include: ['{server,sandbox}/**/*.system.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
