import { ButtonLink } from '#src/ui/Button.tsx'
import { styled } from '#src/ui/styled.ts'
import { useSyncExternalStore } from 'react'
import { useLocation } from 'react-router'
import { sessionEnd } from '#src/api/session-end.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'

const Strip = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1, 4),
  padding: theme.spacing(2, 4),
  color: theme.vars.palette.surface.noticeText,
  background: theme.vars.palette.surface.notice,
  borderBottom: `1px solid ${theme.vars.palette.divider}`,
  '& p': { margin: 0, flex: '1 1 240px' },
}))

/** Says that the session ended, or is somebody else's now, and leads back to this very place after signing in again. What is on screen stays. */
export function SessionEnded() {
  const { sessionEnd: words } = useMessages()
  const { pathname, search } = useLocation()
  const how = useSyncExternalStore(sessionEnd.subscribe, sessionEnd.how)
  return (
    <div role="alert">
      {how !== null && (
        <Strip>
          <p>
            <strong>{words[how]}.</strong> {words.text}
          </p>
          <ButtonLink href={paths.startSignIn(`${pathname}${search}`)}>{words.link}</ButtonLink>
        </Strip>
      )}
    </div>
  )
}
