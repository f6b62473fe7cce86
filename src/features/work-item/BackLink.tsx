import { styled } from '@mui/material/styles'
import { Link } from 'react-router'
import { useNeighbours } from '#src/components/neighbours.ts'
import { Icon } from '#src/ui/Icon.tsx'
import { useWorkItemTexts } from './work-item-words.ts'

const Back = styled(Link)(({ theme }) => ({
  ...theme.typography.body2,
  display: 'none',
  alignItems: 'center',
  gap: theme.spacing(1),
  minHeight: 44,
  color: theme.vars.palette.primary.main,
  textDecoration: 'none',
  [theme.breakpoints.down('md')]: { display: 'inline-flex' },
}))

/** The way back where the work item covers its list. */
export function BackLink() {
  const { item } = useWorkItemTexts()
  const { list } = useNeighbours()
  return (
    <Back to={list}>
      <Icon name="back" size={14} />
      {item.back}
    </Back>
  )
}
