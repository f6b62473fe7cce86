import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { identityDetails } from '#src/api/identity-details.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { plainList, writeListParams } from '#src/lib/search-params.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Plain, SectionState } from './SectionState.tsx'
import { useIdentityTexts } from './texts.ts'

const List = styled('ul')(({ theme }) => ({
  ...theme.typography.body2,
  listStyle: 'none',
  margin: theme.spacing(1, 0, 0),
  padding: 0,
  '& > li': { padding: theme.spacing(1, 0), overflowWrap: 'anywhere' },
}))

const mostNamed = 5

/** Open work items that wait for somebody; administrators alone may look. */
export function WorkItemsSection({ id }: { readonly id: string }) {
  const messages = useMessages()
  const { workItems: words, reports } = useIdentityTexts()
  const query = useQuery(identityDetails.workItems(id))
  const list = writeListParams({ ...plainList, owner: id })
  return (
    <SectionState title={words.title} query={query} forbidden={words.forbidden}>
      {({ items, total }) =>
        total === 0 ? (
          <Plain>{words.none}</Plain>
        ) : (
          <>
            <Plain>
              {words.count(total)}. <Link to={`${paths.inbox}${list}`}>{words.list}</Link>
            </Plain>
            <List>
              {items.slice(0, mostNamed).map((item) => (
                <li key={item.id}>
                  <Link to={`${paths.inboxItem(item.id)}${list}`}>
                    {visibleText(item.name ?? item.description ?? messages.unnamed)}
                  </Link>
                </li>
              ))}
            </List>
            {total > mostNamed && <Plain>{reports.more(total - mostNamed)}</Plain>}
          </>
        )
      }
    </SectionState>
  )
}
