import type { SandboxStore } from './store/open.ts'

const SKEW = 'clock-skew-ms'

/** What test mode can change about the tenant as a whole: its clock, and whether writes are guarded. */
export class TestControls {
  readonly #store: SandboxStore
  #skew: number
  /** Writes are applied again on each call, without the state guard. Forgotten at a restart, as faults are. */
  isNaive = false

  private constructor(store: SandboxStore, skew: number) {
    this.#store = store
    this.#skew = skew
  }

  /** Outside test mode the clock is the real one, whatever was moved before. */
  static async load(store: SandboxStore, testMode: boolean): Promise<TestControls> {
    const stored = await store.selectFrom('setting').select('value').where('name', '=', SKEW).executeTakeFirst()
    return new TestControls(store, testMode ? Number(stored?.value ?? 0) : 0)
  }

  /** How far the tenant's clock is ahead, in ms. */
  get skew(): number {
    return this.#skew
  }

  /** Moves the tenant's clock forward. It stays there over a restart: time that went back would make used links new. */
  async advance(ms: number): Promise<void> {
    this.#skew += ms
    const value = String(this.#skew)
    await this.#store
      .insertInto('setting')
      .values({ name: SKEW, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute()
  }
}
