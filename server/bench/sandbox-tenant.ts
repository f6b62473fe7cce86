/** The sandbox tenant, asked past the desk: to prepare a measurement, and to find out afterwards what took effect. */
import { isRecord } from '#contract/json.ts'
import { readWorkItems } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { startSandboxProcess } from '../runs/testing/sandbox-process.ts'

export interface SandboxTenant {
  readonly url: string
  /** The manager's access token, with which the desk under test asks. */
  readonly token: string
  /** All open work items of the manager. */
  readonly open: readonly WorkItem[]
  /** Every effect so far, as `work item/approval item`. */
  effects(): Promise<string[]>
  stop(): void
}

/** `rateLimit`: requests per 10 s, 0 for none. Rejects when the sandbox does not start or answer; then nothing of it is left. */
export async function startSandbox(openItems: number, rateLimit: number): Promise<SandboxTenant> {
  const { url, ask, tokenOf, effects, stop } = await startSandboxProcess({
    SANDBOX_OPEN_ITEMS: String(openItems),
    SANDBOX_RATE_LIMIT: String(rateLimit),
    SANDBOX_ACCESS_TOKEN_SECONDS: '3600',
  })
  try {
    // Its own client, so that looking around takes nothing of what the desk may ask.
    const [admin, token] = [await tokenOf('admin'), await tokenOf('manager')]
    const me = await ask('/oauth/userinfo', {}, token)
    const ownerId = isRecord(me) ? String(me['id']) : ''
    const open: WorkItem[] = []
    for (let offset = 0; offset < openItems; offset += 250) {
      const query = new URLSearchParams({ limit: '250', offset: String(offset), ownerId })
      open.push(...readWorkItems(await ask(`/beta/work-items?${query.toString()}`, {}, admin)))
    }
    return {
      url,
      token,
      open,
      effects: async () =>
        (await effects()).map(({ workItemId, approvalItemId }) => `${String(workItemId)}/${String(approvalItemId)}`),
      stop,
    }
  } catch (error) {
    stop()
    throw error
  }
}
