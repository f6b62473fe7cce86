import { useEffect, useMemo } from 'react'
import type { RefObject } from 'react'
import type { Entry } from '#src/api/runs.ts'
import type { LaidRow } from '#src/lib/list-layout.ts'
import type { Grouping } from '#src/lib/search-params.ts'
import type { RowGeometry } from '#src/ui/row-geometry.ts'
import { useRowWindow } from '#src/ui/use-row-window.ts'
import { GroupHeading } from './GroupHeading.tsx'
import { WorkItemRow } from './WorkItemRow.tsx'

/** What the rows tell and do, as the list is given it. */
export interface RowsProps {
  readonly laid: readonly LaidRow[]
  readonly grouping: Grouping | null
  readonly label: string
  readonly openedId: string | undefined
  readonly linkTo: (id: string) => string
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string, isRange: boolean) => void
  readonly onChooseMany: (ids: readonly string[]) => void
  readonly onFold: (key: string) => void
  readonly entries: ReadonlyMap<string, Entry>
  readonly snoozes: ReadonlyMap<string, string> | null
}

interface Props extends RowsProps {
  readonly geometry: RowGeometry
  /** px */
  readonly headingHeight: number
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly view: Parameters<typeof useRowWindow>[2]
  /** The one row that Tab reaches. */
  readonly tabStop: number
  readonly now: number
  /** One sees more or less of the list than before. */
  readonly onResize: () => void
}

/** The rows in sight and those that may come next: the only part of the page that is drawn anew while one scrolls. */
export function DrawnRows(props: Props) {
  const { laid, grouping, label, geometry, headingHeight, scroller, view, tabStop, openedId, now, onResize } = props
  const { range, heading: stuck, height } = useRowWindow(geometry, scroller, view)
  const listSize = grouping === null ? laid.length : undefined
  // The row that Tab reaches stays in the page, so that focus is never lost by scrolling; so does the heading of the group in sight.
  const drawn = useMemo(() => {
    const shown = new Set([stuck, tabStop].filter((index) => index >= 0 && index < laid.length))
    for (let index = range.first; index <= range.last; index += 1) shown.add(index)
    return [...shown].toSorted((one, other) => one - other)
  }, [range, stuck, tabStop, laid])

  // The rows in sight lie in the flow, below as much room as all those before them take; a heading that sticks is there already.
  const startsAt = geometry.startOf(range.first) - (stuck >= 0 && stuck < range.first ? headingHeight : 0)

  useEffect(() => {
    if (height > 0) onResize()
    // Only another height scrolls.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [height])

  return (
    <ul aria-label={label} style={{ height: geometry.totalHeight, paddingTop: startsAt }}>
      {drawn.map((index) => {
        const line = laid[index]
        if (!line) return null
        const isApart = index < range.first || index > range.last
        if (line.kind === 'group') {
          const isStuck = index === stuck
          return (
            <li key={`group ${line.key}`} data-sticky={isStuck ? '' : undefined} style={{ height: headingHeight }}>
              {grouping !== null && (
                <GroupHeading
                  group={line}
                  grouping={grouping}
                  onToggle={() => props.onFold(line.key)}
                  onSelect={props.onChooseMany}
                />
              )}
            </li>
          )
        }
        const { item, isGone } = line.row
        return (
          <WorkItemRow
            key={item.id}
            item={item}
            to={props.linkTo(item.id)}
            apartAt={isApart ? geometry.startOf(index) : null}
            position={listSize === undefined ? undefined : index + 1}
            listSize={listSize}
            isGone={isGone}
            isOpened={item.id === openedId}
            isChosen={props.chosen.has(item.id)}
            isTabStop={index === tabStop}
            snoozedUntil={props.snoozes?.get(item.id)}
            entry={props.entries.get(item.id)}
            now={now}
            onChoose={props.onChoose}
          />
        )
      })}
    </ul>
  )
}
