import type { TenantDeps } from '../deps.ts'
import { newId } from '../deps.ts'
import { replaceLinks, sendMails } from '../mail/store.ts'
import type { Act } from '../store/effects.ts'
import { recordEffects } from '../store/effects.ts'
import type { SandboxTransaction } from '../store/open.ts'
import type { TaskKind, TaskPlan } from '../tasks/plan.ts'
import { startTask } from '../tasks/store.ts'
import type { StoredTask } from '../tasks/store.ts'
import type { RuledIdentity } from './rules.ts'
import { planInvitation, planProcessing } from './rules.ts'
import { setStatus } from './store.ts'

type Random = Pick<TenantDeps, 'random'>

/** Starts the task of an act and logs one effect per identity it reached; one for the task alone when it reached nobody. */
async function launch(
  trx: SandboxTransaction,
  act: Act,
  deps: Random,
  task: { kind: TaskKind; plan: TaskPlan; reached: readonly string[] },
): Promise<StoredTask> {
  // Somebody may have deleted the caller since the token was looked at.
  const launcher = await trx.selectFrom('identity').select('alias').where('id', '=', act.by).executeTakeFirst()
  const started = await startTask(trx, {
    id: newId(deps),
    kind: task.kind,
    launcher: launcher?.alias ?? act.by,
    now: act.at,
    plan: task.plan,
  })
  const reached = task.reached.map((identityId) => ({ identityId, taskId: started.id }))
  await recordEffects(trx, act, reached.length > 0 ? reached : [{ taskId: started.id }])
  return started
}

/** Mails a registration link to everyone of these people who may have one, who are then PENDING, and starts the task that tells. */
export async function invite(
  trx: SandboxTransaction,
  people: readonly RuledIdentity[],
  act: Act,
  deps: Random,
): Promise<StoredTask> {
  const { mailed, plan } = planInvitation(people)
  const mails = mailed.map(({ id, name, email }) => ({
    kind: 'invitation' as const,
    recipient: email,
    identityId: id,
    identityName: name,
    via: null,
    sourceName: null,
  }))
  await sendMails(trx, mails, act.at, (bytes) => deps.random(bytes))
  const reached = mailed.map(({ id }) => id)
  await setStatus(trx, reached, 'PENDING', act.at)
  return launch(trx, act, deps, { kind: 'invite', plan, reached })
}

/** Works these people out anew, as far as they can be, and starts the task that tells. */
export async function processIdentities(
  trx: SandboxTransaction,
  people: readonly RuledIdentity[],
  act: Act,
  deps: Random,
): Promise<StoredTask> {
  const { processed, plan } = planProcessing(people)
  const reached = processed.map(({ id }) => id)
  if (reached.length > 0) {
    await trx.updateTable('identity').set({ last_refresh: act.at, modified: act.at }).where('id', 'in', reached).execute()
  }
  return launch(trx, act, deps, { kind: 'process', plan, reached })
}

/** Takes the registration back, with the user levels, every sign-in and every link that is still open. */
export async function resetIdentity(trx: SandboxTransaction, id: string, act: Act): Promise<void> {
  await setStatus(trx, [id], 'UNREGISTERED', act.at)
  await trx.updateTable('identity').set({ authorities: '[]' }).where('id', '=', id).execute()
  await trx
    .updateTable('oauth_grant')
    .set({ revoked: act.at })
    .where('identity_id', '=', id)
    .where('revoked', 'is', null)
    .execute()
  await replaceLinks(trx, [id], ['invitation', 'password'], act.at)
  await recordEffects(trx, act, [{ identityId: id }])
}

/** Mails a link for a new password. */
export async function sendPasswordMail(
  trx: SandboxTransaction,
  person: RuledIdentity,
  mail: { recipient: string; via: string; sourceName: string | null },
  act: Act,
  deps: Random,
): Promise<void> {
  const one = { ...mail, kind: 'password' as const, identityId: person.id, identityName: person.name }
  await sendMails(trx, [one], act.at, (bytes) => deps.random(bytes))
  await recordEffects(trx, act, [{ identityId: person.id }])
}

/** Removes the identity's record and what hangs on it; its reports have no manager then. */
export async function deleteIdentity(trx: SandboxTransaction, id: string, act: Act): Promise<void> {
  await trx.updateTable('identity').set({ manager_id: null, manager_name: null }).where('manager_id', '=', id).execute()
  await trx.deleteFrom('role_assignment').where('identity_id', '=', id).execute()
  await replaceLinks(trx, [id], ['invitation', 'password'], act.at)
  await trx.deleteFrom('identity').where('id', '=', id).execute()
  await recordEffects(trx, act, [{ identityId: id }])
}
