import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { company } from '../seed/company.ts'

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

const style = `
:root { color-scheme: light dark; --page: #f4f5f7; --card: #fff; --text: #1c2430; --quiet: #566072; --line: #dde1e8; --accent: #2f5bd7; --on-accent: #fff; --hover: #eef2fd; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --page: #12151b; --card: #1a1f28; --text: #e8ebf1; --quiet: #a0a9b9; --line: #2e3644; --accent: #8fb0ff; --on-accent: #10151f; --hover: #222a38; --bad: #ffb4ab; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 24px 16px; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
body.wide { place-items: start center; }
main { width: 100%; max-width: 440px; background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 28px 24px 20px; }
.wide main { max-width: 760px; }
.badge { display: inline-block; padding: 2px 10px; border: 1px solid var(--line); border-radius: 999px; color: var(--quiet); font-size: 13px; }
h1 { margin: 12px 0 4px; font-size: 22px; line-height: 1.25; letter-spacing: -0.01em; }
h2 { margin: 0 0 4px; font-size: 16px; line-height: 1.35; }
p { margin: 0 0 20px; color: var(--quiet); }
a { color: var(--accent); text-underline-offset: 2px; }
a:focus-visible, button:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
ul, ol { list-style: none; margin: 0 0 12px; padding: 0; display: grid; gap: 8px; }
code { font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
button { font: inherit; color: inherit; cursor: pointer; border-radius: 8px; border: 1px solid var(--line); background: transparent; }
button:hover { background: var(--hover); border-color: var(--accent); }
.primary { min-height: 44px; padding: 0 20px; background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
.primary:hover { background: var(--accent); text-decoration: underline; }
.persona { width: 100%; min-height: 44px; text-align: left; padding: 12px 16px; }
.persona span { display: block; }
.persona .name { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 12px; font-weight: 600; }
.role { color: var(--accent); font-size: 13px; font-weight: 500; }
.about { color: var(--quiet); font-size: 14px; }
.cancel { min-height: 44px; padding: 0 16px; color: var(--quiet); border-color: transparent; }
label { display: block; font-weight: 600; margin: 0 0 4px; }
input { width: 100%; min-height: 44px; padding: 0 12px; margin: 0 0 16px; font: inherit; color: inherit; background: var(--page); border: 1px solid var(--quiet); border-radius: 8px; }
input[aria-invalid="true"] { border-color: var(--bad); }
.error { color: var(--bad); font-weight: 600; }
.filter { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; margin: 0 0 20px; }
.filter div { flex: 1 1 220px; }
.filter input { margin: 0; }
.filter button { min-height: 44px; padding: 0 16px; }
.mails { gap: 0; }
.mails li { padding: 16px 0; border-top: 1px solid var(--line); }
.mails p { margin: 0; overflow-wrap: anywhere; }
.mails .head, .mails .foot { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 0 16px; }
.mails .meta { font-size: 13px; font-variant-numeric: tabular-nums; }
.mails .text { margin: 8px 0; color: var(--text); }
.mails a { display: inline-block; padding: 4px 0; font-weight: 600; }
.mails a.dead { color: var(--quiet); font-weight: 400; }
.list li { padding: 12px 0 4px; border-top: 1px solid var(--line); }
.list p { margin: 0; }
.people { margin: 8px 0; }
.people li { border: 0; padding: 4px 0; }
/* Seen by screen readers only: links that look alike are told apart by their names. */
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
nav { padding: 12px 0 4px; }
`

/** A page of the tenant itself. `layout` wide is for lists; the others are cards. */
export function page(title: string, nonce: string, content: Html, layout: 'card' | 'wide' = 'card'): Html {
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
      <body class="${layout}">
        <main>
          <span class="badge">${company.tenantName}</span>
          ${content}
        </main>
      </body>
    </html>`
}

/**
 * Answers with a page under a policy of its own: no script, its one style by nonce. `formAction` names where its forms may lead,
 * including redirects after the post.
 */
export async function showPage(
  c: Context,
  options: { status: 200 | 400 | 404 | 410; formAction: string; random: (bytes: number) => Uint8Array },
  render: (nonce: string) => Html,
): Promise<Response> {
  const nonce = Buffer.from(options.random(16)).toString('base64')
  c.header(
    'content-security-policy',
    `default-src 'none'; style-src 'nonce-${nonce}'; form-action ${options.formAction}; base-uri 'none'; frame-ancestors 'none'`,
  )
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'no-referrer')
  c.header('x-content-type-options', 'nosniff')
  return c.html(await render(nonce), options.status)
}
