import { styled } from '#src/ui/styled.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { WorkItem } from '#contract/work-item.ts'
import { readAtOf } from '#src/api/work-items.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { visibleText } from '#src/lib/visible-text.ts'
import { Button } from '#src/ui/Button.tsx'
import { Dialog } from '#src/ui/Dialog.tsx'
import { mostTogether } from './decisions.tsx'
import { emptyForwardDraft, keepForwardDraft, readForwardDraft } from './forward-draft.ts'
import type { ForwardDraft } from './forward-draft.ts'
import { ForwardFields } from './ForwardFields.tsx'
import { useSession } from './session-context.ts'
import { useForwardTexts } from './forward-words.ts'
import { useDecide } from './use-decide.ts'

const Form = styled('form')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: theme.spacing(4),
  marginTop: theme.spacing(2),
  '& > p': { ...theme.typography.body2, margin: 0, color: theme.vars.palette.text.secondary, overflowWrap: 'anywhere' },
}))

const Buttons = styled('div')(({ theme }) => ({
  display: 'flex',
  justifyContent: 'flex-end',
  gap: theme.spacing(2),
  // In sight however much stands above them.
  position: 'sticky',
  bottom: theme.spacing(-5),
  margin: theme.spacing(-2, -5, -5),
  padding: theme.spacing(2, 5, 5),
  background: theme.vars.palette.background.paper,
  '@media (pointer: coarse)': { '& > button': { flex: 1 } },
}))

export interface ForwardDialogProps {
  /** One or many; they go to the same person with the same comment, in one run. */
  readonly items: readonly WorkItem[]
  readonly onClose: () => void
  /** The hand-over was stored. */
  readonly onForwarded?: () => void
}

/** Hands work items to somebody else. What is typed is kept in the tab until it is sent or given up. */
export function ForwardDialog({ items, onClose, onForwarded }: ForwardDialogProps) {
  const messages = useMessages()
  const words = useForwardTexts()
  const { user } = useSession()
  const client = useQueryClient()
  const { decideAll } = useDecide()
  const ids = items.map(({ id }) => id)
  const [draft, setDraft] = useState(() => readForwardDraft(user.id, ids) ?? emptyForwardDraft)
  const [wasTried, setWasTried] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const comment = useRef<HTMLTextAreaElement>(null)

  const owners = new Set(items.map(({ owner }) => owner?.id ?? user.id))
  const refusalOf = (id: string): string | null => {
    if (!owners.has(id)) return null
    return id === user.id ? words.excluded.self : words.excluded.owner
  }
  const change = (part: Partial<ForwardDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    keepForwardDraft(user.id, ids, next)
  }
  const close = () => {
    keepForwardDraft(user.id, ids, null)
    onClose()
  }
  const isTooMany = items.length > mostTogether
  const submit = async () => {
    const { person, sendNotifications } = draft
    const text = draft.comment.trim()
    setWasTried(true)
    if (person === null || refusalOf(person.id) !== null) return picker.current?.focus()
    if (text === '') return comment.current?.focus()
    const body = { targetOwnerId: person.id, comment: text, sendNotifications }
    const decisions = items.map((item) => ({ item, readAt: readAtOf(client, item), operation: 'forwardWorkItem' as const, body }))
    close()
    if (await decideAll(decisions)) onForwarded?.()
    return undefined
  }
  return (
    <Dialog title={words.title(items.length)} onClose={close}>
      <Form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <p>{isTooMany ? words.tooMany(mostTogether) : words.many(items.length, namesIn(messages, items))}</p>
        <ForwardFields
          draft={draft}
          onChange={change}
          refusalOf={refusalOf}
          wasTried={wasTried}
          picker={picker}
          comment={comment}
        />
        <p>{words.oneWay(items.length)}</p>
        <Buttons>
          <Button variant="text" onClick={close}>
            {messages.cancel}
          </Button>
          <Button variant="contained" type="submit" disabled={isTooMany || items.length === 0}>
            {words.confirm(items.length)}
          </Button>
        </Buttons>
      </Form>
    </Dialog>
  )
}

const mostNamed = 3

/** What is given away: the name of one; of many the number and the first few names. */
function namesIn(messages: ReturnType<typeof useMessages>, items: readonly WorkItem[]): string {
  const names = items.slice(0, mostNamed).map(({ name }) => visibleText(name ?? messages.unnamed))
  const [only] = names
  if (items.length === 1 && only !== undefined) return only
  const rest = items.length - names.length
  return messages.enumerate(rest > 0 ? [...names, messages.more(rest)] : names)
}
