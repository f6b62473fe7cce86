import { html } from 'hono/html'
import type { LinkState } from '../mail/store.ts'
import type { Html } from './layout.ts'
import { page } from './layout.ts'
import type { MailView } from './mail-text.ts'

/** `2026-03-04T09:15:27.418Z` as `4 March 2026, 09:15 UTC`. */
const formatTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
const inWords = (iso: string): string => `${formatTime.format(new Date(iso)).replace(' at ', ', ')} UTC`

const why: Readonly<Record<Exclude<LinkState, 'open'>, string>> = {
  used: 'The link was used.',
  expired: 'The link has expired.',
  replaced: 'A newer mail or a reset took its place.',
}

const entry = (mail: MailView): Html =>
  html`<li>
    <div class="head">
      <h2>${mail.subject}</h2>
      <p class="meta"><time datetime="${mail.sentAt}">${inWords(mail.sentAt)}</time></p>
    </div>
    <p class="meta">To ${mail.identityName}, ${mail.to}</p>
    <p class="text">${mail.text}</p>
    <div class="foot">
      <a href="${mail.link}" class="${mail.state === 'open' ? 'live' : 'dead'}"
        >${mail.action}<span class="hidden"> as ${mail.identityName}</span></a
      >
      <p class="meta">
        ${
          mail.state === 'open'
            ? html`Works until <time datetime="${mail.expiresAt}">${inWords(mail.expiresAt)}</time>`
            : why[mail.state]
        }
      </p>
    </div>
  </li>`

/** What was sent, newest first; `older` leads to what does not fit on the page. */
export function mailPage(nonce: string, mails: readonly MailView[], options: { to: string; older: string | null }): Html {
  const none =
    options.to === ''
      ? 'Nothing has been sent yet. Invite somebody or send a password mail, and it appears here.'
      : `Nothing has been sent to an address with “${options.to}” in it.`
  return page(
    'Mail',
    nonce,
    html`<h1>Mail</h1>
      <p>What this tenant has sent, newest first. No mail really left: whoever can see this page can read it.</p>
      <form class="filter" method="get" action="/mail" role="search">
        <div>
          <label for="to">Recipient’s address</label>
          <input id="to" name="to" type="search" value="${options.to}" autocomplete="off" />
        </div>
        <button type="submit">Show</button>
      </form>
      ${
        mails.length === 0
          ? html`<p>${none}</p>`
          : html`<ol class="mails">
              ${mails.map(entry)}
            </ol>`
      }
      ${options.older === null ? '' : html`<nav><a href="${options.older}">Older mail</a></nav>`}
      <nav><a href="/">About the sandbox tenant</a></nav>`,
    'wide',
  )
}
