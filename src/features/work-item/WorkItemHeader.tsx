import { Text } from '#src/ui/text.ts'
import { styled } from '#src/ui/styled.ts'
import type { WorkItem } from '#contract/work-item.ts'
import { Age } from '#src/components/Age.tsx'
import { StateLabel } from '#src/components/StateLabel.tsx'
import { VerbText, VerbTile, typeName } from '#src/components/VerbMark.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { verbOfWorkItem } from '#src/lib/triage.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { PageHeading } from '#src/ui/PageHeading.tsx'
import { useNow } from '#src/ui/use-now.ts'
import { BackLink } from './BackLink.tsx'
import { useWorkItemTexts } from './work-item-words.ts'
import { theme } from '#src/ui/theme.ts'

const Frame = styled('header')(({ theme }) => ({
  padding: theme.spacing(4, 6, 5),
  [theme.breakpoints.down('sm')]: { padding: theme.spacing(2, 4, 4) },
}))

const Meta = styled('p')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: theme.spacing(3),
  rowGap: theme.spacing(1),
  margin: theme.spacing(0, 0, 2),
  color: theme.vars.palette.text.secondary,
}))

/** What it is, how it stands and how long it waits. */
export function WorkItemHeader({ item }: { readonly item: WorkItem }) {
  const messages = useMessages()
  const { item: words } = useWorkItemTexts()
  const now = useNow(30_000)
  const verb = verbOfWorkItem(item)
  const name = visibleText(item.name ?? messages.unnamed)
  return (
    <Frame>
      <BackLink />
      <Meta>
        <VerbTile kind={verb.kind} />
        {verb.kind !== 'task' && <VerbText verb={verb} />}
        <span>{typeName(messages, item)}</span>
        <StateLabel state={item.state} of="states" />
        {item.isOpen && item.created !== null && <Age since={item.created} now={now} wording="header" />}
        {!item.isOpen && item.completed !== null && (
          <time dateTime={item.completed} title={messages.age.exact(item.completed)}>
            {words.completedAt(messages.age.moment(item.completed, now))}
          </time>
        )}
      </Meta>
      <PageHeading documentTitle={messages.pageTitle(name)} place={item.id}>
        {name}
      </PageHeading>
      {item.description !== null && (
        <Text sx={{ marginTop: theme.spacing(2), maxWidth: '72ch', whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {visibleText(item.description)}
        </Text>
      )}
    </Frame>
  )
}
