import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { personas } from '../personas.ts'
import { company } from '../seed/company.ts'

const style = `
:root { color-scheme: light dark; --page: #f4f5f7; --card: #fff; --text: #1c2430; --quiet: #566072; --line: #dde1e8; --accent: #2f5bd7; --hover: #eef2fd; }
@media (prefers-color-scheme: dark) {
  :root { --page: #12151b; --card: #1a1f28; --text: #e8ebf1; --quiet: #a0a9b9; --line: #2e3644; --accent: #8fb0ff; --hover: #222a38; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px 16px; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { width: 100%; max-width: 440px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 28px 24px 20px; }
.badge { display: inline-block; padding: 2px 10px; border: 1px solid var(--line); border-radius: 999px; color: var(--quiet); font-size: 13px; }
h1 { margin: 12px 0 4px; font-size: 22px; line-height: 1.25; letter-spacing: -0.01em; }
p { margin: 0 0 20px; color: var(--quiet); }
ul { list-style: none; margin: 0 0 12px; padding: 0; display: grid; gap: 8px; }
button { font: inherit; color: inherit; cursor: pointer; border-radius: 8px; border: 1px solid var(--line); background: transparent; }
button:hover { background: var(--hover); border-color: var(--accent); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.persona { width: 100%; min-height: 44px; text-align: left; padding: 12px 16px; }
.persona span { display: block; }
.persona .name { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 12px; font-weight: 600; }
.role { color: var(--accent); font-size: 13px; font-weight: 500; }
.about { color: var(--quiet); font-size: 14px; }
.cancel { min-height: 44px; padding: 0 16px; color: var(--quiet); border-color: transparent; }
`

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

function page(title: string, nonce: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${company.tenantName}</title>
        <style nonce="${nonce}">
          ${raw(style)}
        </style>
      </head>
      <body>
        <main>
          <span class="badge">${company.tenantName}</span>
          ${content}
        </main>
      </body>
    </html>`
}

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
