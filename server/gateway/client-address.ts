import { BlockList, isIP } from 'node:net'
import { ConfigurationError } from '#platform/env.ts'

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** An IPv4 address inside an IPv6 one is the former. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')

/** Reads a list of addresses and networks (`10.0.0.7, 10.1.0.0/16`) that may speak for others. Raises `ConfigurationError` naming `variable`. */
export function parseProxies(variable: string, text: string | undefined): BlockList {
  const proxies = new BlockList()
  for (const part of (text ?? '').split(',').map((each) => each.trim())) {
    if (part === '') continue
    const [address = '', prefix, more] = part.split('/')
    const bits = prefix === undefined ? undefined : Number(prefix)
    const most = isIP(address) === 6 ? 128 : 32
    const isNetwork = bits !== undefined && /^\d{1,3}$/.test(prefix ?? '') && bits >= 1 && bits <= most
    if (isIP(address) === 0 || more !== undefined || (bits !== undefined && !isNetwork))
      throw new ConfigurationError(variable, `must list addresses or networks like 10.0.0.7 or 10.1.0.0/16, not "${part}".`)
    if (bits === undefined) proxies.addAddress(address, familyOf(address))
    else proxies.addSubnet(address, bits, familyOf(address))
  }
  return proxies
}

/**
 * Whose address a request counts for. Only what a listed proxy added to X-Forwarded-For is believed (promise S12): from the end of the
 * list backwards, past every listed proxy, to the first address that is not one. Anything unreadable on the way ends it there.
 */
export function clientAddress(remote: string | undefined, forwardedFor: string | undefined, proxies: BlockList): string {
  let address = plain(remote ?? '')
  const isProxy = (candidate: string) => isIP(candidate) !== 0 && proxies.check(candidate, familyOf(candidate))
  for (const hop of (forwardedFor ?? '').split(',').toReversed()) {
    if (!isProxy(address)) break
    const next = plain(hop.trim())
    if (isIP(next) === 0) break
    address = next
  }
  return address
}
