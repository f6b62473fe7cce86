import dns from 'node:dns'
import type { LookupAddress } from 'node:dns'
import { isLoopbackHost, isPublicAddress } from './tenant-address.ts'

type Done = (error: NodeJS.ErrnoException | null, address?: string | LookupAddress[], family?: number) => void
type Lookup = (host: string, options: unknown, done: Done) => void

const notFound = (host: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`${host} stands for an address that is not public`), { code: 'ENOTFOUND', syscall: 'getaddrinfo' })

/**
 * A lookup that finds `host` only at public addresses. At start they were all looked at; a name may stand for others by the time somebody
 * connects (promise S10). One that is not public makes the name one that cannot be found, so not a byte leaves. Others pass through.
 */
export function guardedLookup(host: string, find: Lookup): Lookup {
  const wanted = host.toLowerCase()
  return (asked, options, done) => {
    if (asked.toLowerCase() !== wanted) return find(asked, options, done)
    find(asked, options, (error, address, family) => {
      const found = Array.isArray(address) ? address.map((each) => each.address) : [address ?? '']
      if (error) done(error)
      else if (!found.every(isPublicAddress)) done(notFound(asked))
      else done(null, address, family)
    })
  }
}

/** From now on every connection of this process to the tenant is made to a public address; a tenant on this machine is left alone. */
export function guardLookups(tenantUrl: URL): void {
  if (isLoopbackHost(tenantUrl.hostname)) return
  // Connections look names up by this very property; `fetch` offers no other way to say at which address.
  const original = dns.lookup
  const find: Lookup = (...asked) => void Reflect.apply(original, dns, asked)
  const guarded = guardedLookup(tenantUrl.hostname, find)
  Reflect.set(dns, 'lookup', (host: string, options: unknown, done?: Done) => {
    if (typeof options === 'function') guarded(host, {}, (...answer) => Reflect.apply(options, undefined, answer))
    else if (done) guarded(host, options, done)
  })
}
