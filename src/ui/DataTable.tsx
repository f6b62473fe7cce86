import { styled } from './styled.ts'
import type { ReactNode } from 'react'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** A table of hairlines that becomes a list of cards when its container is narrow. */
const Table = styled('table')(({ theme }) => ({
  ...theme.typography.body2,
  width: '100%',
  borderCollapse: 'collapse',
  '& caption': { textAlign: 'left' },
  '& th': {
    ...theme.typography.caption,
    fontWeight: 500,
    textAlign: 'left',
    color: theme.vars.palette.text.secondary,
    padding: theme.spacing(1.5, 3, 1.5, 0),
    whiteSpace: 'nowrap',
  },
  '& td': {
    verticalAlign: 'middle',
    padding: theme.spacing(1.75, 3, 1.75, 0),
    overflowWrap: 'break-word',
    wordBreak: 'break-word',
  },
  '& td:last-child, & th:last-child': { paddingRight: 0 },
  // As narrow as what it holds.
  '& td[data-tight]': { width: '1%' },
  // The columns with most to say share the rest.
  '& td[data-wide]': { width: '40%' },
  '& tbody tr': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  '@container (max-width: 540px)': {
    display: 'block',
    '& thead': { display: 'none' },
    '& tbody, & tr, & td, & caption': { display: 'block' },
    '& tbody tr': { padding: theme.spacing(3, 0) },
    '& td:nth-of-type(n)': { width: 'auto', padding: theme.spacing(0.5, 0) },
    '& td[data-label]::before': { content: 'attr(data-label) ": "', color: theme.vars.palette.text.secondary },
  },
}))

interface Props {
  readonly caption: string
  readonly columns: readonly string[]
  readonly children: ReactNode
}

export function DataTable({ caption, columns, children }: Props) {
  return (
    <Table>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </Table>
  )
}
