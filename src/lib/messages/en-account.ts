import type { Formats } from './formats.ts'

/** The English texts of the account menu, and of signing out. */
export const accountTexts = (f: Formats) => ({
  menu: 'Account',
  signedInAs: (alias: string | null, tenant: string) => (alias === null ? tenant : `${alias} · ${tenant}`),
  theme: 'Appearance',
  themes: { light: 'Light', dark: 'Dark', system: 'Like this device' },
  hold: 'Hold decisions before sending',
  holds: (ms: number) => (ms === 0 ? 'Send at once' : f.span(ms)),
  after: 'After a decision',
  afters: { next: 'Go to the next work item', stay: 'Stay', back: 'Back to the list' },
  signOut: 'Sign out',
  openEntriesTitle: 'Some decisions have not been sent',
  openEntriesText:
    'Sign out and let those that are being sent finish; what still waits will go on at your next sign-in. Or take back everything that has not been sent.',
  finish: 'Sign out and let them finish',
  takeBack: 'Take back and sign out',
  failed: 'Signing out did not work.',
  notices: {
    on: 'Tell me about new work items',
    blocked: 'Blocked by the browser',
  },
  keys: 'Keyboard shortcuts',
})
