import { styled } from '#src/ui/styled.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearchParams } from 'react-router'
import { exportReceipts, receiptPageSize, receiptQueries } from '#src/api/receipts.ts'
import type { Receipt, ReceiptScope } from '#src/api/receipts.ts'
import { pressedText, seenName } from '#src/components/decision-draft.ts'
import { errorSentence, Problem, StaleLine } from '#src/components/Problem.tsx'
import { useSession } from '#src/components/session-context.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { saveFile } from '#src/lib/save-file.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { Button } from '#src/ui/Button.tsx'
import { DataTable } from '#src/ui/DataTable.tsx'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { useActivityTexts } from '../activity-words.ts'
import { ActivityFrame } from '../ActivityFrame.tsx'
import { EntryMark } from '../EntryMark.tsx'
import { allReceipts, isNarrowed, parseReceiptParams, receiptFilters, writeReceiptParams } from './receipt-params.ts'
import type { ReceiptParams } from './receipt-params.ts'
import { ReceiptFilterForm } from './ReceiptFilterForm.tsx'
import { theme } from '#src/ui/theme.ts'

const Part = styled('div')(({ theme }) => ({
  containerType: 'inline-size',
  '&&': { paddingBlock: theme.spacing(4, 8) },
  '& > p': { ...theme.typography.body2, margin: theme.spacing(0, 0, 4), color: theme.vars.palette.text.secondary },
  '& td > a': { fontWeight: 560, textDecoration: 'none', '&:hover': { textDecoration: 'underline' } },
  '& td time, & td[data-number]': { whiteSpace: 'nowrap' },
}))

const Bar = styled('div')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: theme.spacing(2, 3),
  margin: theme.spacing(5, 0, 1),
  color: theme.vars.palette.text.secondary,
  '& > output': { flex: 1 },
  '& > [role=alert]': { flexBasis: '100%', color: theme.vars.palette.error.main },
}))

const Pages = styled('nav')(({ theme }) => ({
  ...theme.typography.body2,
  display: 'flex',
  gap: theme.spacing(5),
  marginTop: theme.spacing(4),
  '& a': { color: theme.vars.palette.primary.main },
}))

/** Everything that has ended, found by who, what, how and when; all of that stands in the address. */
export function ReceiptsPage() {
  const messages = useMessages()
  const { search: words } = useActivityTexts()
  const { authorities } = useSession()
  const wasAdmin = authorities.includes('ORG_ADMIN')
  const [search, setSearch] = useSearchParams()
  const params = parseReceiptParams(search)
  const { data, error, isPending, isPlaceholderData, dataUpdatedAt, refetch } = useQuery(
    receiptQueries.page(receiptFilters(params), params.page),
  )
  // At sign-in they were; the answer says what the tenant says now.
  const isAdmin = data ? data.scope === 'all' : wasAdmin
  const go = (next: ReceiptParams) => setSearch(writeReceiptParams(next), { replace: true, preventScrollReset: true })
  const first = (params.page - 1) * receiptPageSize
  return (
    <ActivityFrame tab="receipts">
      <Part>
        <p>
          {words.text} {isAdmin ? words.all : wasAdmin ? words.ownNow : words.own}
        </p>
        <ReceiptFilterForm
          params={params}
          onChange={(part) => go({ ...params, ...part, page: 1 })}
          onClear={() => go(allReceipts)}
          mayAskForOthers={isAdmin}
        />
        {data && error && <StaleLine text={messages.errors.stale(dataUpdatedAt)} onRetry={() => void refetch()} />}
        {!data && error && <Problem error={error} onRetry={() => void refetch()} />}
        {isPending && !error && <Waiting />}
        {data && (
          <>
            <Bar aria-busy={isPlaceholderData}>
              <output data-figures="">
                {words.count(data.total === 0 ? 0 : first + 1, Math.min(first + data.receipts.length, data.total), data.total)}
              </output>
              <ExportButton params={params} scope={data.scope} isEmpty={data.total === 0} />
            </Bar>
            {data.receipts.length === 0 ? (
              <EmptyState
                icon={isNarrowed(params) ? 'search' : 'activity'}
                title={isNarrowed(params) ? words.noMatch : words.empty}
                text={isNarrowed(params) ? words.noMatchText : words.emptyText}
              />
            ) : (
              <Table receipts={data.receipts} hasActor={isAdmin} />
            )}
            {data.total > receiptPageSize && (
              <Pages aria-label={words.pages}>
                {params.page > 1 && (
                  <Link to={writeReceiptParams({ ...params, page: params.page - 1 }) || '?'}>{words.previous}</Link>
                )}
                {first + data.receipts.length < data.total && (
                  <Link to={writeReceiptParams({ ...params, page: params.page + 1 })}>{words.next}</Link>
                )}
              </Pages>
            )}
          </>
        )}
      </Part>
    </ActivityFrame>
  )
}

function Table({ receipts, hasActor }: { readonly receipts: readonly Receipt[]; readonly hasActor: boolean }) {
  const messages = useMessages()
  const texts = useActivityTexts()
  const { columns, title, number: numbered, open } = texts.search
  const { actor, ...others } = columns
  const shown = hasActor
    ? {
        number: columns.number,
        ended: columns.ended,
        actor,
        what: columns.what,
        subject: columns.subject,
        result: columns.result,
      }
    : others
  return (
    <DataTable caption={title} columns={Object.values(shown)}>
      {receipts.map((receipt) => (
        <tr key={receipt.number}>
          <td data-tight="" data-number="" data-figures="">
            <Link to={paths.receipt(receipt.number)} aria-label={open(receipt.number)}>
              {numbered(receipt.number)}
            </Link>
          </td>
          <td data-tight="" data-label={columns.ended}>
            {receipt.endedAt !== null && (
              <time dateTime={receipt.endedAt} title={texts.exact(receipt.endedAt)}>
                {texts.made(receipt.endedAt)}
              </time>
            )}
          </td>
          {hasActor && <td data-label={columns.actor}>{visibleText(receipt.actor.name)}</td>}
          <td data-label={columns.what}>{pressedText(messages, receipt)}</td>
          <td data-label={columns.subject}>{seenName(messages, receipt)}</td>
          <td data-tight="" data-label={columns.result}>
            <EntryMark entry={receipt} />
          </td>
        </tr>
      ))}
    </DataTable>
  )
}

interface ExportProps {
  readonly params: ReceiptParams
  /** Whose receipts the page shows. */
  readonly scope: ReceiptScope
  readonly isEmpty: boolean
}

function ExportButton({ params, scope: shown, isEmpty }: ExportProps) {
  const messages = useMessages()
  const { search: words } = useActivityTexts()
  const announce = useAnnounce()
  const client = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => exportReceipts(receiptFilters(params)),
    onSuccess: ({ file, scope }) => {
      const name = words.file(new Date().toISOString().slice(0, 10))
      saveFile(name, file)
      announce(scope === 'own' && shown === 'all' ? words.exportedOwn(name) : words.exported(name))
      // What is on the screen was answered to another level.
      if (scope !== shown) void client.invalidateQueries({ queryKey: receiptQueries.all() })
    },
  })
  return (
    <>
      <Button variant="outlined" disabled={isEmpty || isPending} onClick={() => mutate()}>
        <Icon name="download" size={14} />
        {isPending ? words.exporting : words.export}
      </Button>
      {error && (
        <span role="alert">
          {words.exportFailed} {errorSentence(messages, error)}
        </span>
      )}
    </>
  )
}

function Waiting() {
  const { loading } = useMessages()
  return (
    <div>
      <VisuallyHidden>{loading}</VisuallyHidden>
      {['92%', '84%', '88%', '90%', '81%', '86%'].map((width) => (
        <Skeleton key={width} sx={{ width, marginBlock: theme.spacing(6) }} />
      ))}
    </div>
  )
}
