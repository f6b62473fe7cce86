/** A person in one tenant. Everything that is somebody's (sessions, runs, drafts) is kept under both ids. */
export interface UserKey {
  readonly tenantId: string
  readonly userId: string
}

/** One text for each user, for maps. */
export const userText = (user: UserKey): string => JSON.stringify([user.tenantId, user.userId])

/** Where the runner gets access tokens from: the live sessions of the person who made the run, and nobody else's. */
export interface TokenSource {
  /**
   * The access token of a live session of this user, refreshed when it ends within 60 s; `null` when there is no live session. Sending and
   * verifying is use of the session, which keeps it alive; `isUse` false is for what merely looks on, such as following a task.
   */
  tokenFor(user: UserKey, isUse?: boolean): Promise<string | null>
  /** The tenant answered 401 to `rejected`: refreshes once (single-flight); `null` when that is refused and the session is over. */
  replace(user: UserKey, rejected: string): Promise<string | null>
}
