import type { SandboxStore } from './store/open.ts'

/** What the sandbox needs from outside, handed in so that tests can hold the clock and the chance. */
export interface SandboxDeps {
  /** Now, in ms since the epoch. */
  clock: () => number
  /** That many unpredictable bytes. */
  random: (bytes: number) => Uint8Array
  store: SandboxStore
}

/** What the tenant's operations work with; the clock is the one test mode can move. */
export interface TenantDeps extends SandboxDeps {
  /** Test mode: writes are applied again on each call, without the state guard. */
  isNaive: () => boolean
}

/** A new id in the tenant's form: 32 hex characters. */
export const newId = ({ random }: Pick<SandboxDeps, 'random'>): string => Buffer.from(random(16)).toString('hex')
