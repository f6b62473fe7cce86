import { styled } from '@mui/material/styles'
import { Link } from 'react-router'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { PageHeading } from '#src/ui/PageHeading.tsx'

const Frame = styled('div')(({ theme }) => ({
  flex: 1,
  display: 'grid',
  placeContent: 'center',
  gap: theme.spacing(2),
  padding: theme.spacing(6),
  '& p': { margin: 0, color: theme.vars.palette.text.secondary },
  '& a': { color: theme.vars.palette.primary.main },
}))

export function NotFoundPage() {
  const messages = useMessages()
  const { notFound } = messages
  return (
    <Frame>
      <PageHeading documentTitle={messages.pageTitle(notFound.title)} place="not-found">
        {notFound.title}
      </PageHeading>
      <p>{notFound.text}</p>
      <Link to={paths.inbox}>{notFound.link}</Link>
    </Frame>
  )
}
