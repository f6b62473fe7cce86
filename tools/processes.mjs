import { spawn } from 'node:child_process'
import { once } from 'node:events'

const running = (child) => child.exitCode === null && child.signalCode === null

/** Starts one process, its output passed on, and resolves when it has printed something that matches `ready`. */
function start({ name, args, env, ready }, children) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...env } })
  children.push(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${name} ended with code ${code} before it was ready.`)))
    let tail = ''
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk)
      tail = (tail + chunk).slice(-4096)
      if (ready.test(tail)) resolve()
    })
  })
}

/**
 * Starts the Node processes `{ name, args, env, ready }` one after the other, each once the one before is ready, then calls `announce`.
 * They live and end together: on SIGINT or SIGTERM, or when one of them ends by itself, whose code then becomes ours.
 */
export async function runTogether(processes, announce) {
  const children = []
  const stop = () => children.filter(running).forEach((child) => child.kill('SIGTERM'))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    for (const each of processes) await start(each, children)
    announce()
    const [code] = await Promise.race(children.map((child) => once(child, 'exit')))
    process.exitCode = code ?? 0
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
  stop()
  await Promise.all(children.filter(running).map((child) => once(child, 'exit')))
}
