import { expect, test } from '../fixtures.ts'

test('W1 W2 every kind of answer carries the policy and the headers, each page its own nonce', async ({
  page,
  stack,
  signInAs,
}) => {
  await signInAs('manager')
  const asset = await page.evaluate(() => document.querySelector<HTMLScriptElement>('script[src*="/assets/"]')?.src ?? '')
  const paths = [
    '/inbox',
    '/nowhere',
    asset.replace(stack.url, ''),
    '/assets/missing.js',
    '/desk/session',
    '/api/beta/work-items',
    '/auth/sign-in',
  ]
  for (const path of paths) {
    const response = await page.request.get(`${stack.url}${path}`, { maxRedirects: 0 })
    const headers = response.headers()
    const policy = headers['content-security-policy'] ?? ''
    expect(policy, path).toContain("default-src 'none'")
    expect(policy, path).toContain("frame-ancestors 'none'")
    expect(policy, path).toContain("require-trusted-types-for 'script'")
    expect(policy, path).not.toMatch(/unsafe-(inline|eval)/)
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
    })
  }
  const nonce = async () =>
    /'nonce-([^']+)'/.exec((await page.request.get(`${stack.url}/inbox`)).headers()['content-security-policy'] ?? '')?.[1]
  const [first, second] = [await nonce(), await nonce()]
  expect(first).toMatch(/^[\w+/-]{22,}={0,2}$/)
  expect(first).not.toEqual(second)
})

/** Ways of bringing a script into the page, as an attacker with one foot in the door would write them. Each would leave its mark in `ran`. */
const INJECTIONS = [
  `document.body.append(Object.assign(document.createElement('script'), { textContent: "ran.push('inline')" }))`,
  `document.body.append(Object.assign(document.createElement('script'), { src: "data:text/javascript,ran.push('data')" }))`,
  `document.body.append(Object.assign(document.createElement('script'), { src: 'https://elsewhere.example/x.js' }))`,
  `document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="ran.push(1)">')`,
  `document.body.innerHTML += '<svg onload="ran.push(2)"></svg>'`,
  `eval("ran.push('eval')")`,
  `new Function("ran.push('function')")()`,
  `setTimeout("ran.push('timeout')", 0)`,
  `document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: "<script>parent.ran.push('frame')</script>" }))`,
  `document.body.setAttribute('onclick', "ran.push('attribute')"); document.body.click()`,
]

test('W1 the policy stops ten ways of bringing a script in', async ({ page, signInAs, complaints }) => {
  await signInAs('manager')
  await page.evaluate('globalThis.ran = []')
  // In a task of the page's own: what the test runner evaluates directly is exempt from the policy on eval.
  for (const injection of INJECTIONS) {
    await page.evaluate(
      `new Promise((done) => setTimeout(() => { try { ${injection} } catch { /* refused at once */ } done() }))`,
    )
  }
  // Whatever was let in has had two frames to run.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  expect(await page.evaluate('globalThis.ran')).toEqual([])
  // The browser reported the attempts; they are not the page's own violations.
  expect(complaints.length).toBeGreaterThan(0)
  complaints.splice(0)
})
