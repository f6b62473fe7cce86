import { createHash, timingSafeEqual } from 'node:crypto'
import type { SandboxConfig } from '../config.ts'
import { patClientId, personas } from '../personas.ts'
import type { Persona } from '../personas.ts'

/** Who may ask for tokens: the desk's client, or a personal access token that stands for one persona. */
export interface Client {
  readonly id: string
  readonly secret: string
  readonly redirectUris: readonly string[]
  readonly grants: readonly string[]
  readonly persona?: Persona['key']
}

/** All clients, by id. */
export function clientsOf(config: SandboxConfig): ReadonlyMap<string, Client> {
  const desk: Client = {
    id: config.clientId,
    secret: config.clientSecret,
    redirectUris: config.redirectUris,
    grants: ['authorization_code', 'refresh_token'],
  }
  const tokens = personas.map((persona): Client => ({
    id: patClientId(persona),
    secret: config.patSecret,
    redirectUris: [],
    grants: ['client_credentials'],
    persona: persona.key,
  }))
  return new Map([desk, ...tokens].map((client) => [client.id, client]))
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares secrets without telling by the time taken how much of them fits. */
export const sameSecret = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected))
