import { styled } from '#src/ui/styled.ts'
import { useQueryClient } from '@tanstack/react-query'
import { refreshIdentities } from '#src/api/refresh-identities.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Button } from '#src/ui/Button.tsx'
import { Heading } from '#src/ui/Heading.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { PageHeading } from '#src/ui/PageHeading.tsx'
import { useIdentitiesTexts } from '../texts.ts'
import { ListActs } from './ListActs.tsx'
import type { ListAct } from './ListActs.tsx'

const Frame = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1),
  minHeight: 48,
  padding: theme.spacing(3, 3, 0, 4),
  '& > :is(h1, h2)': { flex: 1 },
  '& > button': {
    minHeight: 30,
    minWidth: 30,
    padding: theme.spacing(0, 2),
    fontSize: '0.75rem',
    fontWeight: 500,
    color: theme.vars.palette.text.secondary,
    '@media (pointer: coarse)': { minWidth: 44, minHeight: 44 },
  },
}))

interface Props {
  /** A person beside the list has the page's heading. */
  readonly isBeside: boolean
  /** When it was read, ms; null while nothing is there that could be read again. */
  readonly readAt: number | null
  /** Behind one button, where there is no room for all of them. */
  readonly isFolded: boolean
  readonly acts: readonly ListAct[]
}

/** The list's name, how fresh it is, and what can be done with it as a whole. */
export function PeopleHead({ isBeside, readAt, isFolded, acts }: Props) {
  const messages = useMessages()
  const { title, head: words } = useIdentitiesTexts()
  const client = useQueryClient()
  return (
    <Frame>
      {isBeside ? (
        <Heading as="h2">{title}</Heading>
      ) : (
        <PageHeading documentTitle={messages.pageTitle(title)} place="identities">
          {title}
        </PageHeading>
      )}
      {readAt !== null && (
        <Button
          variant="text"
          data-figures=""
          aria-label={words.refresh(readAt)}
          title={words.refresh(readAt)}
          onClick={() => refreshIdentities(client)}
        >
          {words.asOf(readAt)}
          <Icon name="refresh" size={13} />
        </Button>
      )}
      {acts.length > 0 && <ListActs isFolded={isFolded} acts={acts} />}
    </Frame>
  )
}
