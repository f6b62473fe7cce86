import { styled } from '#src/ui/styled.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { ageBand } from '#src/lib/triage.ts'
import type { AgeBand } from '#src/lib/triage.ts'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'

const bands = ['fresh', 'waiting', 'long'] as const satisfies readonly AgeBand[]

/** One set of rules for all ages: each set that comes later makes the browser work out the styles of the whole page anew. */
const Words = styled('time')(({ theme }) => ({
  whiteSpace: 'nowrap',
  ...Object.fromEntries(bands.map((band) => [`&[data-band=${band}]`, { color: theme.vars.palette.age[band] }])),
}))

interface Props {
  /** ISO 8601, as the tenant wrote it. */
  readonly since: string
  readonly now: number
  /** `row`: "12 days"; `header`: "open for 12 days". */
  readonly wording: 'row' | 'header'
}

/** How long something waits, in words; the exact time on hover and for screen readers. */
export function Age({ since, now, wording }: Props) {
  const { age } = useMessages()
  const waited = now - Date.parse(since)
  return (
    <Words dateTime={since} title={age.exact(since)} data-band={ageBand(waited)}>
      {wording === 'row' ? age.short(waited) : age.open(waited)}
      <VisuallyHidden>, {age.exact(since)}</VisuallyHidden>
    </Words>
  )
}
