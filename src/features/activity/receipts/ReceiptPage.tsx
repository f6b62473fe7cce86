import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { ApiError } from '#src/api/errors.ts'
import { receiptQueries } from '#src/api/receipts.ts'
import { Problem } from '#src/components/Problem.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { EmptyState } from '#src/ui/EmptyState.tsx'
import { PageHeading } from '#src/ui/PageHeading.tsx'
import { Skeleton } from '#src/ui/Skeleton.tsx'
import { VisuallyHidden } from '#src/ui/VisuallyHidden.tsx'
import { useActivityTexts } from '../activity-words.ts'
import { BackLink, Scroller } from '../ActivityFrame.tsx'
import { ReceiptSheet } from './ReceiptSheet.tsx'
import { theme } from '#src/ui/theme.ts'
import './receipt-print.css'

const Frame = styled('div')(({ theme }) => ({
  '&&': { paddingBlock: theme.spacing(3, 8), maxWidth: 820 },
}))

/** One receipt on a page of its own, as it can be printed and put on file. */
export function ReceiptPage() {
  const { loading, errors, pageTitle } = useMessages()
  const { receipt: words, receipts: title } = useActivityTexts()
  const number = Number(useParams()['number'])
  const isNumber = Number.isInteger(number) && number >= 1
  const { data: receipt, error, refetch } = useQuery({ ...receiptQueries.one(number), enabled: isNumber })
  const isMissing = !isNumber || (error instanceof ApiError && (error.isMissing || error.status === 400))
  return (
    <Scroller>
      <Frame data-receipt="">
        <BackLink to={paths.receipts}>{words.back}</BackLink>
        {!receipt && (
          <PageHeading documentTitle={pageTitle(title)} place="receipt">
            {title}
          </PageHeading>
        )}
        {isMissing && <EmptyState icon="search" title={errors.missingTitle} text={words.missing} />}
        {!isMissing && error && <Problem error={error} onRetry={() => void refetch()} />}
        {!isMissing && !error && !receipt && (
          <div>
            <VisuallyHidden>{loading}</VisuallyHidden>
            {['32%', '70%', '64%', '58%', '66%'].map((width) => (
              <Skeleton key={width} sx={{ width, marginBlock: theme.spacing(5) }} />
            ))}
          </div>
        )}
        {receipt && <ReceiptSheet receipt={receipt} />}
      </Frame>
    </Scroller>
  )
}
