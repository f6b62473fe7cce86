import { Link } from 'react-router'
import type { Entry, EntryDraft } from '#src/api/runs.ts'
import { useMessages } from '#src/lib/messages/context.tsx'
import { paths } from '#src/lib/paths.ts'
import { seenName } from './decision-draft.ts'

/** Where one can look at what an entry is about; null where it is about nobody in particular. */
function subjectAddress(entry: Entry | EntryDraft): string | null {
  if ('workItemId' in entry) return paths.inboxItem(entry.workItemId)
  const [person, ...others] = entry.seen.people
  return person && others.length === 0 ? paths.identity(person.id) : null
}

/** What an entry is about, with the way to it where there is one. */
export function EntrySubject({ entry }: { readonly entry: Entry | EntryDraft }) {
  const name = seenName(useMessages(), entry)
  const address = subjectAddress(entry)
  return address === null ? <span>{name}</span> : <Link to={address}>{name}</Link>
}
