import Divider from '@mui/material/Divider'
import ListSubheader from '@mui/material/ListSubheader'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { ApiError } from '#src/api/errors.ts'
import { endSession } from '#src/api/session.ts'
import { keySheet } from '#src/components/overlays.ts'
import { errorSentence } from '#src/components/Problem.tsx'
import { useSession } from '#src/components/session-context.ts'
import { useSettings } from '#src/components/settings.tsx'
import { browserSettings, draftPrefix, tabDrafts } from '#src/lib/browser-store.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { tellSignedOut } from '#src/lib/other-tabs.ts'
import { paths } from '#src/lib/paths.ts'
import { afterDecisionChoices, holdChoices, themeChoices } from '#src/lib/settings.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { theme } from '#src/ui/theme.ts'
import { SignOutDialog } from './SignOutDialog.tsx'
import { useAccountTexts } from './account-words.ts'
import { useLook } from './look.ts'
import { MuiFrame } from './MuiFrame.tsx'

// MUI's own subheader, because its menu knows not to put the focus there.
const Heading = styled(ListSubheader)({
  ...theme.typography.caption,
  position: 'static',
  background: 'none',
  padding: theme.spacing(2.5, 4, 1),
  color: theme.vars.palette.text.secondary,
  '& b': { display: 'block', fontSize: '0.875rem', fontWeight: 600, color: theme.vars.palette.text.primary },
})

const Choice = styled(MenuItem)({
  ...theme.typography.body2,
  minHeight: 30,
  padding: theme.spacing(0.5, 4),
  gap: theme.spacing(2),
  '@media (pointer: coarse)': { minHeight: 44 },
  '& > span:first-of-type': { width: 14, color: theme.vars.palette.primary.main },
})

/** One of several choices; a function, because MUI's menu finds its items among its direct children. */
const radio = (group: string, text: string, isChosen: boolean, choose: () => void) => (
  <Choice key={`${group} ${text}`} role="menuitemradio" aria-checked={isChosen} aria-label={`${group}: ${text}`} onClick={choose}>
    <span aria-hidden="true">{isChosen && <Icon name="check" size={14} />}</span>
    {text}
  </Choice>
)

interface Props {
  readonly anchor: HTMLElement | null
  readonly onClose: () => void
}

/** Who this is and where; how the page looks and decides; the way out. */
export function AccountMenu({ anchor, onClose }: Props) {
  const messages = useMessages()
  const account = useAccountTexts()
  const { user, tenant } = useSession()
  const [look, chooseLook] = useLook()
  const { settings, change } = useSettings()
  const [mustChoose, setMustChoose] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  const notices = 'Notification' in globalThis ? Notification.permission : 'denied'
  /** The browser asks only now, because somebody wants it. */
  const toggleNotices = async () => {
    if (settings.notify) return change({ notify: false })
    return change({ notify: (await Notification.requestPermission()) === 'granted' })
  }
  const leave = async (openEntries?: 'finish' | 'take-back') => {
    setFailure(null)
    try {
      await endSession(openEntries)
    } catch (error) {
      if (error instanceof ApiError && error.code === 'open_entries') return setMustChoose(true)
      // Nobody is signed in any more: that is what was asked for.
      if (!(error instanceof ApiError && error.isSignedOut)) return setFailure(error)
    }
    tellSignedOut()
    tabDrafts.clear(draftPrefix)
    browserSettings.clear(draftPrefix)
    return location.replace(paths.signIn)
  }
  return (
    <MuiFrame>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={onClose}
        // Inside the page's header, so that it belongs to a landmark.
        container={anchor?.parentElement ?? null}
        disableScrollLock
        transitionDuration={100}
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ list: { 'aria-label': account.menu, dense: true, sx: { minWidth: 248 } } }}
      >
        <Heading role="presentation">
          <b>{visibleText(user.name)}</b>
          {visibleText(account.signedInAs(user.alias ?? null, tenant.name))}
        </Heading>
        <Divider component="li" />
        <Heading role="presentation">{account.theme}</Heading>
        {themeChoices.map((choice) => radio(account.theme, account.themes[choice], look === choice, () => chooseLook(choice)))}
        <Heading role="presentation">{account.hold}</Heading>
        {holdChoices.map((holdMs) =>
          radio(account.hold, account.holds(holdMs), settings.holdMs === holdMs, () => change({ holdMs })),
        )}
        <Heading role="presentation">{account.after}</Heading>
        {afterDecisionChoices.map((afterDecision) =>
          radio(account.after, account.afters[afterDecision], settings.afterDecision === afterDecision, () =>
            change({ afterDecision }),
          ),
        )}
        <Divider component="li" />
        <Choice
          role="menuitemcheckbox"
          aria-checked={settings.notify}
          disabled={notices === 'denied'}
          onClick={() => void toggleNotices()}
        >
          <span aria-hidden="true">{settings.notify && <Icon name="check" size={14} />}</span>
          {notices === 'denied' ? account.notices.blocked : account.notices.on}
        </Choice>
        <Choice
          onClick={() => {
            onClose()
            keySheet.show(true)
          }}
        >
          <span aria-hidden="true" />
          {account.keys}
        </Choice>
        <Divider component="li" />
        <Choice onClick={() => void leave()}>{account.signOut}</Choice>
        {failure !== null && (
          <Heading role="presentation">
            {account.failed} {errorSentence(messages, failure)}
          </Heading>
        )}
      </Menu>
      {mustChoose && <SignOutDialog onClose={() => setMustChoose(false)} onLeave={(openEntries) => void leave(openEntries)} />}
    </MuiFrame>
  )
}
