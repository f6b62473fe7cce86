import { describe, expect, test } from 'vitest'
import { clientAddress, parseProxies } from './client-address.ts'

const none = parseProxies('TRUSTED_PROXIES', undefined)
const listed = parseProxies('TRUSTED_PROXIES', '10.0.0.7, 10.1.0.0/16,fd00::/8')

describe('S12 whose address counts', () => {
  test.each<[string, string | undefined]>([
    ['1.2.3.4', undefined],
    ['1.2.3.4', '5.6.7.8'],
    ['1.2.3.4', '10.0.0.7'],
    ['127.0.0.1', '5.6.7.8'],
    ['10.0.0.7', '5.6.7.8'],
    ['::ffff:10.0.0.7', '5.6.7.8'],
  ])('S12 without a list of proxies %s counts as itself, whatever it forwards (%s)', (remote, forwarded) => {
    expect(clientAddress(remote, forwarded, none)).toBe(remote.replace('::ffff:', ''))
  })

  test.each<[spoof: string, remote: string, forwarded: string | undefined, counts: string]>([
    ['a stranger who names another', '1.2.3.4', '5.6.7.8', '1.2.3.4'],
    ['a stranger who names a proxy', '1.2.3.4', '10.0.0.7', '1.2.3.4'],
    ['a neighbour of the proxy', '10.0.0.8', '5.6.7.8', '10.0.0.8'],
    ['a client that sends the header itself, before the proxy adds', '10.0.0.7', '9.9.9.9, 5.6.7.8', '5.6.7.8'],
    ['a client that names a proxy in front of itself', '10.0.0.7', '9.9.9.9, 10.1.2.3, 5.6.7.8', '5.6.7.8'],
    ['two proxies behind each other', '10.0.0.7', '5.6.7.8, 10.1.2.3', '5.6.7.8'],
    ['a proxy of IPv6', 'fd00::1', '2606:4700::1111', '2606:4700::1111'],
    ['a proxy inside an IPv6 address', '::ffff:10.0.0.7', '::ffff:5.6.7.8', '5.6.7.8'],
    ['a port with it', '10.0.0.7', '5.6.7.8:1234', '10.0.0.7'],
    ['a name', '10.0.0.7', 'evil.example', '10.0.0.7'],
    ['nothing', '10.0.0.7', '', '10.0.0.7'],
    ['commas', '10.0.0.7', '5.6.7.8,,', '10.0.0.7'],
    ['a number', '10.0.0.7', '84281096', '10.0.0.7'],
    ['a list of proxies only', '10.0.0.7', '10.1.0.1, 10.1.0.2', '10.1.0.1'],
    ['no header', '10.0.0.7', undefined, '10.0.0.7'],
  ])('S12 %s', (_, remote, forwarded, counts) => {
    expect(clientAddress(remote, forwarded, listed)).toBe(counts)
  })

  test('S12 15 spoofs of the Forwarded family change nothing without a list', () => {
    const spoofs = [
      '5.6.7.8',
      '127.0.0.1',
      '::1',
      'localhost',
      '10.0.0.7',
      'unknown',
      '_hidden',
      '"[::1]:80"',
      '5.6.7.8, 127.0.0.1',
    ]
    for (const spoof of spoofs) expect(clientAddress('1.2.3.4', spoof, none)).toBe('1.2.3.4')
  })
})

test.each(['10.0.0', 'proxy.example', '10.0.0.0/33', '10.0.0.0/0', 'fd00::/129', '10.0.0.0/8/8', '10.0.0.0/', '*', 'all'])(
  'S12 %s is no list of proxies',
  (text) => {
    expect(() => parseProxies('TRUSTED_PROXIES', text)).toThrow(/^TRUSTED_PROXIES /)
  },
)
