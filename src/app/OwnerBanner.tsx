import { Suspense, lazy } from 'react'
import { useLocation } from 'react-router'
import { parseListParams } from '#src/lib/search-params.ts'

const OwnerStrip = lazy(async () => ({ default: (await import('./OwnerStrip.tsx')).OwnerStrip }))

/** Whose list this is, for as long as it is somebody else's. */
export function OwnerBanner() {
  const { pathname, search } = useLocation()
  const { owner } = parseListParams(new URLSearchParams(search))
  return owner !== null && /^\/(inbox|completed|review)(\/|$)/.test(pathname) ? (
    <Suspense>
      <OwnerStrip owner={owner} />
    </Suspense>
  ) : null
}
