import type { Page } from 'playwright/test'
import { isRecord } from '#contract/json.ts'
import { review, selectAll } from '../bulk.ts'
import { signIn } from '../desk.ts'
import { goWithin, screensOf } from '../screens.ts'
import { changeJson, expect, test } from '../tenant-front.ts'

/** What somebody could write into a field of the tenant. Whatever ran as a script would leave its mark in `ran`. */
const TEXTS = [
  `<img src=x onerror="ran.push('img')">`,
  `<script>ran.push('script')</script>`,
  `"><svg onload=ran.push('svg')>`,
  `' autofocus onfocus=ran.push('attribute') x='`,
  `javascript:ran.push('link')`,
  `</title></style></textarea><iframe srcdoc="<script>parent.ran.push('frame')</script>">`,
  `{{constructor.constructor("ran.push('template')")()}}`,
  "${ran.push('literal')} #{7*7} <%= 7*7 %> %s %d {0}",
  `&lt;b&gt; &#x202e; \\u202e \\x3cscript\\x3e`,
  `Invoice\u202Egnp.exe\u202C`,
  `\u2067Payroll\u2069 \u200Fowner`,
  `Anna\u200B Schm\u200Didt\uFEFF\u00AD`,
  `\u0000bell\u0007 escape\u001B[31m\r\nX-Injected: yes`,
  `__proto__`,
  `=HYPERLINK("https://elsewhere.example")`,
  `مدير النظام - מנהל`,
  'W'.repeat(1_000),
  'many words '.repeat(100),
] as const

/** What is not a text of somebody: keys to other things, kinds, times. */
const NO_TEXT = /^(id|type|state|operation|status|severity|identityStatus|processingState|associationType|displayType)$|Ids?$/

const isTime = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T/.test(text)

/** The same value with every text in it replaced, in turn, by one of `TEXTS`. */
function hostile(value: unknown): unknown {
  let next = 0
  const text = () => TEXTS[next++ % TEXTS.length]
  const change = (each: unknown, key: string): unknown => {
    if (typeof each === 'string') return NO_TEXT.test(key) || isTime(each) ? each : text()
    if (Array.isArray(each)) return each.map((one) => change(one, key))
    if (!isRecord(each)) return each
    return Object.fromEntries(Object.entries(each).map(([name, one]) => [name, change(one, name)]))
  }
  return change(value, '')
}

/** Characters that change how a text reads without being seen. */
const UNSEEN = String.raw`[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]`

/** What must not be on a page, whatever the tenant says. */
async function findings(page: Page): Promise<string[]> {
  return page.evaluate((unseenSource) => {
    const found: string[] = []
    const unseen = new RegExp(unseenSource)
    const hold = (where: string, text: string | null) => {
      const at = text?.search(unseen) ?? -1
      if (text !== null && at >= 0) found.push(`${where}: …${JSON.stringify(text.slice(Math.max(0, at - 20), at + 20))}`)
    }
    hold('title', document.title)
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) hold('text', node.nodeValue)
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on')) found.push(`${element.tagName} ${name}`)
        if (['aria-label', 'aria-description', 'alt', 'placeholder', 'title', 'value'].includes(name)) hold(name, value)
        if (['href', 'src', 'action'].includes(name) && /^\s*(javascript|data):/i.test(value)) found.push(`${name}=${value}`)
      }
      if (['IFRAME', 'OBJECT', 'EMBED', 'IMG'].includes(element.tagName)) found.push(element.tagName)
      if (getComputedStyle(element).direction !== 'ltr') found.push(`${element.tagName} runs backwards`)
    }
    const ran: unknown = Reflect.get(globalThis, 'ran')
    if (!Array.isArray(ran) || ran.length > 0) found.push(`ran: ${String(ran)}`)
    const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth
    if (sideways > 0) found.push(`${sideways} px wider than the window`)
    return found
  }, UNSEEN)
}

/** What every screen with texts of the tenant on it shows, once it has been drawn. */
const drawn = /ran\.push|\[U\+|WWWW|many words|&lt;b|__proto__|HYPERLINK|مدير/
/** What a screen asks before it does something. */
const dialogs: Readonly<Record<string, string>> = { 'work item': 'Forward…', person: 'Delete…' }

test.use({ stackOptions: { env: { SANDBOX_OPEN_ITEMS: '10', SANDBOX_IDENTITIES: '60' } } })

test('W3 hostile texts in every field are shown as they are on every screen: nothing runs, nothing turns, nothing hides', async ({
  page,
  stack,
  front,
  expectAccessible,
}) => {
  test.slow()
  await page.addInitScript('globalThis.ran = []')
  front.alter = (path, answer) => {
    if (path === '/oauth/info')
      return changeJson(answer, (info) => ({ ...(isRecord(info) && info), tenantName: TEXTS[9], environment: TEXTS[0] }))
    return path === '/oauth/userinfo' || !path.startsWith('/oauth') ? changeJson(answer, hostile) : answer
  }
  await signIn(page, stack, 'admin')
  await expect(page.getByText(TEXTS[1]).first()).toBeVisible()
  await expect(page.getByText('Invoice[U+202E]gnp.exe').first()).toBeVisible()
  const screens = await screensOf(stack, 'admin')
  await selectAll(page)
  await review(page)
  for (const screen of screens) {
    await test.step(screen.name, async () => {
      await goWithin(page, screen)
      if (!/invite|process/.test(screen.name)) await expect(page.getByRole('main')).toContainText(drawn)
      await expectAccessible()
      expect.soft(await findings(page), screen.name).toEqual([])
      const opens = dialogs[screen.name]
      if (opens === undefined) return
      await page.getByRole('button', { name: opens }).first().click()
      await expect(page.getByRole('dialog')).toContainText(drawn)
      await expectAccessible()
      expect.soft(await findings(page), opens).toEqual([])
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toHaveCount(0)
    })
  }
  await page.setViewportSize({ width: 390, height: 844 })
  for (const screen of screens) {
    await test.step(`${screen.name} on a phone`, async () => {
      await goWithin(page, screen)
      expect.soft(await findings(page), `${screen.name} on a phone`).toEqual([])
    })
  }
})
