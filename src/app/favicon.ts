const blue = '#4547c4'
const red = '#b3261e'

/** The product's sign, with a dot while something waits; as an address the browser takes for an icon. */
export function faviconAddress(hasDot: boolean): string {
  if (!hasDot) return '/favicon.svg'
  const dot = `<circle cx="25" cy="7" r="7" fill="${red}" stroke="#fff" stroke-width="1.5"/>`
  const tick =
    '<path d="M8 16.4 13.2 21 24 9.4" fill="none" stroke="#fff" stroke-width="3.2" stroke-linecap="round" stroke-linejoin="round"/>'
  const line = '<path d="M8 26h16" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" opacity="0.6"/>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${blue}"/>${tick}${line}${dot}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
