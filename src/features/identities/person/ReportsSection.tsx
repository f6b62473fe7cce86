import { styled } from '#src/ui/styled.ts'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Identity } from '#contract/identity.ts'
import { readEverybody } from '#src/api/identity-lists.ts'
import { errorSentence } from '#src/components/Problem.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { Section } from '#src/ui/Section.tsx'
import { useReading } from '../list/use-reading.ts'
import { Plain } from './SectionState.tsx'
import { useIdentityTexts } from './texts.ts'

const Row = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(1, 3),
  marginTop: theme.spacing(2),
  color: theme.vars.palette.text.secondary,
}))

const Names = styled('ul')(({ theme }) => ({
  ...theme.typography.body2,
  margin: theme.spacing(1, 0, 0),
  paddingLeft: theme.spacing(5),
  columns: '180px auto',
}))

const mostNamed = 100

/**
 * Who reports to somebody, as far as the API allows: it says whether somebody is a manager, and can be asked for everybody, but not for
 * those with a certain manager. So the long way is only gone when it is asked for.
 */
export function ReportsSection({ person }: { readonly person: Identity }) {
  const messages = useMessages()
  const { reports: words } = useIdentityTexts()
  const { running, start, stop } = useReading()
  const [found, setFound] = useState<readonly Identity[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const look = async () => {
    setProblem(null)
    try {
      const question = { sorters: 'name', defaultFilter: 'NONE' as const }
      const isReport = ({ manager }: Identity) => manager?.id === person.id
      const everybody = await start(null, (watch) => readEverybody(question, { ...watch, most: Infinity, isKept: isReport }))
      if (everybody) setFound(everybody)
    } catch (thrown) {
      setProblem(errorSentence(messages, thrown))
    }
  }
  return (
    <Section title={words.title}>
      {!person.isManager && found === null && <Plain>{words.none}</Plain>}
      {person.isManager && found === null && (
        <>
          <Plain>{words.manager}</Plain>
          <Row>
            {running ? (
              <>
                <output data-figures="">{words.reading(running.read)}</output>
                <Button variant="outlined" onClick={stop}>
                  {words.stop}
                </Button>
              </>
            ) : (
              <Button variant="outlined" onClick={() => void look()}>
                {words.look}
              </Button>
            )}
          </Row>
        </>
      )}
      {problem !== null && <Plain role="alert">{problem}</Plain>}
      {found !== null && (
        <>
          <Plain>{words.found(found.length)}</Plain>
          <Names>
            {found.slice(0, mostNamed).map(({ id, name, alias }) => (
              <li key={id}>
                <Link to={paths.identity(id)}>{visibleText(name ?? alias ?? id)}</Link>
              </li>
            ))}
          </Names>
          {found.length > mostNamed && <Plain>{words.more(found.length - mostNamed)}</Plain>}
        </>
      )}
    </Section>
  )
}
