import { ButtonLink } from '#src/ui/Button.tsx'
import { Caption, Text } from '#src/ui/text.ts'
import { styled } from '#src/ui/styled.ts'
import { useSearchParams } from 'react-router'
import { Mark } from '#src/components/Mark.tsx'
import { screenTexts, useMessages } from '#src/lib/messages/context.tsx'
import { paths, placeFrom } from '#src/lib/paths.ts'
import { PageHeading } from '#src/ui/PageHeading.tsx'
import { theme } from '#src/ui/theme.ts'
import { signInTexts } from '#src/lib/messages/en-sign-in.ts'

const useSignInTexts = screenTexts(signInTexts)

const Frame = styled('main')(({ theme }) => ({
  minHeight: '100dvh',
  display: 'grid',
  placeContent: 'center',
  justifyItems: 'start',
  gap: theme.spacing(3),
  padding: theme.spacing(6),
  background: theme.vars.palette.surface.rail,
  '& > *': { maxWidth: 400 },
}))

/** The door: a link to the server's sign-in, which knows the way back. */
export function SignInPage() {
  const messages = useMessages()
  const { product } = messages
  const signIn = useSignInTexts()
  const [params] = useSearchParams()
  return (
    <Frame>
      <Mark size={44} />
      <PageHeading documentTitle={messages.pageTitle(signIn.title)} place="sign-in" isLarge>
        {product}
      </PageHeading>
      <Text sx={{ fontSize: '1rem' }}>{signIn.text}</Text>
      <ButtonLink
        href={paths.startSignIn(placeFrom(params.get('return_to')))}
        sx={{ minHeight: 44, paddingInline: theme.spacing(6), fontSize: '0.9375rem', marginBlock: theme.spacing(2) }}
      >
        {signIn.button}
      </ButtonLink>
      <Caption sx={{ color: theme.vars.palette.text.secondary }}>{signIn.note}</Caption>
    </Frame>
  )
}
