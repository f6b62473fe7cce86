import { styled } from '@mui/material/styles'
import type { Theme } from '@mui/material/styles'
import { verbIcons } from '#src/components/VerbMark.tsx'
import type { VerbKind } from '#src/lib/triage.ts'
import { shapeOf } from '#src/ui/Icon.tsx'

const kinds = ['grant', 'remove', 'change', 'unknown', 'task'] as const
const bands = ['fresh', 'waiting', 'long'] as const

/**
 * What scrolls, with the list inside, and the look of everything in it. Thousands of rows go by in a few seconds of scrolling, so they are
 * plain elements with class names, lie in the ordinary flow, and own nothing that the browser keeps a layer or a clip for: no transforms, no
 * pictures of lines, no boxes that could scroll. The list itself is a plain element too: it changes at every step, and a styled one would
 * have all of this put together again each time.
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
    // The row and the box that selects it share one cell.
    '& .slot': { display: 'grid', gridTemplate: '100% / 100%' },
    '& .slot > *': { gridArea: '1 / 1' },
    '& [data-apart]': { position: 'absolute', left: 0, width: '100%' },
    '& [data-sticky]': { position: 'sticky', top: 0, zIndex: 2 },
    '& .row': {
      display: 'grid',
      gridTemplateColumns: '22px minmax(0, 1fr) auto',
      alignItems: 'center',
      columnGap: theme.spacing(3),
      padding: theme.spacing(0, 4),
      color: palette.text.secondary,
      fontSize: '0.75rem',
      lineHeight: '16px',
      textDecoration: 'none',
      borderBottom: `1px solid ${palette.divider}`,
    },
    '&:not([data-scrolling]) .row:hover': { background: palette.surface.hover },
    '& [data-chosen] > .row, & .row[aria-current]': { background: palette.surface.selected },
    '& .row:focus-visible': { outlineOffset: -2, borderRadius: 0 },
    '& .sign': {
      width: 22,
      height: 22,
      borderRadius: 6,
      backgroundSize: '14px',
      backgroundPosition: 'center',
      backgroundRepeat: 'no-repeat',
    },
    ...Object.fromEntries(
      kinds.flatMap((kind) => [
        [`& .verb-${kind}`, { color: palette.verb[kind], fontWeight: 560 }],
        [
          `& .sign-${kind}`,
          {
            backgroundColor: `color-mix(in srgb, ${palette.verb[kind]} 12%, transparent)`,
            ...signs(theme, kind),
          },
        ],
      ]),
    ),
    // Both lines in one box that cuts them: each ends in dots by itself.
    '& .lines': { minWidth: 0, overflow: 'clip', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& .name': { fontSize: '0.8125rem', lineHeight: '18px', fontWeight: 540, color: palette.text.primary },
    '& .side': { display: 'grid', justifyItems: 'end', whiteSpace: 'nowrap' },
    ...Object.fromEntries(bands.map((band) => [`& .age-${band}`, { color: palette.age[band] }])),
    '& [data-gone] .name': {
      color: palette.text.secondary,
      textDecoration: 'line-through',
      textDecorationColor: palette.text.disabled,
    },
    '& [data-gone] > .sign': { filter: 'grayscale(1)' },
    // The box takes the place of the verb's sign while the row is pointed at, has the focus, or rows are being selected.
    '& .pick': { width: 44, display: 'grid', placeItems: 'center', paddingLeft: theme.spacing(2.5), cursor: 'pointer' },
    '& .pick > input': {
      appearance: 'none',
      width: 16,
      height: 16,
      margin: 0,
      accentColor: palette.primary.main,
      cursor: 'inherit',
    },
    '& .slot:focus-within > .pick > input, &[data-selecting] .pick > input': { appearance: 'auto' },
    '& .slot:focus-within .sign, &[data-selecting] .sign': { visibility: 'hidden' },
    '@media (hover: hover)': {
      '&:not([data-scrolling]) .slot:hover > .pick > input': { appearance: 'auto' },
      '&:not([data-scrolling]) .slot:hover .sign': { visibility: 'hidden' },
    },
    // A finger would hit it by accident: there it works while selecting only.
    '@media (hover: none)': { '&:not([data-selecting]) .pick': { pointerEvents: 'none' } },
  }
})

/** The verb's sign as a background: an address of its own for each look, since a picture in a background knows no colour but its own. */
function signs(theme: Theme, kind: VerbKind) {
  const { light, dark } = theme.colorSchemes
  const shape = shapeOf(verbIcons[kind])
  return {
    backgroundImage: pictureOf(shape, light?.palette.verb[kind] ?? 'gray'),
    ...theme.applyStyles('dark', { backgroundImage: pictureOf(shape, dark?.palette.verb[kind] ?? 'gray') }),
  }
}

function pictureOf(shape: string, colour: string): string {
  const line = `fill='none' stroke='${colour}' stroke-width='1.6' stroke-linecap='round' stroke-linejoin='round'`
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><path d='${shape}' ${line}/></svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}
