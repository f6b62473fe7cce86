const ID = '[A-Za-z0-9_-]{1,128}'

/** The page's own screens. Anything else is not one: it is answered as not found and never returned to. */
const SCREEN = new RegExp(`^/(?:(?:inbox|completed|identities|activity)(?:/${ID})?|activity/receipts/[0-9]{1,15}|review)?$`)

const LONGEST = 2000
const FALLBACK = '/inbox'

/** Whether the shell is the answer to this path. */
export const isPagePath = (pathname: string): boolean => SCREEN.test(pathname) || pathname === '/sign-in'

/**
 * Where to go after sign-in: `asked` when it is a screen of ours, else the inbox. The URL parser decides what the text means, as the browser
 * will, and its origin must be ours (promise S11); the answer is path, query and fragment.
 */
export function returnPath(asked: string | undefined, publicUrl: URL): string {
  if (asked === undefined || asked.length > LONGEST || !URL.canParse(asked, publicUrl.href)) return FALLBACK
  const target = new URL(asked, publicUrl)
  if (target.origin !== publicUrl.origin || target.username || target.password || !SCREEN.test(target.pathname)) return FALLBACK
  return target.pathname + target.search + target.hash
}
