import { styled } from '#src/ui/styled.ts'
import { memo } from 'react'
import { useSession } from '#src/components/session-context.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { safeLink } from '#src/lib/paths.ts'
import { Icon } from '#src/ui/Icon.tsx'

const Foot = styled('p')(({ theme }) => ({
  ...theme.typography.caption,
  margin: 'auto 0 0',
  padding: theme.spacing(2, 4),
  color: theme.vars.palette.text.secondary,
  borderTop: `1px solid ${theme.vars.palette.divider}`,
  '& a': { color: theme.vars.palette.primary.main, whiteSpace: 'nowrap' },
}))

/** What is not on this list, and where it is. */
export const Elsewhere = memo(function Elsewhere() {
  const { inbox } = useMessages()
  const { tenant } = useSession()
  const link = safeLink(tenant.url)
  return (
    <Foot>
      {inbox.elsewhere}{' '}
      {link && (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {inbox.elsewhereLink} <Icon name="external" size={11} />
        </a>
      )}
    </Foot>
  )
})
