import { illegalState } from './http/errors.ts'

/** Why a rule says no; the handler turns it into the tenant's 400 with this sentence. */
export interface Refusal {
  refused: string
}
export type Ruling<Granted> = Granted | Refusal

export const isRefusal = (ruling: object): ruling is Refusal => 'refused' in ruling
export const refuse = (refused: string): Refusal => ({ refused })

/** The tenant's 400 for a rule's refusal, else what the rule granted. */
export function granted<Granted extends object>(ruling: Granted | Refusal): Granted {
  if (isRefusal(ruling)) throw illegalState(ruling.refused)
  return ruling
}
