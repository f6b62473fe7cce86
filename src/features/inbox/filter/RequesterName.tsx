import { useQuery } from '@tanstack/react-query'
import { identityQueries } from '#src/api/identities.ts'
import { visibleText } from '#src/lib/visible-text.ts'

interface Props {
  /** The identity's id. */
  readonly id: string
  /** As work items call them; the id where they give no name. */
  readonly text: string
  /** Others are called the same. */
  readonly hasNamesakes: boolean
}

/** Who asks: by name where there is one, and by account name as well where the name alone would not tell. */
export function RequesterName({ id, text, hasNamesakes }: Props) {
  const isNameless = text === id
  const { data: identity } = useQuery({ ...identityQueries.card(id), enabled: isNameless || hasNamesakes })
  const name = isNameless ? visibleText(identity?.name ?? text) : text
  const alias = hasNamesakes ? identity?.alias : null
  const whole = alias ? `${name} (${visibleText(alias)})` : name
  return <span title={whole}>{whole}</span>
}
