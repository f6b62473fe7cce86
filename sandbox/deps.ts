import type { SandboxStore } from './store/open.ts'

/** What the sandbox needs from outside, handed in so that tests can hold the clock and the chance. */
export interface SandboxDeps {
  /** Now, in ms since the epoch. */
  clock: () => number
  /** That many unpredictable bytes. */
  random: (bytes: number) => Uint8Array
  store: SandboxStore
}
