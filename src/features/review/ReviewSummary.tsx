import { styled } from '#src/ui/styled.ts'
import { useQuery } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { identityQueries } from '#src/api/identities.ts'
import type { ForwardDraft } from '#src/components/forward-draft.ts'
import { ForwardFields } from '#src/components/ForwardFields.tsx'
import { mostEntries } from '#src/lib/most-entries.ts'
import { visibleText } from '#src/lib/visible-text.ts'
import { Field } from '#src/ui/Field.tsx'
import { Icon } from '#src/ui/Icon.tsx'
import type { IconName } from '#src/ui/Icon.tsx'
import type { ReviewPlace } from './review-lines.ts'
import type { ReviewCounts, ReviewPlan, ReviewTally } from './review-plan.ts'
import { useReviewTexts } from './review-words.ts'
import { useForwardTexts } from '#src/components/forward-words.ts'

const Frame = styled('section')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  alignContent: 'start',
  gap: theme.spacing(4),
  padding: theme.spacing(4, 5, 6),
  '& h2': { ...theme.typography.h2, margin: 0 },
  '& > div > h2': { marginBottom: theme.spacing(2) },
  '& p': { ...theme.typography.body2, margin: 0, color: theme.vars.palette.text.secondary, overflowWrap: 'anywhere' },
  '& ul + p': { marginTop: theme.spacing(2.5) },
  '& p + p': { marginTop: theme.spacing(1.5) },
  '& ul': { ...theme.typography.body2, listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: theme.spacing(2) },
  '& li': { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: theme.spacing(2) },
  '& li > svg': { marginTop: 2 },
  '& li b': { fontWeight: 600 },
  '& li small': { ...theme.typography.caption, display: 'block', color: theme.vars.palette.text.secondary },
  '& li > button': {
    padding: 0,
    border: 0,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'left',
    textDecoration: 'underline',
    textUnderlineOffset: 2,
    cursor: 'pointer',
    '@media (pointer: coarse)': { minHeight: 32 },
  },
  '& [data-fields]': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(4),
    paddingTop: theme.spacing(4),
    borderTop: `1px solid ${theme.vars.palette.divider}`,
  },
  '& [data-good]': { color: theme.vars.palette.success.main },
  '& [data-bad]': { color: theme.vars.palette.error.main },
  '& [data-quiet]': { color: theme.vars.palette.text.secondary },
}))

const icons: Readonly<Record<ReviewTally['verdict'], readonly [icon: IconName, tone: 'good' | 'bad' | 'quiet']>> = {
  approve: ['check', 'good'],
  reject: ['cross', 'bad'],
  complete: ['task', 'quiet'],
  forward: ['arrow', 'quiet'],
}

interface Left {
  readonly place: ReviewPlace | null
  readonly text: string
}

interface Props {
  readonly plan: ReviewPlan
  readonly counts: ReviewCounts
  readonly runs: number
  readonly holdMs: number
  readonly owner: string | null
  readonly note: string
  readonly onNote: (note: string) => void
  readonly forward: ForwardDraft
  readonly onForward: (part: Partial<ForwardDraft>) => void
  readonly refusalOf: (id: string) => string | null
  readonly wasTried: boolean
  readonly picker: RefObject<HTMLInputElement | null>
  readonly comment: RefObject<HTMLTextAreaElement | null>
  /** Leads to a part of the list. */
  readonly onShow: (place: ReviewPlace) => void
}

/** What the review comes to in numbers and sentences, and what is to be said with it. */
export function ReviewSummary(props: Props) {
  const { plan, counts, runs, holdMs, owner, note, forward, wasTried, picker, comment } = props
  const { oneWay } = useForwardTexts()
  const { summary: words } = useReviewTexts()
  const { data: person } = useQuery({ ...identityQueries.card(owner ?? ''), enabled: owner !== null })
  const hasForward = counts.tallies.some(({ verdict }) => verdict === 'forward')
  const leftOut = leftOutOf(plan, counts)
  return (
    <Frame aria-label={words.title}>
      <div>
        <h2>{words.title}</h2>
        {counts.tallies.length === 0 ? (
          <p>{words.nothing}</p>
        ) : (
          <ul>
            {counts.tallies.map((tally) => {
              const [icon, tone] = icons[tally.verdict]
              const detail = detailOf(tally)
              return (
                <li key={tally.verdict} data-figures="">
                  <span {...{ [`data-${tone}`]: '' }}>
                    <Icon name={icon} />
                  </span>
                  <span>
                    <b>{words.line[tally.verdict](tally.items)}</b>
                    {detail !== null && <small>{detail}</small>}
                  </span>
                </li>
              )
            })}
          </ul>
        )}
      </div>
      {leftOut.length > 0 && (
        <div>
          <h2>{words.leftOutTitle}</h2>
          <ul>
            {leftOut.map(({ place, text }) => (
              <li key={text} data-figures="" data-quiet="">
                <Icon name="minus" size={14} />
                {place === null ? (
                  <span>{text}</span>
                ) : (
                  <button type="button" onClick={() => props.onShow(place)}>
                    {text}
                  </button>
                )}
              </li>
            ))}
          </ul>
          <p>{words.stay}</p>
        </div>
      )}
      {counts.calls > 0 && (
        <div>
          {owner !== null && <p>{words.owner(visibleText(person?.name ?? owner))}</p>}
          <p>{holdMs === 0 ? words.holdNone : words.hold(holdMs)}</p>
          <p>{words.final}</p>
          {counts.tallies.some(({ verdict }) => verdict === 'complete') && <p>{words.complete}</p>}
          {runs > 1 && <p>{words.runs(runs, mostEntries)}</p>}
        </div>
      )}
      <div data-fields="">
        {hasForward && (
          <>
            <ForwardFields
              draft={forward}
              onChange={props.onForward}
              refusalOf={props.refusalOf}
              wasTried={wasTried}
              picker={picker}
              comment={comment}
            />
            <p>{oneWay(counts.tallies.find(({ verdict }) => verdict === 'forward')?.items ?? 0)}</p>
          </>
        )}
        <Field label={words.note} hint={words.noteHint}>
          {(control) => (
            <textarea {...control} value={note} maxLength={2000} onChange={({ target }) => props.onNote(target.value)} />
          )}
        </Field>
      </div>
    </Frame>
  )

  function detailOf(tally: ReviewTally): string | null {
    if (tally.verdict === 'forward') {
      const name = forward.person && visibleText(forward.person.name ?? forward.person.id)
      return name === null ? null : words.to(name)
    }
    return tally.verdict === 'complete' ? null : words.calls(tally.singles, tally.wholes, tally.wholeChanges)
  }

  function leftOutOf({ leftOut: others }: ReviewPlan, { gated, skipped, undecided }: ReviewCounts): readonly Left[] {
    const own = { gated, skipped, undecided: counts.calls === 0 ? 0 : undecided }
    return [
      ...(['gated', 'undecided', 'skipped'] as const).flatMap((kind) =>
        own[kind] > 0 ? { place: kind === 'gated' ? kind : null, text: words.leftOut[kind](own[kind]) } : [],
      ),
      ...(['changed', 'in-run', 'elsewhere', 'unread'] as const).flatMap((reason) => {
        const count = others.filter((one) => one.reason === reason).length
        return count > 0 ? { place: reason, text: words.leftOut[reason](count) } : []
      }),
    ]
  }
}
