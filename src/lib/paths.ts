/** Every address of the page. Links come from here, never from string templates. */
export const paths = {
  inbox: '/inbox',
  completed: '/completed',
  activity: '/activity',
  /** What is about to be done with several work items. */
  review: '/review',
  identities: '/identities',
  /** Inviting, and processing, of many people. */
  invite: '/identities/invite',
  process: '/identities/process',
  signIn: '/sign-in',
  inboxItem: (id: string) => `/inbox/${encodeURIComponent(id)}`,
  completedItem: (id: string) => `/completed/${encodeURIComponent(id)}`,
  identity: (id: string) => `/identities/${encodeURIComponent(id)}`,
  run: (id: string) => `/activity/${encodeURIComponent(id)}`,
  receipts: '/activity/receipts',
  receipt: (number: number) => `/activity/receipts/${number}`,
  /** The page that asks to sign in, remembering the way back. */
  signInFrom: (place: string) => `/sign-in?return_to=${encodeURIComponent(place)}`,
  /** The server's own sign-in; a full page load. */
  startSignIn: (place: string) => `/auth/sign-in?return_to=${encodeURIComponent(place)}`,
}

/** A place of this page to come back to, from untrusted text; the inbox when it is none. */
export function placeFrom(text: string | null): string {
  if (text === null || !/^\/(inbox|completed|identities|activity|review)(?=[/?#]|$)/.test(text)) return paths.inbox
  return text
}

/** A tenant's link when it is safe to follow: https, or http on this machine; else null. */
export function safeLink(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || url.username !== '' || url.password !== '') return null
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback) ? url.href : null
}
