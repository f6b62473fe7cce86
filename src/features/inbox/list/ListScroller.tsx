import { styled } from '#src/ui/styled.ts'
import type { Theme } from '#src/ui/theme.ts'
import { verbIcons } from '#src/components/VerbMark.tsx'
import type { VerbKind } from '#src/lib/triage.ts'
import { rowHeights } from './row-heights.ts'
import { shapeOf } from '#src/ui/Icon.tsx'

const kinds = ['grant', 'remove', 'change', 'unknown', 'task'] as const
/** px */
const signSize = 22
const bands = ['fresh', 'waiting', 'long'] as const

/**
 * What scrolls, with the list inside, and the look of everything in it. Thousands of rows go by in a few seconds of scrolling, so they are
 * plain elements with class names, lie in the ordinary flow, and own nothing that the browser keeps a layer or a clip for: no transforms, no
 * pictures of lines, no boxes that could scroll.
 */
export const ListScroller = styled('div')(({ theme }) => {
  const { palette } = theme.vars
  return {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    overscrollBehavior: 'contain',
    background: palette.background.default,
    '& > ul': { boxSizing: 'border-box', position: 'relative', width: '100%', margin: 0, padding: 0, listStyle: 'none' },
    // While the list rolls, a pane over the rows keeps a resting pointer from lighting up one after the other: that would cost as much as
    // drawing the next. Taking the pointer from the rows themselves would have all of them styled anew.
    '& > ul::before': { content: '""', position: 'absolute', inset: 0, zIndex: 1, pointerEvents: 'none' },
    '&[data-scrolling] > ul::before': { pointerEvents: 'auto' },
    // The box that selects a row lies over its beginning.
    '& .slot': { display: 'flex', height: rowHeights.pointer },
    '@media (pointer: coarse)': { '& .slot': { height: rowHeights.finger } },
    '& .slot > .row, & .slot > .pick': { flex: 'none', boxSizing: 'border-box' },
    '& [data-apart]': { position: 'absolute', left: 0, width: '100%' },
    '& [data-sticky]': { position: 'sticky', top: 0, zIndex: 2 },
    '& .row': {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(3),
      width: '100%',
      padding: theme.spacing(0, 4),
      color: palette.text.secondary,
      fontSize: '0.75rem',
      lineHeight: '16px',
      textDecoration: 'none',
      borderBottom: `1px solid ${palette.divider}`,
    },
    '& .row:hover': { background: palette.surface.hover },
    // A pressed row is marked at once, before the work item it opens is drawn.
    '& [data-chosen] > .row, & .row[aria-current], & .row:focus:not(:focus-visible)': { background: palette.surface.selected },
    '&[data-asking] .row[tabindex="0"]': { outline: `2px solid ${palette.primary.main}`, outlineOffset: -2 },
    '& .row:focus-visible': { outlineOffset: -2, borderRadius: 0 },
    // The verb's sign.
    '& .row::before': {
      content: '""',
      flex: 'none',
      width: signSize,
      height: signSize,
      borderRadius: 6,
      ...signs(theme),
    },
    ...Object.fromEntries(
      kinds.flatMap((kind) => [
        [`& .verb-${kind}`, { color: palette.verb[kind], fontWeight: 560 }],
        [
          `& .sign-${kind}::before`,
          {
            backgroundColor: `color-mix(in srgb, ${palette.verb[kind]} 12%, transparent)`,
            backgroundPositionY: -signSize * kinds.indexOf(kind),
          },
        ],
      ]),
    ),
    // Both lines in one box that cuts them: each ends in dots by itself.
    '& .lines': { flex: 1, minWidth: 0, overflow: 'clip', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& .name': { fontSize: '0.8125rem', lineHeight: '18px', fontWeight: 540, color: palette.text.primary },
    '& .side': { flex: 'none', textAlign: 'end', whiteSpace: 'nowrap' },
    ...Object.fromEntries(bands.map((band) => [`& .age-${band}`, { color: palette.age[band] }])),
    '& [data-gone] .name': {
      color: palette.text.secondary,
      textDecoration: 'line-through',
      textDecorationColor: palette.text.disabled,
    },
    '& [data-gone]::before': { filter: 'grayscale(1)' },
    // The box takes the place of the verb's sign while the row is pointed at, has the focus, or rows are being selected.
    '& .pick': {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      width: 44,
      marginLeft: '-100%',
      paddingLeft: theme.spacing(2.5),
      cursor: 'pointer',
    },
    '& .pick > input': {
      appearance: 'none',
      width: 16,
      height: 16,
      margin: 0,
      accentColor: palette.primary.main,
      cursor: 'inherit',
    },
    '& .slot:focus-within > .pick > input, &[data-selecting] .pick > input': { appearance: 'auto' },
    '& .slot:focus-within > .row::before, &[data-selecting] .row::before': { visibility: 'hidden' },
    '@media (hover: hover)': {
      '& .slot:hover > .pick > input': { appearance: 'auto' },
      '& .slot:hover > .row::before': { visibility: 'hidden' },
    },
    // A finger would hit it by accident: there it works while selecting only.
    '@media (hover: none)': { '&:not([data-selecting]) .pick': { pointerEvents: 'none' } },
  }
})

/**
 * The signs of all verbs below each other in one picture, which is in sight with any row: a picture of a single sign would be let go of with
 * the last row that shows it, and read anew for the next. One picture for each look, since a background knows no colour but its own.
 */
function signs(theme: Theme) {
  const { light, dark } = theme.colorSchemes
  return {
    backgroundImage: pictureOf((kind) => light.verb[kind]),
    [theme.inLook('dark')]: { backgroundImage: pictureOf((kind) => dark.verb[kind]) },
  }
}

function pictureOf(colourOf: (kind: VerbKind) => string): string {
  // 14 px of 16, in the middle.
  const paths = kinds.map(
    (kind, index) =>
      `<path transform='translate(4 ${4 + index * signSize}) scale(.875)' stroke='${colourOf(kind)}' d='${shapeOf(verbIcons[kind])}'/>`,
  )
  const line = `fill='none' stroke-width='1.6' stroke-linecap='round' stroke-linejoin='round'`
  const size = `width='${signSize}' height='${signSize * kinds.length}'`
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' ${size} ${line}>${paths.join('')}</svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}
