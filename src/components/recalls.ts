/** Whether it is to be taken back, by the run that is being handed over right now. */
const underWay = new Map<string, boolean>()

/**
 * Runs that are to be taken back as soon as the server has them: asked for while they are still being handed over. What the page draws may be
 * a moment behind; here stands at any time whether asking is still heard.
 */
export const recalls = {
  /** A run begins to be handed over. */
  begin: (runId: string): void => void underWay.set(runId, false),
  /** Whether a run is still being handed over and was not asked for yet. */
  canAsk: (runId: string): boolean => underWay.get(runId) === false,
  ask: (runId: string): void => void (underWay.has(runId) && underWay.set(runId, true)),
  /** The answer is there. Tells whether it was asked for; from now on nobody would hear. */
  end: (runId: string): boolean => {
    const wasAsked = underWay.get(runId) ?? false
    underWay.delete(runId)
    return wasAsked
  },
}
