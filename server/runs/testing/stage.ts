/** A desk with a running runner on a clock that only moves when told to, over a tenant in this process; test support. */
import { onTestFinished } from 'vitest'
import type { EntryView } from '../entry-view.ts'
import { me, modelFetch, openDesk } from './desk.ts'
import type { Desk, DeskOptions } from './desk.ts'
import { TenantModel } from './tenant-model.ts'
import type { ModelItem } from './tenant-model.ts'
import { VirtualClock } from './virtual-clock.ts'

/** What the tenant has in mind for a request, other than answering like its model. */
export type Plan = Parameters<typeof modelFetch>[2]

export interface Stage {
  readonly clock: VirtualClock
  readonly model: TenantModel
  readonly desk: Desk
  /** Adds open work items `w0`, `w1`, … (or with another prefix) to the tenant. */
  readonly items: (count: number, prefix?: string) => ModelItem[]
  /** An entry of a run of mine, the first unless said. */
  readonly entryOf: (runId: string, position?: number) => Promise<EntryView | undefined>
}

export interface StageOptions extends Partial<Omit<DeskOptions, 'clock' | 'fetch'>> {
  readonly plan?: Plan
  /** Given where a plan needs them itself. */
  readonly clock?: VirtualClock
  readonly model?: TenantModel
}

/** Closed when the test ends. */
export async function stage(options: StageOptions = {}): Promise<Stage> {
  const { plan, clock = new VirtualClock(), model = new TenantModel(), ...rest } = options
  const desk = await openDesk({ ...rest, clock, fetch: modelFetch(model, clock, plan) })
  await desk.runner.start()
  onTestFinished(() => desk.close())
  return {
    clock,
    model,
    desk,
    items: (count, prefix = 'w') => Array.from({ length: count }, (_, index) => model.add(`${prefix}${index}`)),
    entryOf: async (runId, position = 0) => (await desk.service.get(me, runId)).entries[position],
  }
}
