import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']
/** Debian's wrapper and a container as root need these; none of them weakens what the tests look at. */
export const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const run = (command, args) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0

async function works(executablePath) {
  if (!executablePath || !existsSync(executablePath)) return false
  try {
    const browser = await chromium.launch({ executablePath, args: launchArguments })
    await browser.close()
    return true
  } catch (error) {
    console.log(`${executablePath} does not start: ${String(error).split('\n')[0]}`)
    return false
  }
}

/**
 * A Chromium that starts: the one `CHROMIUM_PATH` names, one that is installed, Playwright's own build, or, as root on Debian, the
 * distribution's package. Says what it did. Returns the path; throws with what was tried when there is none.
 */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (await works(given)) return given
    throw new Error(`CHROMIUM_PATH names ${given}, which does not start.`)
  }
  for (const path of [...INSTALLED, chromium.executablePath()]) if (await works(path)) return path

  console.log("No Chromium here. Asking for Playwright's own build…")
  if (
    run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']) &&
    (await works(chromium.executablePath()))
  ) {
    return chromium.executablePath()
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log("Playwright's build cannot be had or lacks libraries. Installing the distribution's package…")
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
    for (const path of [...INSTALLED, chromium.executablePath()]) if (await works(path)) return path
  }
  throw new Error(
    "There is no Chromium to test with: none is installed, Playwright's own build could not be used, and the distribution's package " +
      'could not be installed (that needs root on Debian). Install one, or name it in CHROMIUM_PATH.',
  )
}
