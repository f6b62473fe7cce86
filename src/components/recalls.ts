const asked = new Set<string>()

/** Runs that are to be taken back as soon as the server has them: asked for while they were still being handed over. */
export const recalls = {
  add: (runId: string): void => void asked.add(runId),
  has: (runId: string): boolean => asked.has(runId),
  /** Whether it was asked for; it is not any more. */
  take: (runId: string): boolean => asked.delete(runId),
}
