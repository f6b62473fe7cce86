import { BlockList, isIP } from 'node:net'
import { ConfigurationError } from '#platform/env.ts'

/** Domains of the vendor's clouds. A tenant's API host is below one of them. */
const TENANT_DOMAINS = ['identitynow.com', 'identitynow-demo.com', 'identitynowgov.com', 'sailpoint.com']

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Loopback, private, link-local (with the metadata address 169.254.169.254), shared, multicast, reserved and documentation ranges. */
const notPublic = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  notPublic.addSubnet(network, prefix, 'ipv6')

const bare = (host: string) => host.replace(/^\[(.*)\]$/, '$1')
const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** Whether a host name or address means this machine. `host` as a URL writes it, so an IPv6 address may be in brackets. */
export function isLoopbackHost(host: string): boolean {
  const name = bare(host).toLowerCase()
  return name === 'localhost' || (isIP(name) !== 0 && loopback.check(name, familyOf(name)))
}

/** Whether an IP address is one that the public internet routes to. An IPv4 address inside an IPv6 one counts as the former. */
export function isPublicAddress(address: string): boolean {
  return isIP(address) !== 0 && !notPublic.check(address, familyOf(address))
}

/**
 * Reads an exact origin (`https://host[:port]`, nothing behind it) out of `text`. Raises `ConfigurationError` naming `variable` for a path,
 * a query, credentials or another scheme.
 */
export function parseOrigin(variable: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new ConfigurationError(variable, 'must be an address like https://acme.example.com.')
  if (url.username || url.password) throw new ConfigurationError(variable, 'must not hold a user name or password.')
  if (url.pathname !== '/' || url.search || url.hash || /[?#]/.test(text))
    throw new ConfigurationError(variable, `must be an origin only, ${url.origin}, with nothing behind it.`)
  return url
}

/** The tenant's API origin: https below one of the vendor's domains, or on this machine when `allowLoopback`. */
export function parseTenantUrl(variable: string, text: string, allowLoopback: boolean): URL {
  const url = parseOrigin(variable, text)
  if (isLoopbackHost(url.hostname)) {
    if (allowLoopback) return url
    throw new ConfigurationError(variable, 'names this machine; that needs ALLOW_LOOPBACK_TENANT=1 and is for development.')
  }
  if (url.protocol !== 'https:') throw new ConfigurationError(variable, 'must start with https://.')
  const host = url.hostname.toLowerCase()
  if (isIP(bare(host)) !== 0) throw new ConfigurationError(variable, 'must name a host, not an IP address.')
  if (!TENANT_DOMAINS.some((domain) => host.endsWith(`.${domain}`)))
    throw new ConfigurationError(variable, `must be a host below ${TENANT_DOMAINS.join(', ')}.`)
  return url
}

/** Finds the addresses of a host name; rejects when there are none. */
export type Lookup = (host: string) => Promise<readonly string[]>

/** At start: every address the tenant's name stands for must be public, unless it is this machine's and that is allowed (`parseTenantUrl`). */
export async function checkTenantAddress(variable: string, url: URL, lookup: Lookup): Promise<void> {
  if (isLoopbackHost(url.hostname)) return
  let addresses: readonly string[]
  try {
    addresses = await lookup(bare(url.hostname))
  } catch {
    throw new ConfigurationError(variable, `names ${url.hostname}, which cannot be found in the DNS.`)
  }
  const wrong = addresses.find((address) => !isPublicAddress(address))
  if (wrong !== undefined || addresses.length === 0)
    throw new ConfigurationError(variable, `names ${url.hostname}, which stands for ${wrong ?? 'no address'}: not a public one.`)
}
