import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { DeskEnv } from './context.ts'

interface Message {
  readonly status: ContentfulStatusCode
  readonly title: string
  readonly text: string
  readonly link: { readonly href: string; readonly text: string }
}

/** A page of few words for what happens outside the app: a sign-in that failed, an address that is not there. */
export function messagePage(c: Context<DeskEnv>, message: Message): Response | Promise<Response> {
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${message.title} · Countersign</title>
          <style nonce="${c.get('nonce')}">
            :root {
              color-scheme: light dark;
              font:
                16px/1.5 system-ui,
                sans-serif;
              color: light-dark(#17181c, #ecedf0);
              background: light-dark(#ffffff, #131417);
            }
            main {
              max-width: 34rem;
              margin: 20vh auto 0;
              padding: 0 1.5rem;
            }
            h1 {
              font-size: 1.375rem;
              line-height: 1.3;
              margin: 0 0 0.5rem;
            }
            a {
              display: inline-block;
              padding: 0.5rem 0;
              color: light-dark(#4547c4, #a3a5ff);
            }
          </style>
        </head>
        <body>
          <main>
            <h1>${message.title}</h1>
            <p>${message.text}</p>
            <a href="${message.link.href}">${message.link.text}</a>
          </main>
        </body>
      </html>`,
    message.status,
  )
}
