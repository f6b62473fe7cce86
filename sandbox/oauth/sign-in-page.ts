import { html } from 'hono/html'
import type { Html } from '../pages/layout.ts'
import { page } from '../pages/layout.ts'
import { personas } from '../personas.ts'

/** The page that lists the personas; each is one button of one form that posts back, with the request's parameters carried along. */
export function signInPage(nonce: string, carried: ReadonlyArray<readonly [name: string, value: string]>): Html {
  return page(
    'Sign in',
    nonce,
    html`<h1>Sign in</h1>
      <p>This is a sandbox tenant with invented people. Choose whom to sign in as; there is no password.</p>
      <form method="post" action="/oauth/authorize">
        ${carried.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
        <ul>
          ${personas.map(
            (persona) =>
              html`<li>
                <button class="persona" type="submit" name="persona" value="${persona.key}">
                  <span class="name">${persona.firstname} ${persona.lastname} <span class="role">${persona.role}</span></span>
                  <span class="about">${persona.title}</span>
                  <span class="about">${persona.summary}</span>
                </button>
              </li>`,
          )}
        </ul>
        <button class="cancel" type="submit" name="cancel" value="1">Cancel</button>
      </form>`,
  )
}

/** What is shown when the request cannot be trusted enough to be answered by a redirect. */
export function problemPage(nonce: string, problem: string): Html {
  return page(
    'Cannot sign in',
    nonce,
    html`<h1>Cannot sign in</h1>
      <p>${problem}</p>`,
  )
}
