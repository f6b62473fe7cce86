import { html } from 'hono/html'
import type { LinkState } from '../mail/store.ts'
import type { Html } from './layout.ts'
import { page } from './layout.ts'
import type { MailView } from './mail-text.ts'

/** Passwords are asked for and then thrown away: the tenant has no sign-in by password. */
const SHORTEST = 12
const LONGEST = 256

/** What is wrong with a new password typed twice; undefined when nothing is. */
export function passwordProblem(password: string, repeated: string): string | undefined {
  if (password.length < SHORTEST) return `The password needs at least ${SHORTEST} characters.`
  if (password.length > LONGEST) return `The password can have at most ${LONGEST} characters.`
  return password === repeated ? undefined : 'The two passwords are not the same.'
}

const titleOf = (mail: MailView): string => (mail.kind === 'invitation' ? 'Register' : 'Set a new password')

const back = html`<nav><a href="/mail">Back to the mail</a></nav>`

/** The form a working link leads to. */
export function passwordForm(nonce: string, mail: MailView, problem?: string): Html {
  const about = mail.sourceName === null ? '' : ` for ${mail.sourceName}`
  const wrong = problem === undefined ? '' : html`aria-invalid="true" aria-describedby="problem"`
  return page(
    problem === undefined ? titleOf(mail) : `Not accepted: ${titleOf(mail)}`,
    nonce,
    html`<h1>${titleOf(mail)}</h1>
      <p>
        For ${mail.identityName}${about}. Choose any password of at least ${SHORTEST} characters; this sandbox does not keep it.
      </p>
      ${problem === undefined ? '' : html`<p class="error" id="problem" role="alert">${problem}</p>`}
      <form method="post" action="${mail.link}">
        <label for="password">Password</label>
        <input id="password" name="password" type="password" required autocomplete="new-password" ${wrong} />
        <label for="repeated">Password again</label>
        <input id="repeated" name="repeated" type="password" required autocomplete="new-password" ${wrong} />
        <button class="primary" type="submit">${mail.kind === 'invitation' ? 'Register' : 'Set password'}</button>
      </form>
      ${back}`,
  )
}

/** After a link was followed to its end. */
export function donePage(nonce: string, mail: MailView): Html {
  const isInvitation = mail.kind === 'invitation'
  const title = isInvitation ? 'You are registered' : 'Your password is set'
  return page(
    title,
    nonce,
    html`<h1>${title}</h1>
      <p>${isInvitation ? `${mail.identityName} is now registered.` : `${mail.identityName} has a new password.`}</p>
      ${back}`,
  )
}

const reasons: Readonly<Record<Exclude<LinkState, 'open'> | 'unknown', string>> = {
  used: 'This link was used before. Each link works once.',
  expired: 'This link has expired. Ask for a new mail.',
  replaced: 'This link no longer works: a newer mail or a reset took its place.',
  unknown: 'There is no such link, or the identity it was for is gone.',
}

/** A link that does not work says why. */
export function deadLinkPage(nonce: string, state: Exclude<LinkState, 'open'> | 'unknown'): Html {
  return page(
    'This link does not work',
    nonce,
    html`<h1>This link does not work</h1>
      <p>${reasons[state]}</p>
      ${back}`,
  )
}
