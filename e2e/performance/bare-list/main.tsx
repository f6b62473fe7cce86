import { CssBaseline, List, ListItemButton, ListItemText, ThemeProvider, createTheme } from '@mui/material'
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { readWorkItems } from '#contract/work-item.ts'
import type { WorkItem } from '#contract/work-item.ts'

/** As many as fit on the bench's screen. */
const inSight = 25

/** The least a React and Material UI page can do with the work items: read 250 of them and draw those in sight. The yardstick, nobody's screen. */
function BareList() {
  const [items, setItems] = useState<readonly WorkItem[]>([])
  useEffect(() => {
    void fetch('work-items.json')
      .then((response) => response.json())
      .then((body) => setItems(readWorkItems(body)))
  }, [])
  return (
    <List aria-label="Open work items">
      {items.slice(0, inSight).map(({ id, name, requester }) => (
        <ListItemButton key={id} component="a" href={`#${id}`} dense>
          <ListItemText primary={name} secondary={requester?.name} />
        </ListItemButton>
      ))}
    </List>
  )
}

const root = document.querySelector('#root')
if (root)
  createRoot(root).render(
    <ThemeProvider theme={createTheme()}>
      <CssBaseline />
      <BareList />
    </ThemeProvider>,
  )
