import { styled } from './styled.ts'

/** Outlines on a 16 px grid, drawn by hand. */
const shapes = {
  plus: 'M8 3.25v9.5M3.25 8h9.5',
  minus: 'M3.25 8h9.5',
  change: 'M3 5.5h9.5M9.75 2.75 12.5 5.5 9.75 8.25M13 10.5H3.5M6.25 7.75 3.5 10.5l2.75 2.75',
  question: 'M6 6a2 2 0 1 1 2.9 1.8c-.6.35-.9.75-.9 1.45M8 11.75v.01',
  task: 'M4.5 2.75h7a1 1 0 0 1 1 1v8.5a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-8.5a1 1 0 0 1 1-1zM6 8l1.4 1.4L10.25 6.5',
  inbox: 'M2.5 9h3l1 2h3l1-2h3M2.5 9l1.7-5.2a1 1 0 0 1 .95-.7h5.7a1 1 0 0 1 .95.7L13.5 9v3a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1z',
  check: 'M3.25 8.5 6.5 11.75l6.25-7',
  done: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM5.4 8.2l1.8 1.8 3.5-3.8',
  cross: 'M4 4l8 8M12 4l-8 8',
  arrow: 'M2.5 8h10.5M9.5 4.5 13 8l-3.5 3.5',
  back: 'M9.75 3.5 5.25 8l4.5 4.5',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.4 10.4 13.5 13.5',
  external: 'M6.5 3.5h-3v9h9v-3M9 3h4v4M13 3 7.5 8.5',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.75V8l2.25 1.5',
  alert: 'M8 2.5 14 13H2zM8 6.5v3M8 11.4v.01',
  person: 'M8 8a2.6 2.6 0 1 0 0-5.2A2.6 2.6 0 0 0 8 8zM3.2 13.25a4.9 4.9 0 0 1 9.6 0',
  people:
    'M6 7.75a2.25 2.25 0 1 0 0-4.5 2.25 2.25 0 0 0 0 4.5zM1.9 12.9a4.2 4.2 0 0 1 8.2 0M10.6 3.5a2.1 2.1 0 0 1 0 4.05M12 9.7a4 4 0 0 1 2.2 3.2',
  first: 'M11.5 3.5 7 8l4.5 4.5M4.5 3.5v9',
  undo: 'M5.75 3.25 3 6l2.75 2.75M3 6h6.25a3.4 3.4 0 0 1 0 6.8H6.5',
  down: 'M4.5 6.25 8 9.75l3.5-3.5',
  more: 'M3.5 8v.01M8 8v.01M12.5 8v.01',
  filter: 'M2.75 4.5h10.5M4.75 8h6.5M6.75 11.5h2.5',
  sort: 'M5 3.25v9.5M2.75 10.5 5 12.75l2.25-2.25M9 4.5h4.5M9 8h3.25M9 11.5h2',
  bookmark: 'M4.5 3.25a.5.5 0 0 1 .5-.5h6a.5.5 0 0 1 .5.5v10L8 10.75 4.5 13.25z',
  copies: 'M5.75 5.75h7v7h-7zM3.25 10.25v-7h7',
  upload: 'M8 10.25V2.75M4.75 6 8 2.75 11.25 6M2.75 10v2.25a1 1 0 0 0 1 1h8.5a1 1 0 0 0 1-1V10',
  download: 'M8 2.75v7.5M4.75 7 8 10.25 11.25 7M2.75 10v2.25a1 1 0 0 0 1 1h8.5a1 1 0 0 0 1-1V10',
  activity: 'M2.25 8.5h2.6L6.75 3.75l2.9 8.5 1.75-3.75h2.35',
  print:
    'M4.75 6V2.75h6.5V6M4.75 11.5H3.5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v3.5a1 1 0 0 1-1 1h-1.25M4.75 9.5h6.5v3.75h-6.5z',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.55M13 2.75v2.5h-2.5',
} as const

export type IconName = keyof typeof shapes

/** The picture's outline alone, for where thousands are drawn. */
export const shapeOf = (name: IconName): string => shapes[name]

const Svg = styled('svg')({
  width: '1em',
  height: '1em',
  fontSize: 16,
  flex: 'none',
  display: 'block',
  'p > a > &, small > &': { display: 'inline-block', verticalAlign: '-1px' },
})

/** A decorative picture; the words stand beside it. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <Svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" style={{ fontSize: size }}>
      <path d={shapes[name]} fill="none" stroke="currentColor" strokeWidth={1.6} strokeLinecap="round" strokeLinejoin="round" />
    </Svg>
  )
}
