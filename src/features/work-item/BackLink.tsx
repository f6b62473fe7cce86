import { styled } from '#src/ui/styled.ts'
import { Link, useLocation } from 'react-router'
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

/** The way back where the work item covers its list, which has the same address without the work item's id. */
export function BackLink() {
  const { item } = useWorkItemTexts()
  const { pathname, search } = useLocation()
  return (
    <Back to={`/${pathname.split('/')[1] ?? ''}${search}`}>
      <Icon name="back" size={14} />
      {item.back}
    </Back>
  )
}
