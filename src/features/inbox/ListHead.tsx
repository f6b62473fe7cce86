import { styled } from '#src/ui/styled.ts'
import { Suspense, lazy, memo, useState } from 'react'
import { keySheet, palette } from '#src/components/overlays.ts'
import { fetchAhead } from '#src/lib/fetch-ahead.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Button } from '#src/ui/Button.tsx'
import { Heading } from '#src/ui/Heading.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { PageHeading } from '#src/ui/PageHeading.tsx'
import type { ListMenuFacts } from './keeps/ListMenu.tsx'

const loadMenu = () => import('./keeps/ListMenu.tsx')
const ListMenu = lazy(async () => ({ default: (await loadMenu()).ListMenu }))

const Frame = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: theme.spacing(1),
  minHeight: 48,
  padding: theme.spacing(3, 3, 0, 4),
  '& > :is(h1, h2)': { flex: 1 },
  '& > button': {
    minHeight: 30,
    minWidth: 30,
    padding: theme.spacing(0, 1.5),
    fontSize: '0.75rem',
    fontWeight: 450,
    color: theme.vars.palette.text.secondary,
    '@media (pointer: coarse)': { minWidth: 44, minHeight: 44 },
  },
}))

interface ActsProps extends ListMenuFacts {
  readonly readAt: number | null
  readonly onRefresh: () => void
}

interface Props extends ActsProps {
  readonly title: string
  /** Which page this is; another value is announced. */
  readonly place: string
  /** A work item beside the list has the page's heading. */
  readonly isBeside: boolean
}

/** The list's name, how fresh it is, and what can be done with it as a whole. */
export const ListHead = memo(function ListHead({ title, place, isBeside, ...acts }: Props) {
  const { pageTitle } = useMessages()
  return (
    <Frame>
      {isBeside ? (
        <Heading as="h2">{title}</Heading>
      ) : (
        <PageHeading documentTitle={pageTitle(title)} place={place}>
          {title}
        </PageHeading>
      )}
      <Acts {...acts} />
    </Frame>
  )
})

const Acts = memo(function Acts({ readAt, onRefresh, ...menu }: ActsProps) {
  const { listMenu: words } = useMessages()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      {readAt !== null && (
        <Button
          variant="text"
          data-figures=""
          aria-label={words.refresh(readAt)}
          title={words.refresh(readAt)}
          onClick={onRefresh}
        >
          {words.asOf(readAt)}
          <Icon name="refresh" size={13} />
        </Button>
      )}
      <Button
        variant="text"
        aria-label={words.button}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onPointerEnter={() => fetchAhead(loadMenu)}
        onClick={({ currentTarget }) => setAnchor((before) => (before ? null : currentTarget))}
      >
        <Icon name="more" />
      </Button>
      {anchor && (
        <Suspense>
          <ListMenu
            {...menu}
            anchor={anchor}
            onKeys={() => keySheet.show(true)}
            onPalette={() => palette.show(true)}
            onClose={() => setAnchor(null)}
          />
        </Suspense>
      )}
    </>
  )
})
