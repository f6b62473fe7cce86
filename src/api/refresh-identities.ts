import type { QueryClient } from '@tanstack/react-query'

/** After something was done to people: what is on the screen is read again, the rest when it is next shown. */
export function refreshIdentities(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['identities'] })
}
