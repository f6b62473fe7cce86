import { html } from 'hono/html'
import { patClientId, personas } from '../personas.ts'
import { company } from '../seed/company.ts'
import type { Html } from './layout.ts'
import { page } from './layout.ts'

/** The tenant's front page: what this is, and what lives here. */
export function homePage(nonce: string): Html {
  return page(
    'Sandbox tenant',
    nonce,
    html`<h1>This is the sandbox tenant</h1>
      <p>
        ${company.name} is an invented company. The tenant answers like SailPoint Identity Security Cloud, on invented people,
        from a database of its own. Nothing here reaches anybody.
      </p>
      <ul class="list">
        <li>
          <h2><a href="/mail">Mail</a></h2>
          <p>What the tenant has “sent”: invitations and password mails, with working links.</p>
        </li>
        <li>
          <h2>People to sign in as</h2>
          <p>The desk’s sign-in leads to a page that lists them; there is no password.</p>
          <ul class="people">
            ${personas.map(
              (persona) =>
                html`<li>
                  ${persona.firstname} ${persona.lastname} <span class="role">${persona.role}</span><br />
                  <span class="about">${persona.title}. For scripts: <code>${patClientId(persona)}</code></span>
                </li>`,
            )}
          </ul>
        </li>
        <li>
          <h2>API</h2>
          <p>
            <code>/beta</code>, <code>/v2024</code> and <code>/v2025</code>, each with <code>/work-items</code>,
            <code>/identities</code> and <code>/task-status</code>; sign-in under <code>/oauth</code>, described at
            <a href="/oauth/info"><code>/oauth/info</code></a
            >.
          </p>
        </li>
      </ul>`,
    'wide',
  )
}

/** Where a sign-out of the desk may end. The tenant keeps no session of its own in the browser, so there is nothing to end. */
export function logoutPage(nonce: string): Html {
  return page(
    'Signed out',
    nonce,
    html`<h1>You are signed out</h1>
      <p>The sandbox tenant keeps no session in this browser. You can close this page.</p>
      <nav><a href="/">About the sandbox tenant</a></nav>`,
  )
}
