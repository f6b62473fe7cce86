import { SmallText } from '#src/ui/text.ts'
import { styled } from '#src/ui/styled.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { deleteView, putView, viewQueries } from '#src/api/desk-keeps.ts'
import type { View } from '#src/api/desk-keeps.ts'
import { ApiError } from '#src/api/errors.ts'
import { errorSentence } from '#src/components/Problem.tsx'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { useAnnounce } from '#src/ui/Announcer.tsx'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { useViewTexts } from './view-words.ts'
import { theme } from '#src/ui/theme.ts'

const List = styled('ul')(({ theme }) => ({
  listStyle: 'none',
  margin: theme.spacing(3, 0),
  padding: 0,
  '& form': { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1.5), padding: theme.spacing(1.5, 0) },
  '& li + li': { borderTop: `1px solid ${theme.vars.palette.divider}` },
  '& input': {
    ...theme.typography.body2,
    flex: '1 1 160px',
    minWidth: 0,
    minHeight: 32,
    padding: theme.spacing(0, 2),
    border: `1px solid ${theme.vars.palette.divider}`,
    borderRadius: 6,
    color: 'inherit',
    background: theme.vars.palette.background.default,
    '@media (pointer: coarse)': { minHeight: 44, fontSize: '1rem' },
  },
  '& p': { ...theme.typography.caption, flexBasis: '100%', margin: 0, color: theme.vars.palette.error.main },
}))

/** Renames and deletes saved views. */
export function ManageViewsDialog({ onClose }: { readonly onClose: () => void }) {
  const { close } = useMessages()
  const words = useViewTexts()
  const { data: views } = useQuery(viewQueries.all())
  return (
    <Dialog title={words.manageTitle} onClose={onClose} isSheet>
      {views?.length === 0 && <SmallText sx={{ marginBlock: theme.spacing(3) }}>{words.none}</SmallText>}
      <List>
        {views?.map((view) => (
          <ViewLine key={view.id} view={view} />
        ))}
      </List>
      <Button variant="outlined" onClick={onClose} sx={{ display: 'flex', marginLeft: 'auto' }}>
        {close}
      </Button>
    </Dialog>
  )
}

function ViewLine({ view }: { readonly view: View }) {
  const messages = useMessages()
  const words = useViewTexts()
  const client = useQueryClient()
  const announce = useAnnounce()
  const [name, setName] = useState(view.name)
  const rename = useMutation({
    mutationFn: () => putView(client, { ...view, name: name.trim() }),
    onSuccess: () => announce(words.saved(name.trim())),
  })
  const remove = useMutation({
    mutationFn: () => deleteView(client, view.id),
    onSuccess: () => announce(words.deleted(view.name)),
  })
  const error = rename.error ?? remove.error
  const shown = visibleText(view.name)
  return (
    <li>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() !== '' && name.trim() !== view.name) rename.mutate()
        }}
      >
        <input value={name} maxLength={80} aria-label={words.rename(shown)} onChange={({ target }) => setName(target.value)} />
        <Button
          variant="outlined"
          type="submit"
          aria-label={words.rename(shown)}
          disabled={name.trim() === '' || name.trim() === view.name || rename.isPending}
        >
          {words.renameShort}
        </Button>
        <Button variant="text" aria-label={words.delete(shown)} disabled={remove.isPending} onClick={() => remove.mutate()}>
          {words.deleteShort}
        </Button>
        {error && (
          <p role="alert">
            {error instanceof ApiError && error.code === 'name_taken' ? words.taken : errorSentence(messages, error)}
          </p>
        )}
      </form>
    </li>
  )
}
