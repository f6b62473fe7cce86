import { randomBytes } from 'node:crypto'

const set = (name) => process.env[name]?.trim() || undefined

/**
 * The environment of the two processes, from ours: which ports, and the OAuth client they share. `sandbox` is undefined when
 * `TENANT_API_URL` names a tenant: then nothing of the sandbox runs.
 */
export function stackEnvironment({ publicUrl } = {}) {
  const port = set('PORT') ?? '4000'
  const url = set('PUBLIC_URL') ?? publicUrl ?? `http://localhost:${port}`
  if (set('TENANT_API_URL')) return { url, server: { PORT: port, PUBLIC_URL: url }, sandbox: undefined }
  const sandboxPort = set('SANDBOX_PORT') ?? '4001'
  const client = {
    id: set('SANDBOX_CLIENT_ID') ?? 'countersign',
    secret: set('SANDBOX_CLIENT_SECRET') ?? randomBytes(24).toString('base64url'),
  }
  return {
    url,
    server: {
      PORT: port,
      PUBLIC_URL: url,
      TENANT_API_URL: `http://localhost:${sandboxPort}`,
      ALLOW_LOOPBACK_TENANT: '1',
      OAUTH_CLIENT_ID: client.id,
      OAUTH_CLIENT_SECRET: client.secret,
    },
    sandbox: {
      SANDBOX_PORT: sandboxPort,
      SANDBOX_CLIENT_ID: client.id,
      SANDBOX_CLIENT_SECRET: client.secret,
      SANDBOX_REDIRECT_URIS: set('SANDBOX_REDIRECT_URIS') ?? `${url}/auth/callback`,
    },
  }
}

/** The line each process prints when it listens. */
export const listening = /\b(is at|listening)\b/i
