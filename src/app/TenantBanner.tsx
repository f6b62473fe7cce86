import { styled } from '#src/ui/styled.ts'
import { useSession } from '#src/components/session-context.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'

const Strip = styled('aside')(({ theme }) => ({
  ...theme.typography.caption,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  gap: theme.spacing(2),
  minHeight: 26,
  padding: theme.spacing(0, 4),
  color: theme.vars.palette.surface.noticeText,
  background: `repeating-linear-gradient(-45deg, ${theme.vars.palette.surface.notice} 0 14px, color-mix(in srgb, ${theme.vars.palette.surface.notice} 88%, ${theme.vars.palette.surface.noticeText}) 14px 28px)`,
  '& strong': { fontWeight: 680, letterSpacing: '0.08em', textTransform: 'uppercase' },
  '& span': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
}))

/** Which tenant this is, where it calls itself something other than the real thing. */
export function TenantBanner() {
  const { tenant: words } = useMessages()
  const { tenant } = useSession()
  if (!tenant.environment) return null
  const { environment, name } = words.banner(visibleText(tenant.environment), visibleText(tenant.name))
  return (
    <Strip aria-label={words.bannerLabel}>
      <strong>{environment}</strong>
      <span>{name}</span>
    </Strip>
  )
}
