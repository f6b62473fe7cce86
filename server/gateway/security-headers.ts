import type { MiddlewareHandler } from 'hono'
import type { DeskEnv } from './context.ts'

/** The page needs none of these; a list, since an empty Permissions-Policy would leave every feature as it is. */
const FEATURES = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

/** Promise W1: only our own files and styles that carry this response's nonce. */
const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

const fixedHeaders = (publicUrl: URL): Readonly<Record<string, string>> => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': FEATURES.map((feature) => `${feature}=()`).join(', '),
  'x-frame-options': 'DENY',
  ...(publicUrl.protocol === 'https:' ? { 'strict-transport-security': 'max-age=31536000' } : {}),
})

/** The same for what is refused before it is a request: it has no content, so nothing at all may be loaded. */
export const refusalHeaders = (publicUrl: URL): Readonly<Record<string, string>> => ({
  ...fixedHeaders(publicUrl),
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
})

/** Puts the headers of promises W1, W2 and W5 on every response, errors included. What may be cached says so itself. */
export function securityHeaders(options: {
  readonly publicUrl: URL
  readonly random: (bytes: number) => Uint8Array
}): MiddlewareHandler<DeskEnv> {
  const fixed = fixedHeaders(options.publicUrl)
  return async (c, next) => {
    const nonce = Buffer.from(options.random(16)).toString('base64')
    c.set('nonce', nonce)
    await next()
    const { headers } = c.res
    headers.set('content-security-policy', contentSecurityPolicy(nonce))
    for (const [name, value] of Object.entries(fixed)) headers.set(name, value)
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  }
}
