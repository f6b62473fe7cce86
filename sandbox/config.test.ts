import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

const generated = { patSecret: 'made-pat', clientSecret: 'made-client' }

test('an empty environment gives the documented defaults', () => {
  expect(readConfig({}, generated)).toEqual({
    port: 4001,
    dataDir: './data/sandbox',
    seed: 20,
    identities: 300,
    openItems: 150,
    rateLimit: 100,
    patSecret: 'made-pat',
    clientId: 'countersign',
    clientSecret: 'made-client',
    redirectUris: ['http://localhost:4000/auth/callback'],
    testMode: false,
    accessTokenSeconds: 720,
    refreshTokenSeconds: 2_592_000,
  })
})

test('every variable is heard', () => {
  const config = readConfig(
    {
      SANDBOX_PORT: '0',
      SANDBOX_DATA_DIR: '/tmp/x',
      SANDBOX_SEED: '7',
      SANDBOX_IDENTITIES: '50000',
      SANDBOX_OPEN_ITEMS: '10000',
      SANDBOX_RATE_LIMIT: '0',
      SANDBOX_PAT_SECRET: 'p',
      SANDBOX_CLIENT_ID: 'c',
      SANDBOX_CLIENT_SECRET: 's',
      SANDBOX_REDIRECT_URIS: 'http://localhost:1/cb, http://127.0.0.1:1/cb',
      SANDBOX_TEST_MODE: '1',
      SANDBOX_ACCESS_TOKEN_SECONDS: '5',
    },
    generated,
  )
  expect(config).toMatchObject({ port: 0, dataDir: '/tmp/x', seed: 7, identities: 50_000, openItems: 10_000, rateLimit: 0 })
  expect(config).toMatchObject({ patSecret: 'p', clientId: 'c', clientSecret: 's', testMode: true, accessTokenSeconds: 5 })
  expect(config.redirectUris).toEqual(['http://localhost:1/cb', 'http://127.0.0.1:1/cb'])
})

test.each([
  ['SANDBOX_PORT', '70000'],
  ['SANDBOX_IDENTITIES', '10'],
  ['SANDBOX_RATE_LIMIT', 'many'],
  ['SANDBOX_REDIRECT_URIS', 'not a url'],
  ['SANDBOX_TEST_MODE', 'perhaps'],
])('a wrong %s is named', (variable, value) => {
  expect(() => readConfig({ [variable]: value }, generated)).toThrow(variable)
})
