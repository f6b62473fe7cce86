import { styled } from '#src/ui/styled.ts'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Identity } from '#contract/identity.ts'
import { scalarTextOf } from '#contract/json.ts'
import { PersonSign } from '#src/components/PersonSign.tsx'
import { PersonStatus } from '#src/components/PersonStatus.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { CopyText } from '#src/ui/CopyText.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { PageHeading } from '#src/ui/PageHeading.tsx'
import { useNow } from '#src/ui/use-now.ts'
import { useIdentitiesTexts } from '../texts.ts'
import { LookAlikes } from './LookAlikes.tsx'
import { useIdentityTexts } from './texts.ts'

const Frame = styled('header')(({ theme }) => ({
  containerType: 'inline-size',
  display: 'grid',
  gap: theme.spacing(3),
  padding: theme.spacing(5, 6, 4),
  [theme.breakpoints.down('sm')]: { padding: theme.spacing(2, 4, 4) },
}))

const Back = styled(Link)(({ theme }) => ({
  ...theme.typography.body2,
  display: 'none',
  alignItems: 'center',
  gap: theme.spacing(1),
  minHeight: 44,
  justifySelf: 'start',
  color: theme.vars.palette.primary.main,
  textDecoration: 'none',
  [theme.breakpoints.down('md')]: { display: 'inline-flex' },
}))

const Who = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '44px minmax(0, 1fr)',
  gap: theme.spacing(4),
  alignItems: 'center',
  '& p': {
    ...theme.typography.body2,
    margin: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    color: theme.vars.palette.text.secondary,
    overflowWrap: 'anywhere',
  },
  '& p button': { margin: theme.spacing(0, -1), fontWeight: 450 },
}))

const Marks = styled('ul')(({ theme }) => ({
  ...theme.typography.caption,
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexWrap: 'wrap',
  gap: theme.spacing(1.5),
  '& > li': {
    padding: theme.spacing(0.25, 2),
    border: `1px solid ${theme.vars.palette.divider}`,
    borderRadius: 10,
    fontWeight: 500,
  },
  '& > [data-warning]': { color: theme.vars.palette.warning.main },
}))

const Facts = styled('dl')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(148px, 1fr))',
  gap: theme.spacing(2.5, 4),
  margin: 0,
  '& > div': { minWidth: 0 },
  '& dt': { ...theme.typography.caption, color: theme.vars.palette.text.secondary },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
  '& a': { color: 'inherit' },
  '& button': { margin: theme.spacing(-0.5, -1), textAlign: 'left', fontWeight: 450 },
}))

export interface Marked {
  readonly isProtected: boolean
  readonly isCorrelated: boolean
}

interface Props {
  readonly person: Identity
  /** Undefined where it could not be read, or not yet. */
  readonly marks: Marked | undefined
  readonly isSelf: boolean
  /** The way back where the person covers the list. */
  readonly list: string
}

/** Who this is: name, two more ways to tell them apart, their standing, and who could be taken for them. */
export function PersonHeader({ person, marks, isSelf, list }: Props) {
  const messages = useMessages()
  const words = useIdentityTexts()
  const { status, row } = useIdentitiesTexts()
  const now = useNow(60_000)
  const name = visibleText(person.name ?? messages.unnamedPerson)
  const shown = [
    ...(isSelf ? [{ text: words.marks.you }] : []),
    ...(person.isManager ? [{ text: words.marks.manager }] : []),
    ...(marks?.isProtected ? [{ text: words.marks.protected, isWarning: true }] : []),
    ...(marks && !marks.isCorrelated ? [{ text: words.marks.uncorrelated, isWarning: true }] : []),
    ...(person.processingState?.known === 'ERROR' ? [{ text: words.marks.processing, isWarning: true }] : []),
  ]
  const text = (attribute: string) => scalarTextOf(person.attributes[attribute])
  return (
    <Frame>
      <Back to={list}>
        <Icon name="back" size={14} />
        {words.back}
      </Back>
      <Who>
        <PersonSign name={person.name ?? ''} isLarge />
        <div>
          <PageHeading documentTitle={messages.pageTitle(name)} place={`identity ${person.id}`}>
            {name}
          </PageHeading>
          <p>
            <span>{person.alias === null ? row.noAlias : visibleText(person.alias)}</span>
            {person.email === null ? (
              <span>{row.noEmail}</span>
            ) : (
              <CopyText text={visibleText(person.email)} label={`${words.copyEmail} ${person.email}`} copied={words.copied} />
            )}
          </p>
        </div>
      </Who>
      {shown.length > 0 && (
        <Marks>
          {shown.map((mark) => (
            <li key={mark.text} data-warning={'isWarning' in mark ? '' : undefined}>
              {mark.text}
            </li>
          ))}
        </Marks>
      )}
      <LookAlikes person={person} />
      <Facts aria-label={words.facts.label}>
        <Fact name={words.facts.status}>
          {person.status === null ? null : <PersonStatus raw={person.status.raw} word={visibleText(status(person.status.raw))} />}
        </Fact>
        <Fact name={words.facts.lifecycle}>
          {person.lifecycleState === null
            ? null
            : `${visibleText(person.lifecycleState.name)}${person.lifecycleState.manuallyUpdated ? `, ${words.facts.lifecycleByHand}` : ''}`}
        </Fact>
        <Fact name={words.facts.manager}>
          {person.manager === null ? null : person.manager.id === null ? (
            visibleText(person.manager.name ?? '')
          ) : (
            <Link to={paths.identity(person.manager.id)}>{visibleText(person.manager.name ?? person.manager.id)}</Link>
          )}
        </Fact>
        {text('department') !== null && <Fact name={words.facts.department}>{visibleText(text('department') ?? '')}</Fact>}
        {text('jobTitle') !== null && <Fact name={words.facts.jobTitle}>{visibleText(text('jobTitle') ?? '')}</Fact>}
        {text('location') !== null && <Fact name={words.facts.location}>{visibleText(text('location') ?? '')}</Fact>}
        <Fact name={words.facts.refreshed}>
          {person.lastRefresh === null ? null : (
            <time dateTime={person.lastRefresh} title={messages.age.exact(person.lastRefresh)}>
              {messages.age.moment(person.lastRefresh, now)}
            </time>
          )}
        </Fact>
        <Fact name={words.facts.id}>
          <CopyText text={person.id} label={`${words.copyId} ${person.id}`} copied={words.copied} />
        </Fact>
      </Facts>
    </Frame>
  )
}

interface FactProps {
  readonly name: string
  readonly children: ReactNode
}

/** One labelled value; said to be missing where there is none. */
function Fact({ name, children }: FactProps) {
  const { facts } = useIdentityTexts()
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children ?? facts.none}</dd>
    </div>
  )
}
