import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'

// `npm test`: every check and every test, in this order. The last line counts them; a check that fails counts as one failed test.
const reports = mkdtempSync(join(tmpdir(), 'countersign-test-'))
const total = { passed: 0, failed: 0 }
const failedSteps = []

function step(name, command, args, env = {}) {
  console.log(`\n── ${name}`)
  const started = Date.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  console.log(`── ${name}: ${status === 0 ? 'ok' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`)
  if (status !== 0) failedSteps.push(name)
  return status === 0
}

function check(name, script) {
  total[step(name, 'npm', ['run', '-s', script]) ? 'passed' : 'failed'] += 1
}

/** Adds what a runner's JSON report says. A runner that fails without naming a failed test (or ran none) is itself one failure. */
function count(ok, passed, failed) {
  total.passed += passed
  total.failed += failed + (failed === 0 && (!ok || passed === 0) ? 1 : 0)
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function vitest(project) {
  const file = join(reports, `${project}.json`)
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
    // Every processor: by itself it leaves one free.
    '--maxWorkers=100%',
  ]
  const ok = step(`vitest ${project}`, process.execPath, args)
  const report = readReport(file)
  count(ok, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0)
}

async function journeys() {
  const file = join(reports, 'journeys.json')
  const executable = await findBrowser().catch((error) => console.error(error.message))
  if (!executable) {
    failedSteps.push('journeys in Chromium')
    return count(false, 0, 0)
  }
  console.log(`Chromium: ${executable}`)
  const ok = step(
    'journeys in Chromium',
    process.execPath,
    ['node_modules/playwright/cli.js', 'test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json'],
    {
      CHROMIUM_PATH: executable,
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    },
  )
  const stats = readReport(file)?.stats
  count(ok, stats?.expected ?? 0, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) + (stats?.skipped ?? 0))
}

check('types', 'typecheck')
check('lint', 'lint')
check('format', 'format:check')
check('generated files are fresh', 'gen:check')
check('unused code', 'knip')
vitest('unit')
vitest('history')
check('build', 'build')
vitest('system')
await journeys()

rmSync(reports, { recursive: true, force: true })
if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)
