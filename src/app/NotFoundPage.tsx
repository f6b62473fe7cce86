import { styled } from '#src/ui/styled.ts'
import { Link } from 'react-router'
import { screenTexts, useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { PageHeading } from '#src/ui/PageHeading.tsx'
import { notFoundTexts } from '#src/lib/messages/en-not-found.ts'

const useNotFoundTexts = screenTexts(notFoundTexts)

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
  const { pageTitle } = useMessages()
  const notFound = useNotFoundTexts()
  return (
    <Frame>
      <PageHeading documentTitle={pageTitle(notFound.title)} place="not-found">
        {notFound.title}
      </PageHeading>
      <p>{notFound.text}</p>
      <Link to={paths.inbox}>{notFound.link}</Link>
    </Frame>
  )
}
