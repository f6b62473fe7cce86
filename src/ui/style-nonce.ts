/** What a style element must carry: the server puts a fresh one into each page. Empty during development, when nothing asks for it. */
export function styleNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
  return nonce.startsWith('__') ? '' : nonce
}
