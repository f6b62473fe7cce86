import type { Page } from 'playwright/test'
import { isRecord } from '#contract/json.ts'
import { signIn } from '../desk.ts'
import { goWithin, screensOf } from '../screens.ts'
import { changeJson, expect, test } from '../tenant-front.ts'
import type { FrontAnswer } from '../tenant-front.ts'

test.use({ stackOptions: { env: { SANDBOX_OPEN_ITEMS: '10', SANDBOX_IDENTITIES: '60' } } })

const REQUEST_ID = 'b4-request-id'
const isApi = (path: string): boolean => !path.startsWith('/oauth')

/** What stands for a field in the strange answers, in turn; undefined leaves it out. */
const STRANGE = [
  undefined,
  null,
  '',
  7,
  true,
  'x'.repeat(20_000),
  [],
  [null, 3],
  {},
  { a: { b: [] } },
  '2026-02-31T99:00',
] as const

/** The same answer with every field but the ids missing, null, of another type or huge; which of these, `shift` turns on. */
function strange(shift: number): (value: unknown) => unknown {
  let next = shift
  const change = (value: unknown, key: string): unknown => {
    if (key === 'id') return value
    if (Array.isArray(value) && value.some(isRecord)) return [...value.map((each) => change(each, '')), null, 'x', {}]
    if (isRecord(value) && (key === '' || next % 3 === 0))
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, change(each, name)]))
    return STRANGE[next++ % STRANGE.length]
  }
  return (value) => change(value, '')
}

async function expectDrawn(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toContainText(/\w{4}/)
  await expect(page.getByText('Something went wrong on this page')).toHaveCount(0)
}

test('B4 fields that are missing, null, of another type, huge or unheard of leave no screen blank', async ({
  page,
  stack,
  front,
}) => {
  test.slow()
  await signIn(page, stack, 'admin')
  const screens = await screensOf(stack, 'admin')
  for (const shift of [0, 7]) {
    front.alter = (path, answer) => (isApi(path) ? changeJson(answer, strange(shift)) : answer)
    await page.goto(`${stack.url}/activity`)
    for (const screen of screens) {
      await test.step(`${screen.name}, ${shift}`, async () => {
        await goWithin(page, screen)
        await expectDrawn(page)
      })
    }
  }
})

const json = (status: number, body: unknown): Partial<FrontAnswer> => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

/** The shapes that errors come in. Those nobody can read may also end in the sentence that the tenant does not answer. */
const SHAPES: readonly (readonly [name: string, answer: Partial<FrontAnswer>])[] = [
  ['its own', json(400, { detailCode: '400.1', trackingId: REQUEST_ID, messages: [{ text: 'No.' }], causes: [] })],
  ['its gateway’s', json(400, { error: { code: 400, message: 'No.' } })],
  ['JSON that is something else', json(200, { status: 'ok' })],
  ['a web page', { status: 502, headers: { 'content-type': 'text/html' }, body: '<title>502 Bad Gateway</title><h1>Oops</h1>' }],
  ['garbled JSON', { status: 200, headers: { 'content-type': 'application/json' }, body: '[{"id":"w1","na' }],
]
const READS_OF_THE_TENANT = /^(inbox|work item|completed|completed work item|people|person)$/

test('B4 an error in whatever shape is told on each screen, with the tracking id', async ({ page, stack, front, context }) => {
  test.slow()
  await signIn(page, stack, 'admin')
  const screens = (await screensOf(stack, 'admin')).filter(({ name }) => READS_OF_THE_TENANT.test(name))
  expect(screens).toHaveLength(6)
  const tabs = await Promise.all(screens.map(async (screen) => ({ screen, tab: await context.newPage() })))
  for (const [name, shape] of SHAPES) {
    await test.step(name, async () => {
      front.alter = (path, answer) =>
        isApi(path) ? { ...answer, ...shape, headers: { ...shape.headers, 'slpt-request-id': REQUEST_ID } } : answer
      // Side by side: a screen that asks again before it gives up waits a while.
      await Promise.all(
        tabs.map(async ({ screen, tab }) => {
          await tab.goto(`${stack.url}${screen.path}`)
          const told = tab.getByRole('main').getByText(/b4-request-id|SailPoint has not answered since/)
          await expect(told.first(), `${screen.name}, ${name}`).toBeVisible({ timeout: 90_000 })
        }),
      )
    })
  }
})
