import dns from 'node:dns'
import { afterEach, expect, test } from 'vitest'
import { guardedLookup, guardLookups } from './guarded-lookup.ts'

const real = dns.lookup
afterEach(() => {
  Reflect.set(dns, 'lookup', real)
})

const TENANT = 'acme.api.identitynow.com'
const finding =
  (...addresses: string[]): Parameters<typeof guardedLookup>[1] =>
  (_, __, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )

function looked(host: string, ...addresses: string[]): Promise<string> {
  return new Promise((resolve) => {
    guardedLookup(TENANT, finding(...addresses))(host, { all: true }, (error, found) =>
      resolve(error?.code ?? (Array.isArray(found) ? found.map(({ address }) => address).join() : '')),
    )
  })
}

test.each(['127.0.0.1', '10.0.0.1', '169.254.169.254', '::1', 'fd00::1', '::ffff:10.0.0.1', '0.0.0.0', '100.64.0.1'])(
  'S10 a tenant whose name has come to stand for %s since the start cannot be found any more',
  async (address) => {
    expect(await looked(TENANT, address)).toBe('ENOTFOUND')
    expect(await looked(TENANT.toUpperCase(), '8.8.8.8', address)).toBe('ENOTFOUND')
  },
)

test('S10 public addresses of the tenant are found, and other names are none of its business', async () => {
  expect(await looked(TENANT, '8.8.8.8', '2606:4700::1111')).toBe('8.8.8.8,2606:4700::1111')
  expect(await looked('localhost', '127.0.0.1')).toBe('127.0.0.1')
})

test('S10 fetch connects by that lookup: a name that was rebound to this machine gets not one byte', async () => {
  const asked: string[] = []
  Reflect.set(dns, 'lookup', (...[host, options, done]: Parameters<ReturnType<typeof guardedLookup>>) => {
    asked.push(host)
    finding('127.0.0.1')(host, options, done)
  })
  guardLookups(new URL(`https://${TENANT}`))
  await expect(fetch(`http://${TENANT}:4001/`)).rejects.toMatchObject({ cause: { code: 'ENOTFOUND', syscall: 'getaddrinfo' } })
  expect(asked).toEqual([TENANT])
})

test('S10 a tenant on this machine, which only a flag allows, is left alone', () => {
  guardLookups(new URL('http://localhost:4001'))
  expect(dns.lookup).toBe(real)
})
