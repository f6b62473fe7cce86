/** A browser's storage that never throws: full, blocked or absent storage just forgets. */
export interface TextStore {
  readonly read: (key: string) => string | null
  readonly write: (key: string, text: string | null) => void
  /** Forgets every key with this beginning. */
  readonly clear: (prefix: string) => void
}

/** Wraps `localStorage` or `sessionStorage`, handed in as a function because even naming it can throw. */
function textStore(storage: () => Storage): TextStore {
  return {
    read: (key) => attempt(() => storage().getItem(key), null),
    write: (key, text) => attempt(() => (text === null ? storage().removeItem(key) : storage().setItem(key, text)), undefined),
    clear: (prefix) =>
      attempt(() => {
        for (const key of Object.keys(storage())) if (key.startsWith(prefix)) storage().removeItem(key)
      }, undefined),
  }
}

function attempt<Result>(act: () => Result, otherwise: Result): Result {
  try {
    return act()
  } catch {
    return otherwise
  }
}

export const browserSettings = textStore(() => localStorage)
/** For this tab only: what is typed and not yet handed over. */
export const tabDrafts = textStore(() => sessionStorage)

export const draftPrefix = 'countersign.draft.'
/** Where one person's draft of one kind is kept. */
export const draftKey = (userId: string, kind: string): string => `${draftPrefix}${userId}.${kind}`
