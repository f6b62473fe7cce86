import { styled } from '#src/ui/styled.ts'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { isRecord, jsonTextOf, textOf } from '#contract/json.ts'
import type { Receipt } from '#src/api/receipts.ts'
import { forgottenText, pressedText, seenName } from '#src/components/decision-draft.ts'
import { useOutcomeTexts } from '#src/components/outcome-words.ts'
import { useSession } from '#src/components/session-context.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { DataTable } from '#src/ui/DataTable.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { PageHeading } from '#src/ui/PageHeading.tsx'
import { useActivityTexts } from '../activity-words.ts'
import { EntryMark } from '../EntryMark.tsx'

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(2, 4),
  paddingBottom: theme.spacing(4),
  '& > div': { flex: 1, minWidth: 0 },
  '& p': { ...theme.typography.body2, margin: 0, color: theme.vars.palette.text.secondary },
}))

const Part = styled('section')(({ theme }) => ({
  containerType: 'inline-size',
  padding: theme.spacing(4, 0),
  borderTop: `1px solid ${theme.vars.palette.divider}`,
  '& h2': { ...theme.typography.h2, margin: theme.spacing(0, 0, 2) },
  '& h2:not(:first-of-type)': { marginTop: theme.spacing(5) },
  '& dl': {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 188px) minmax(0, 1fr)',
    gap: theme.spacing(1.5, 4),
    margin: 0,
  },
  '& dt': { color: theme.vars.palette.text.secondary },
  '& dd': { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  '& dd > p': { whiteSpace: 'normal' },
  '& dd a': { color: theme.vars.palette.primary.main },
  '& code': { fontSize: '0.75rem', overflowWrap: 'anywhere' },
  '& small': { ...theme.typography.caption, display: 'block', color: theme.vars.palette.text.secondary },
  [theme.breakpoints.down('sm')]: {
    '& dl': { gridTemplateColumns: 'minmax(0, 1fr)', gap: 0 },
    '& dd': { marginBottom: theme.spacing(2) },
  },
}))

/** A term and what it says; nothing where it says nothing. */
function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** Everything a receipt says: who pressed what and when, what was answered, and what had been on the screen. */
export function ReceiptSheet({ receipt }: { readonly receipt: Receipt }) {
  const messages = useMessages()
  const texts = useActivityTexts()
  const { receipt: words } = texts
  const outcomes = useOutcomeTexts()
  const { tenant } = useSession()
  const { problem } = receipt
  const said =
    forgottenText(outcomes, receipt) ??
    (problem && [problem.message, problem.kind, problem.code, problem.now].flatMap((text) => text ?? [])[0])
  const exact = (at: string | null) => at !== null && <time dateTime={at}>{texts.exact(at)}</time>
  return (
    <>
      <Head>
        <div>
          <PageHeading documentTitle={messages.pageTitle(words.title(receipt.number))} place={`receipt ${receipt.number}`}>
            {words.title(receipt.number)}
          </PageHeading>
          <p>
            {messages.product} · {visibleText(tenant.name)}
          </p>
        </div>
        <Button variant="outlined" onClick={() => print()}>
          <Icon name="print" size={14} />
          {words.print}
        </Button>
      </Head>
      <Part>
        <dl>
          <Fact name={words.pressed}>
            <strong>{pressedText(messages, receipt)}</strong>
            {'\n'}
            {seenName(messages, receipt)}
          </Fact>
          <Fact name={words.result}>
            <EntryMark entry={receipt} />
            {receipt.confirmedByReading && <small>{words.byReading}</small>}
          </Fact>
          <Fact name={words.problem}>{said ? visibleText(said) : null}</Fact>
          <Fact name={words.actor}>
            {visibleText(receipt.actor.name)} <small>{receipt.actor.id}</small>
          </Fact>
          <Fact name={words.forOwner}>{receipt.forOwner && visibleText(receipt.forOwner.name)}</Fact>
          <Fact name={words.handedOver}>{exact(receipt.createdAt)}</Fact>
          <Fact name={words.sent}>{receipt.sentAt === null ? words.notSent : exact(receipt.sentAt)}</Fact>
          <Fact name={words.attempts}>{receipt.attempt > 1 ? receipt.attempt : null}</Fact>
          <Fact name={words.ended}>{exact(receipt.endedAt)}</Fact>
          <Fact name={words.note}>{receipt.note && visibleText(receipt.note)}</Fact>
          {receipt.kind === 'action' && receipt.guard && (
            <>
              <Fact name={words.ticket}>{visibleText(receipt.guard.ticket)}</Fact>
              <Fact name={words.reason}>{visibleText(receipt.guard.reason)}</Fact>
              <Fact name={words.typed}>{receipt.guard.typed && visibleText(receipt.guard.typed)}</Fact>
            </>
          )}
          <SentBody receipt={receipt} />
          <Fact name={words.trackingId}>{receipt.trackingId && <code>{visibleText(receipt.trackingId)}</code>}</Fact>
          <Fact name={words.run}>
            <Link to={paths.run(receipt.runId)}>{receipt.runId}</Link>, {words.entry(receipt.position)}
          </Fact>
        </dl>
      </Part>
      <Seen receipt={receipt} />
      <Part>
        <h2>{words.chain}</h2>
        <dl>
          <Fact name={words.hash}>
            <code>{receipt.hash}</code>
            <small>{words.hashHelp}</small>
          </Fact>
        </dl>
      </Part>
    </>
  )
}

function SentBody({ receipt: { operation, body } }: { readonly receipt: Receipt }) {
  const { receipt: words } = useActivityTexts()
  if (!isRecord(body)) return null
  if (operation !== 'forwardWorkItem') return <Fact name={words.body}>{visibleText(jsonTextOf(body))}</Fact>
  return (
    <>
      <Fact name={words.bodyTo}>{textOf(body['targetOwnerId'])}</Fact>
      <Fact name={words.bodyComment}>{visibleText(textOf(body['comment']) ?? '')}</Fact>
      <Fact name={words.bodyMail}>{body['sendNotifications'] === false ? words.no : words.yes}</Fact>
    </>
  )
}

const shown = (text: string | null | undefined): string | null => (text ? visibleText(text) : null)

/** What stood on the screen when it was pressed. */
function Seen({ receipt }: { readonly receipt: Receipt }) {
  const { receipt: words } = useActivityTexts()
  if (receipt.kind === 'action')
    return (
      <Part>
        <h2>{words.seen}</h2>
        <small>{words.seenAge(receipt.seen.ageMs)}</small>
        <DataTable caption={words.people} columns={Object.values(words.personColumns)}>
          {receipt.seen.people.map(({ id, name, alias, email, status }) => (
            <tr key={id}>
              <td data-label={words.personColumns.name}>
                {shown(name) ?? id} <small>{id}</small>
              </td>
              <td data-label={words.personColumns.alias}>{shown(alias)}</td>
              <td data-label={words.personColumns.email}>{shown(email)}</td>
              <td data-label={words.personColumns.status}>{shown(status)}</td>
            </tr>
          ))}
        </DataTable>
      </Part>
    )
  const { seen, workItemId, approvalItemId } = receipt
  const { columns } = words
  return (
    <Part>
      <h2>{words.seen}</h2>
      <dl>
        <Fact name={words.name}>{shown(seen.name)}</Fact>
        <Fact name={words.type}>{shown(seen.type)}</Fact>
        <Fact name={words.description}>{shown(seen.description)}</Fact>
        <Fact name={words.requester}>{shown(seen.requesterName)}</Fact>
        <Fact name={words.owner}>{shown(seen.ownerName ?? seen.ownerId)}</Fact>
        <Fact name={words.state}>{shown(seen.state)}</Fact>
        <Fact name={words.modified}>{shown(seen.modified)}</Fact>
        <Fact name={words.workItem}>
          <Link to={paths.inboxItem(workItemId)}>{workItemId}</Link>
          <small>{words.seenAge(seen.ageMs)}</small>
        </Fact>
      </dl>
      {seen.approvalItems.length > 0 && (
        <>
          <h2>{words.changes}</h2>
          <DataTable caption={words.changes} columns={Object.values(columns)}>
            {seen.approvalItems.map((each) => (
              <tr key={each.id}>
                <td data-label={columns.operation}>
                  {each.id === approvalItemId ? <strong>{shown(each.operation)}</strong> : shown(each.operation)}
                </td>
                <td data-label={columns.attribute}>{shown(each.attribute)}</td>
                <td data-label={columns.value}>{shown(each.value)}</td>
                <td data-label={columns.account}>{shown(each.account)}</td>
                <td data-label={columns.application}>{shown(each.application)}</td>
                <td data-label={columns.state}>
                  {shown(each.state)}
                  {each.id === approvalItemId && <small>{words.decided}</small>}
                </td>
              </tr>
            ))}
          </DataTable>
        </>
      )}
    </Part>
  )
}
