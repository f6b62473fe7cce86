import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface SandboxProcess {
  readonly baseUrl: string
  /** What it printed before it listened. */
  readonly lines: readonly string[]
  /** Ends it and waits for the end; answers the exit code, null when a signal ended it. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', (code) => {
      resolve(code)
    })
  })

/** Starts the sandbox, from its sources unless another program is given, as a process on a free port and waits until it listens. */
export async function startSandboxProcess(
  env: Readonly<Record<string, string>>,
  program: readonly string[] = ['--import', 'tsx', 'sandbox/main.ts'],
): Promise<SandboxProcess> {
  const child = spawn(process.execPath, program, {
    env: { PATH: process.env['PATH'], SANDBOX_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = ended(child)
  const lines: string[] = []
  const baseUrl = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line)
      const url = /listening on (http:\S+)/.exec(line)?.[1]
      if (url !== undefined) resolve(url)
    })
    void exit.then((code) => reject(new Error(`The sandbox ended with ${code} before it listened.`)))
  })
  return {
    baseUrl,
    lines,
    end: (signal) => {
      child.kill(signal)
      return exit
    },
  }
}
