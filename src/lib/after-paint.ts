/** A page out of sight is not painted: then so long (ms) is enough. */
const unseen = 300

/** Settles once what was just changed has been painted. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))
    setTimeout(resolve, unseen)
  })
