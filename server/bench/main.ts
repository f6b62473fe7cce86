import { measure } from './scenario.ts'
import type { Figures, Scenario } from './scenario.ts'

/**
 * `npm run bench:runs [name]`: runs of 300 and 1,000 decisions against the sandbox with 100 requests per 10 s, alone, with somebody
 * reading, two users at once; then without a limit. JSON goes to stdout, words to stderr; exit code 1 when a target is missed. Takes about
 * eight minutes, and ends by itself after fifteen. With an argument only the scenarios whose name contains it.
 */
const scenarios: readonly Scenario[] = [
  { name: '300 alone', runs: [300], isRead: false, isLimited: true },
  { name: '300 while somebody reads', runs: [300], isRead: true, isLimited: true },
  { name: '300 each of two users', runs: [300, 300], isRead: false, isLimited: true },
  { name: '1000 alone', runs: [1_000], isRead: false, isLimited: true },
  { name: '1000 while somebody reads', runs: [1_000], isRead: true, isLimited: true },
  { name: '300 without a limit', runs: [300], isRead: false, isLimited: false },
]
const LONGEST_MS = 15 * 60_000
const MOST_RATIO = 1.05
const MOST_READ_P95_MS = 1_500
const MOST_APART = 0.15

const say = (line: string) => process.stderr.write(`${line}\n`)

function missed(figures: Figures): string[] {
  const { ratio, readP95Ms, apart, lost, doubled, refused429, notDone } = figures
  const targets: readonly (readonly [what: string, met: boolean])[] = [
    [`at most ${MOST_RATIO} × the floor`, ratio === null || ratio <= MOST_RATIO],
    [`reads within ${MOST_READ_P95_MS} ms`, readP95Ms === null || readP95Ms <= MOST_READ_P95_MS],
    [`users within ${MOST_APART * 100} %`, apart === null || apart <= MOST_APART],
    ['nothing lost, doubled, refused or left', lost + doubled + refused429 + notDone === 0],
  ]
  return targets.filter(([, met]) => !met).map(([what]) => what)
}

const wanted = scenarios.filter(({ name }) => name.includes(process.argv[2] ?? ''))
const signal = AbortSignal.timeout(LONGEST_MS)
const results: Figures[] = []
for (const scenario of wanted) {
  say(`${scenario.name} …`)
  const figures = await measure(scenario, signal)
  results.push(figures)
  const misses = missed(figures)
  say(`  ${JSON.stringify(figures)}${misses.length > 0 ? `\n  missed: ${misses.join('; ')}` : ''}`)
  if (misses.length > 0) process.exitCode = 1
}
process.stdout.write(`${JSON.stringify(results, null, 2)}\n`)
