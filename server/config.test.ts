import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { checkTenantAddress, isPublicAddress } from './gateway/tenant-address.ts'

const good = {
  TENANT_API_URL: 'https://acme.api.identitynow.com',
  OAUTH_CLIENT_ID: 'desk',
  OAUTH_CLIENT_SECRET: 'canary-secret',
}

test('three variables are enough', () => {
  const config = readConfig(good)
  expect(config).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    dataDir: './data',
    pathStyle: 'beta',
    allowLoopbackTenant: false,
  })
  expect([config.publicUrl.origin, config.tenantUrl.origin]).toEqual([
    'http://localhost:4000',
    'https://acme.api.identitynow.com',
  ])
})

test.each([
  ['TENANT_API_URL', {}],
  ['OAUTH_CLIENT_ID', {}],
  ['OAUTH_CLIENT_SECRET', {}],
  ['PORT', { PORT: 'abc' }],
  ['TENANT_PATH_STYLE', { TENANT_PATH_STYLE: 'v3' }],
  ['ALLOW_LOOPBACK_TENANT', { ALLOW_LOOPBACK_TENANT: 'yes' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'desk.example.com' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgres://localhost/desk' }],
])('an error names %s and keeps secrets to itself', (variable, change) => {
  const env = { ...good, ...change, ...(Object.keys(change).length === 0 ? { [variable]: '' } : {}) }
  expect(() => readConfig(env)).toThrow(new RegExp(`^${variable} `))
  expect(() => readConfig(env)).not.toThrow(/canary/)
})

test.each([
  [{ HOST: '0.0.0.0' }, 'a reachable host without a public address'],
  [{ HOST: '::', PUBLIC_URL: 'http://localhost:4000' }, 'a reachable host with a public address of this machine'],
  [{ HOST: '10.0.0.5', PUBLIC_URL: 'http://desk.example.com' }, 'a reachable host without TLS'],
  [{ PUBLIC_URL: 'http://desk.example.com' }, 'a public address without TLS'],
  [{ PUBLIC_URL: 'https://desk.example.com/app' }, 'a public address with a path'],
  [{ PUBLIC_URL: 'https://a:b@desk.example.com' }, 'a public address with a password'],
  [{ PUBLIC_URL: 'ftp://desk.example.com' }, 'a public address of another scheme'],
])('S12 the server does not start with %j: %s', (change, _what) => {
  expect(() => readConfig({ ...good, ...change })).toThrow(/^PUBLIC_URL /)
})

test('S12 behind TLS any host may be listened on', () => {
  expect(readConfig({ ...good, HOST: '0.0.0.0', PUBLIC_URL: 'https://desk.example.com' }).host).toBe('0.0.0.0')
  expect(readConfig({ ...good, HOST: '127.0.0.2', PUBLIC_URL: 'http://127.0.0.1:4000' }).host).toBe('127.0.0.2')
})

test.each([
  'http://acme.api.identitynow.com',
  'https://acme.api.identitynow.com/beta',
  'https://acme.api.identitynow.com/?x',
  'https://acme.api.identitynow.com/#x',
  'https://user:pw@acme.api.identitynow.com',
  'https://identitynow.com.evil.example',
  'https://evilidentitynow.com',
  'https://evil.example',
  'https://localhost',
  'http://localhost:4001',
  'http://127.0.0.1:4001',
  'https://127.1',
  'https://2130706433',
  'https://0x7f000001',
  'https://[::1]',
  'https://[::ffff:127.0.0.1]',
  'https://10.0.0.1',
  'https://192.168.1.1',
  'https://169.254.169.254',
  'https://metadata.google.internal',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'acme.api.identitynow.com',
  '//acme.api.identitynow.com',
])('S10 no tenant at %s', (url) => {
  expect(() => readConfig({ ...good, TENANT_API_URL: url })).toThrow(/^TENANT_API_URL /)
})

test('S10 a tenant on this machine needs its flag, and the flag opens nothing else', () => {
  const env = { ...good, ALLOW_LOOPBACK_TENANT: '1' }
  for (const url of ['http://localhost:4001', 'http://127.0.0.1:4001', 'http://[::1]:4001'])
    expect(readConfig({ ...env, TENANT_API_URL: url }).tenantUrl.origin).toBe(url)
  for (const url of [
    'http://10.0.0.1',
    'http://acme.api.identitynow.com',
    'https://192.168.1.1',
    'http://localhost.evil.example',
  ])
    expect(() => readConfig({ ...env, TENANT_API_URL: url })).toThrow(/^TENANT_API_URL /)
})

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.0.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:10.0.0.1',
  '::ffff:169.254.169.254',
  '64:ff9b::a00:1',
  'not-an-address',
])('S10 %s is not a public address', async (address) => {
  expect(isPublicAddress(address)).toBe(false)
  const tenant = new URL(good.TENANT_API_URL)
  await expect(checkTenantAddress('TENANT_API_URL', tenant, () => Promise.resolve(['8.8.8.8', address]))).rejects.toThrow(
    /^TENANT_API_URL /,
  )
})

test('S10 a tenant whose name cannot be found is refused, one with public addresses is not', async () => {
  const tenant = new URL(good.TENANT_API_URL)
  await expect(checkTenantAddress('TENANT_API_URL', tenant, () => Promise.reject(new Error('ENOTFOUND')))).rejects.toThrow(
    /cannot be found/,
  )
  await expect(checkTenantAddress('TENANT_API_URL', tenant, () => Promise.resolve([]))).rejects.toThrow(/no address/)
  await checkTenantAddress('TENANT_API_URL', tenant, () => Promise.resolve(['8.8.8.8', '2606:4700::1111']))
  expect(isPublicAddress('8.8.8.8')).toBe(true)
})
