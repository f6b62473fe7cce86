/**
 * Runs before the page's code has arrived, and asks for what the first screen will show; `api/early-answers.ts` hands the answers to whoever
 * asks for the same. It imports nothing: a small file that is there first, and runs as soon as it is, since it is a plain script (a module
 * would wait for its turn). It settles the look as well, since the style sheets are there before the page's code is. A test holds both against
 * what is done later.
 */
export interface EarlyAnswers {
  /** ms */
  readonly askedAt: number
  /** By path and query. */
  readonly byAddress: Map<string, Promise<Response>>
}

function askEarly(): void {
  const [, section = '', id = ''] = location.pathname.split('/')
  const isOwnList = !new URLSearchParams(location.search).has('owner')

  const summary = '/api/beta/work-items/summary'
  const addresses: Readonly<Record<string, readonly string[]>> = {
    '': ['/api/beta/work-items?limit=250&offset=0&count=true', summary],
    inbox: isOwnList ? ['/api/beta/work-items?limit=250&offset=0&count=true', summary] : [summary],
    completed: isOwnList ? ['/api/beta/work-items/completed?limit=250&offset=0&count=true', summary] : [summary],
  }

  if (section !== 'sign-in') {
    const asked = ['/desk/session', ...(addresses[section] ?? [summary])]
    if (section in addresses && /^[\w-]+$/.test(id)) asked.push(`/api/beta/work-items/${id}`)
    globalThis.earlyAnswers = {
      askedAt: Date.now(),
      byAddress: new Map(asked.map((address) => [address, fetch(address, { headers: { 'X-Requested-By': 'app' } })])),
    }
    // Whoever takes an answer hears of its failure; one that nobody takes is no news.
    for (const answer of globalThis.earlyAnswers.byAddress.values()) answer.catch(() => undefined)
  }
}

/** As `main.tsx` does it: nothing may be painted in the other look. There is no inline script: the Content-Security-Policy forbids it. */
function settleLook(): void {
  let choice: string | null = null
  try {
    choice = localStorage.getItem('countersign.theme')
  } catch {
    // Blocked storage has no choice in it.
  }
  const isDark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
}

askEarly()
settleLook()
// How numbers and dates are written is read from disk at the first of each (15 ms and more); right now there is nothing else to do.
new Intl.NumberFormat().format(0)
new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' }).format(0)
