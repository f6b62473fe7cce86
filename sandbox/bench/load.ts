import { isRecord, listOf, textOf } from '#contract/json.ts'
import { readWorkItems } from '#contract/work-item.ts'
import { personas } from '../personas.ts'
import { p95, percentile } from './statistics.ts'

/** Promise T1: so many signed in, asking so often, for so long. Offered at this rate whatever the answers take (an open loop). */
const load = { users: 50, perSecond: 200, seconds: 45, warmUpSeconds: 5 } as const

/** How the requests are shared out, in a turn of 20. A trivial one stands between the others, to compare with. */
const TURN = [
  ...Array<Kind>(7).fill('list of 50'),
  ...Array<Kind>(5).fill('work item'),
  ...Array<Kind>(2).fill('decision'),
  'list of 250' as const,
  'summary' as const,
  ...Array<Kind>(4).fill('trivial'),
]
type Kind = 'trivial' | 'list of 50' | 'list of 250' | 'work item' | 'summary' | 'decision'

/** What the promise allows, as a multiple of the p95 of the trivial one, which counts as 10 ms at least. */
const TARGETS: Readonly<Partial<Record<Kind, number>>> = { 'list of 50': 4, 'list of 250': 12, 'work item': 3, decision: 5 }
const FLOOR_MS = 10

interface Asked {
  readonly kind: Kind
  /** From when it was due to its last byte, ms: waiting for a busy tenant counts. */
  readonly ms: number
  readonly isError: boolean
}

/** 50 sessions: the manager's, who has the backlog, and two of each of the others. */
async function signIn(baseUrl: string, secret: string): Promise<string[]> {
  const [backlog, ...others] = personas.map(({ key }) => key)
  const keys = [...others, ...others]
  const all = [...Array<string>(load.users - keys.length).fill(backlog ?? ''), ...keys]
  return Promise.all(
    all.map(async (key) => {
      const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: `${key}-pat`, client_secret: secret })
      const answer: unknown = await (await fetch(`${baseUrl}/oauth/token`, { method: 'POST', body })).json()
      return (isRecord(answer) ? textOf(answer['access_token']) : null) ?? ''
    }),
  )
}

/** Approval items that wait for the manager, as many as will be decided, and the work items they are in. */
async function targetsFor(baseUrl: string, token: string, decisions: number) {
  const ids: string[] = []
  const decidable: string[] = []
  for (let offset = 0; decidable.length < decisions; offset += 250) {
    // oxlint-disable-next-line no-await-in-loop -- page by page
    const answer = await fetch(`${baseUrl}/beta/work-items?limit=250&offset=${offset}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    // oxlint-disable-next-line no-await-in-loop
    const page: unknown = await answer.json()
    if (listOf(page).length === 0) throw new Error('There are too few approval items to decide.')
    for (const { id, approvalItems } of readWorkItems(page)) {
      ids.push(id)
      const open = approvalItems.find(({ isOpen }) => isOpen)
      if (open) decidable.push(`/beta/work-items/${id}/approve/${open.id}`)
    }
  }
  return { ids, decidable }
}

/** Puts the load on a tenant with a large backlog; what became of each request after the warm-up. */
async function offer(baseUrl: string, secret: string, openItems: number): Promise<Asked[]> {
  const tokens = await signIn(baseUrl, secret)
  const total = (load.warmUpSeconds + load.seconds) * load.perSecond
  const decisions = Math.ceil((total / TURN.length) * TURN.filter((kind) => kind === 'decision').length) + TURN.length
  const { ids, decidable } = await targetsFor(baseUrl, tokens[0] ?? '', decisions)
  const pathOf = (kind: Kind, nth: number): string => {
    if (kind === 'trivial') return '/oauth/info'
    if (kind === 'summary') return '/beta/work-items/summary'
    if (kind === 'work item') return `/beta/work-items/${ids[nth % ids.length] ?? ''}`
    if (kind === 'decision') return decidable.pop() ?? ''
    const size = kind === 'list of 50' ? 50 : 250
    return `/beta/work-items?limit=${size}&offset=${(nth * size) % openItems}`
  }
  const began = performance.now()
  const ask = async (nth: number, dueAt: number): Promise<Asked> => {
    const kind = TURN[(nth * 7) % TURN.length] ?? 'trivial'
    // Whose the work items are: the others ask for their own lists.
    const token = kind === 'work item' || kind === 'decision' ? tokens[nth % (load.users - 6)] : tokens[nth % load.users]
    const method = kind === 'decision' ? 'POST' : 'GET'
    let isError = true
    try {
      const answer = await fetch(baseUrl + pathOf(kind, nth), { method, headers: { authorization: `Bearer ${token ?? ''}` } })
      await answer.arrayBuffer()
      isError = answer.status !== 200
    } catch {
      // A connection that broke is an error like any other.
    }
    return { kind, ms: performance.now() - dueAt, isError }
  }
  const asked: Promise<Asked>[] = []
  while (asked.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * load.perSecond) + 1)
    while (asked.length < due) asked.push(ask(asked.length, began + (asked.length / load.perSecond) * 1000))
    // oxlint-disable-next-line no-await-in-loop -- the clock decides when the next ones are due
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  return (await Promise.all(asked)).slice(load.warmUpSeconds * load.perSecond)
}

const rounded = (ms: number): number => Number(ms.toFixed(2))

/** The report on promise T1: p50 and p95 of each kind beside the trivial one, and the errors. */
export async function measureLoad(baseUrl: string, secret: string, openItems: number) {
  const asked = await offer(baseUrl, secret, openItems)
  const timesOf = (kind: Kind) => asked.flatMap((each) => (each.kind === kind ? each.ms : []))
  const denominatorMs = Math.max(p95(timesOf('trivial')), FLOOR_MS)
  const results = [...new Set(TURN)].map((kind) => {
    const times = timesOf(kind)
    const ratio = rounded(p95(times) / denominatorMs)
    const target = TARGETS[kind] ?? null
    return { kind, requests: times.length, p50Ms: rounded(percentile(times, 50)), p95Ms: rounded(p95(times)), ratio, target }
  })
  const errors = asked.filter(({ isError }) => isError).length
  const met = errors === 0 && results.every(({ ratio, target }) => target === null || ratio <= target)
  return { ...load, openItems, requests: asked.length, errors, denominatorMs: rounded(denominatorMs), results, met }
}
