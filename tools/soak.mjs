import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// `npm run soak [-- part[=size] …]`: the long numbers of the promises, on this machine only. Without parts all of them, which takes hours;
// each part alone and smaller by its size: `npm run soak -- kills=50 load=5`. Prints a line for each part and one at the end, and writes
// test-results/soak.json. Exit code 1 when a part does not hold or takes longer than it may.
const out = 'test-results'
const vitest = (project, file, ...rest) => [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--project',
  project,
  file,
  '--reporter=default',
  '--reporter=json',
  ...rest,
]

const parts = {
  schedules: {
    what: (size) => `D15: ${size} random schedules`,
    size: 5_000,
    args: (_, report) => vitest('history', 'server/runs/schedules.history.test.ts', `--outputFile.json=${report}`),
    env: (size) => ({ SCHEDULES: String(size) }),
    mostMs: (size) => 180_000 + size * 1_000,
  },
  kills: {
    what: (size) => `R1: ${size} times kill -9`,
    size: 1_000,
    args: (_, report) => vitest('system', 'sandbox/durability.system.test.ts', '-t', 'kill -9', `--outputFile.json=${report}`),
    env: (size) => ({ KILLS: String(size) }),
    mostMs: (size) => 120_000 + size * 6_000,
  },
  inputs: {
    what: (size) => `B1: ${size} bad inputs`,
    size: 200_000,
    args: (_, report) => vitest('system', 'sandbox/bad-input.system.test.ts', `--outputFile.json=${report}`),
    env: (size) => ({ FUZZ_RUNS: String(size) }),
    mostMs: (size) => 300_000 + size * 20,
  },
  load: {
    what: (size) => `T2: ${size} minutes at 50 requests a second`,
    size: 30,
    args: (size, report) => ['--import', 'tsx', 'e2e/performance/soak.ts', String(size), report],
    env: () => ({}),
    mostMs: (size) => 180_000 + size * 75_000,
    needsBuild: true,
  },
}

function wanted(words) {
  const names = words.length === 0 ? Object.keys(parts) : words
  return names.map((word) => {
    const [name, size] = word.split('=')
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined
    const number = size === undefined ? part?.size : Number(size)
    if (!part || !(number > 0)) {
      console.error(`Expected parts of ${Object.keys(parts).join(', ')}, each with =size or without, not "${word}".`)
      process.exit(2)
    }
    return { name, part, size: number }
  })
}

/** Runs to its end, or is ended when its time is over. The lines that begin with the name of a promise are its figures. */
function run(args, env, mostMs) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } })
    const late = setTimeout(() => child.kill('SIGTERM'), mostMs)
    let said = ''
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk)
      said += chunk
    })
    child.on('close', (code) => {
      clearTimeout(late)
      resolve({ ok: code === 0, figures: said.match(/^(?:D15|R1|B1|T2)\b.*$/gm) ?? [] })
    })
  })
}

const seconds = (since) => Math.round((Date.now() - since) / 1000)
const chosen = wanted(process.argv.slice(2))
const began = Date.now()
mkdirSync(out, { recursive: true })
if (chosen.some(({ part }) => part.needsBuild)) {
  const built = await run(['tools/build.mjs'], {}, 300_000)
  if (!built.ok) {
    console.error('soak: the build failed, so nothing was measured.')
    process.exit(1)
  }
}
const results = []
for (const { name, part, size } of chosen) {
  console.log(`\n── ${part.what(size)}`)
  const started = Date.now()
  const { ok, figures } = await run(part.args(size, join(out, `soak-${name}.json`)), part.env(size), part.mostMs(size))
  results.push({ part: name, size, held: ok, seconds: seconds(started), figures })
  console.log(`── ${part.what(size)}: ${ok ? 'held' : 'DID NOT HOLD'} in ${seconds(started)} s`)
}
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const report = { version, at: new Date(began).toISOString(), node: process.version, results }
writeFileSync(join(out, 'soak.json'), `${JSON.stringify(report, null, 2)}\n`)
const held = results.filter((result) => result.held).length
console.log(`\nsoak: ${held} of ${results.length} parts held in ${seconds(began)} s; ${join(out, 'soak.json')}`)
process.exitCode = held === results.length ? 0 : 1
