import { styled } from '#src/ui/styled.ts'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiError } from '#src/api/errors.ts'
import { errorSentence } from '#src/components/Problem.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { Button } from '#src/ui/Button.tsx'
import { Section } from '#src/ui/Section.tsx'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { useIdentityTexts } from './texts.ts'

/** A quiet sentence in a section. */
export const Plain = styled('p')(({ theme }) => ({
  ...theme.typography.body2,
  margin: 0,
  color: theme.vars.palette.text.secondary,
  overflowWrap: 'anywhere',
}))

const Failed = styled(Plain)(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1, 2),
}))

interface Props<Data> {
  readonly title: string
  readonly query: UseQueryResult<Data>
  /** What to say where it may not be read. */
  readonly forbidden?: string
  readonly children: (data: Data) => ReactNode
}

/** A part of the page that is read on its own: not allowed is a sentence in its place, failed can be tried again. */
export function SectionState<Data>({ title, query, forbidden, children }: Props<Data>) {
  return (
    <Section title={title}>
      <SectionBody query={query} {...(forbidden !== undefined && { forbidden })}>
        {children}
      </SectionBody>
    </Section>
  )
}

function SectionBody<Data>({ query, forbidden, children }: Omit<Props<Data>, 'title'>) {
  const messages = useMessages()
  const { section: words } = useIdentityTexts()
  const { data, error } = query
  if (error instanceof ApiError && error.isForbidden) return <Plain>{forbidden ?? words.forbidden}</Plain>
  if (error !== null && data === undefined)
    return (
      <Failed role="alert">
        {words.failed} {errorSentence(messages, error)}
        <Button variant="outlined" onClick={() => void query.refetch()} sx={{ minHeight: 28 }}>
          {messages.tryAgain}
        </Button>
      </Failed>
    )
  if (data === undefined)
    return (
      <div>
        <VisuallyHidden>{messages.loading}</VisuallyHidden>
        <Skeleton sx={{ width: '46%', marginBottom: '10px' }} />
        <Skeleton sx={{ width: '32%' }} />
      </div>
    )
  return children(data)
}
