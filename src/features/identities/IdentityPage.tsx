/** One person. */
export function IdentityPage() {
  return null
}
