import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRecord } from '#contract/json.ts'
import { startTestSandbox } from '../testing/test-sandbox.ts'
import type { TestSandbox } from '../testing/test-sandbox.ts'

let sandbox: TestSandbox
beforeAll(async () => {
  sandbox = await startTestSandbox({ openItems: 1 })
})
afterAll(() => sandbox.close())

const PASSWORD = 'a sandbox password'

async function unregistered(): Promise<{ id: string; email: string; name: string }> {
  const people = await sandbox.store
    .selectFrom('identity')
    .select(['id', 'email', 'name'])
    .where('status', '=', 'UNREGISTERED')
    .where('correlated', '=', 1)
    .execute()
  const [one] = people.flatMap(({ email, ...rest }) => (email === null ? [] : [{ ...rest, email }]))
  if (!one) throw new Error('Everybody is registered.')
  return one
}

async function invite(ids: readonly string[]): Promise<void> {
  expect((await sandbox.call('admin', 'POST', '/v2024/identities/invite', { ids })).status).toBe(202)
}

async function mails(query = ''): Promise<Array<Record<string, unknown> & { link: string }>> {
  const answer: unknown = await (await sandbox.app.request(`/mail?format=json${query}`)).json()
  return (Array.isArray(answer) ? answer.filter(isRecord) : []).map((mail) => ({ ...mail, link: String(mail['link']) }))
}

const submit = async (link: string, password = PASSWORD, repeated = password) =>
  sandbox.app.request(link, { method: 'POST', body: new URLSearchParams({ password, repeated }) })

const statusOf = async (id: string) =>
  (await sandbox.store.selectFrom('identity').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status

test('every page carries its policy and is never stored', async () => {
  await invite([(await unregistered()).id])
  const [mail] = await mails()
  for (const path of ['/', '/logout', '/mail', mail?.link ?? '', '/register/unknown']) {
    const answer = await sandbox.app.request(path)
    expect(answer.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'nonce-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    const text = await answer.text()
    expect(text).toMatch(/<html lang="en">[^]*<title>[^<]+<\/title>[^]*<h1>/)
    expect(text).not.toContain('<script')
  }
})

test('what the sign-in discovery links to is there', async () => {
  const info: unknown = await (await sandbox.app.request('/oauth/info')).json()
  for (const key of ['cloudDomainUrl', 'logoutUrl']) {
    const { pathname } = new URL(String(isRecord(info) ? info[key] : ''))
    expect((await sandbox.app.request(pathname)).status).toBe(200)
  }
})

test('an invitation is followed to the end, once', async () => {
  const { id, email } = await unregistered()
  await invite([id])
  const [mail] = await mails(`&to=${encodeURIComponent(email.toUpperCase())}`)
  expect(mail).toMatchObject({ to: email, identityId: id, kind: 'invitation', state: 'open' })
  const link = mail?.link ?? ''
  expect((await sandbox.app.request(link)).status).toBe(200)
  for (const [password, repeated] of [
    ['short', 'short'],
    [PASSWORD, `${PASSWORD}!`],
  ]) {
    const refused = await submit(link, password, repeated)
    expect(refused.status).toBe(400)
    expect(await refused.text()).toContain('role="alert"')
    expect(await statusOf(id)).toBe('PENDING')
  }
  const done = await submit(link)
  expect(done.status).toBe(200)
  expect(await done.text()).toContain('You are registered')
  expect(await statusOf(id)).toBe('REGISTERED')
  for (const answer of [await sandbox.app.request(link), await submit(link)]) {
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('used before')
  }
  expect(JSON.stringify(await sandbox.store.selectFrom('mail').selectAll().execute())).not.toContain(PASSWORD)
})

test('submitted twice at once it takes effect once', async () => {
  const { id } = await unregistered()
  await invite([id])
  const [mail] = await mails()
  const answers = await Promise.all(Array.from({ length: 8 }, () => submit(mail?.link ?? '')))
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, ...Array.from({ length: 7 }, () => 410)])
})

test('an invitation works for 7 days, a password link for 2 hours, and a reset ends both', async () => {
  const { id } = await unregistered()
  await invite([id])
  const [invitation] = await mails()
  sandbox.advance(7 * 86_400_000 - 60_000)
  expect((await sandbox.app.request(invitation?.link ?? '')).status).toBe(200)
  sandbox.advance(60_000)
  expect(await (await submit(invitation?.link ?? '')).text()).toContain('expired')
  expect(await statusOf(id)).toBe('PENDING')

  await invite([id])
  const [fresh] = await mails()
  expect((await submit(fresh?.link ?? '')).status).toBe(200)
  const send = () => sandbox.call('helpdesk', 'POST', `/v2024/identities/${id}/verification/account/send`, { via: 'EMAIL_WORK' })
  await send()
  const [first] = await mails()
  expect(first?.link).toMatch(/^\/password\//)
  sandbox.advance(2 * 3_600_000)
  expect(await (await submit(first?.link ?? '')).text()).toContain('expired')
  await send()
  const [second] = await mails()
  expect(await (await submit(second?.link ?? '')).text()).toContain('Your password is set')
  await send()
  const [third] = await mails()
  await sandbox.call('admin', 'POST', `/v2024/identities/${id}/reset`)
  expect(await (await submit(third?.link ?? '')).text()).toContain('a reset took its place')
  expect((await mails()).map(({ state }) => state).slice(0, 3)).toEqual(['replaced', 'used', 'expired'])
})

test('a link for one purpose is none for the other, and dies with its identity', async () => {
  const { id } = await unregistered()
  await invite([id])
  const [mail] = await mails()
  const link = mail?.link ?? ''
  expect((await submit(link.replace('/register/', '/password/'))).status).toBe(404)
  await sandbox.store.deleteFrom('role_assignment').where('identity_id', '=', id).execute()
  expect((await sandbox.call('admin', 'DELETE', `/v2024/identities/${id}`)).status).toBe(204)
  expect((await submit(link)).status).toBe(404)
})

test('mail is listed newest first, by recipient, page by page, with names as text', async () => {
  await sandbox.store
    .updateTable('identity')
    .set({ name: '<b>Eve</b> & "Co"' })
    .where('id', '=', (await unregistered()).id)
    .execute()
  await sandbox.call('admin', 'POST', '/v2024/identities/invite', { uninvited: true })
  for (let nth = 0; nth < 30; nth += 1) {
    const { id } = await sandbox.store
      .selectFrom('identity')
      .select('id')
      .where('status', '=', 'PENDING')
      .where('email', 'is not', null)
      .executeTakeFirstOrThrow()
    await invite([id])
  }
  const all = await mails()
  expect(all.map(({ id }) => Number(id))).toEqual(all.map(({ id }) => Number(id)).toSorted((a, b) => b - a))
  const html = await (await sandbox.app.request('/mail')).text()
  expect(html.match(/<h2>/g)).toHaveLength(50)
  const older = /href="(\/mail\?[^"]+)">Older/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const next = await (await sandbox.app.request(older)).text()
  expect(next.match(/<h2>/g)).toHaveLength(Math.min(50, all.length - 50))
  expect(html + next).not.toContain('<b>Eve')
  expect(html + next).toContain('&lt;b&gt;Eve&lt;/b&gt;')
  expect(await (await sandbox.app.request('/mail?to=%25')).text()).toContain('Nothing has been sent to an address with “%”')
  const byAccept = await sandbox.app.request('/mail', { headers: { accept: 'application/json' } })
  expect(byAccept.headers.get('content-type')).toBe('application/json')
})

test('odd requests to the pages are answered below 500', async () => {
  const parts = ['%00', '%E0%A4%A', '..%2f', '%FF', 'x'.repeat(5_000), '💌', "'--", '__proto__', '%', '<script>']
  for (const part of parts) {
    const paths = [
      `/register/${part}`,
      `/password/${part}`,
      `/mail?to=${part}`,
      `/mail?before=${part}`,
      `/mail?format=json&to=${part}`,
    ]
    for (const path of paths) expect([path, (await sandbox.app.request(path)).status < 500]).toEqual([path, true])
  }
  await invite([
    (await sandbox.store.selectFrom('identity').select('id').where('status', '=', 'PENDING').executeTakeFirstOrThrow()).id,
  ])
  const [mail] = await mails()
  const type = 'application/x-www-form-urlencoded'
  for (const [body, contentType] of [
    ['', type],
    ['password=a&password=b', type],
    ['x'.repeat(70_000), type],
    ['{}', 'application/json'],
    ['--x', 'multipart/form-data; boundary=y'],
    [`password=${PASSWORD}&repeated=${PASSWORD}`, 'text/plain'],
  ] as const) {
    const answer = await sandbox.app.request(mail?.link ?? '', { method: 'POST', headers: { 'content-type': contentType }, body })
    expect(answer.status).toBe(400)
  }
  expect((await sandbox.app.request('/mail', { method: 'POST' })).status).toBe(404)
  expect((await sandbox.app.request('/mail', { method: 'HEAD' })).status).toBe(200)
})
