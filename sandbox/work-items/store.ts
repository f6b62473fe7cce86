import type { SandboxStore, SandboxTransaction } from '../store/open.ts'
import type { ApprovalItemTable, WorkItemTable } from '../store/schema.ts'

/** A work item with its approval items in order. */
export interface StoredWorkItem extends WorkItemTable {
  approvals: ApprovalItemTable[]
}

type Reader = SandboxStore | SandboxTransaction

async function withApprovals(db: Reader, items: WorkItemTable[]): Promise<StoredWorkItem[]> {
  const ids = items.filter((item) => item.has_approval_items === 1).map((item) => item.id)
  const approvals =
    ids.length === 0
      ? []
      : await db
          .selectFrom('approval_item')
          .selectAll()
          .where('work_item_id', 'in', ids)
          .orderBy('work_item_id')
          .orderBy('position')
          .execute()
  const grouped = new Map<string, ApprovalItemTable[]>()
  for (const approval of approvals) {
    const list = grouped.get(approval.work_item_id)
    if (list) list.push(approval)
    else grouped.set(approval.work_item_id, [approval])
  }
  return items.map((item) => ({ ...item, approvals: grouped.get(item.id) ?? [] }))
}

export async function findWorkItem(db: Reader, id: string): Promise<StoredWorkItem | undefined> {
  const item = await db.selectFrom('work_item').selectAll().where('id', '=', id).executeTakeFirst()
  return item && (await withApprovals(db, [item]))[0]
}

interface Page {
  limit: number
  offset: number
}

/** One page of an owner's open items, newest first. */
export async function listOpen(db: Reader, ownerId: string, page: Page): Promise<StoredWorkItem[]> {
  const items = await db
    .selectFrom('work_item')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('is_open', '=', 1)
    .orderBy('created', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return withApprovals(db, items)
}

/** One page of an owner's finished items, last finished first. */
export async function listCompleted(db: Reader, ownerId: string, page: Page): Promise<StoredWorkItem[]> {
  const items = await db
    .selectFrom('work_item')
    .selectAll()
    .where('owner_id', '=', ownerId)
    .where('is_open', '=', 0)
    .orderBy('completed', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return withApprovals(db, items)
}

/** How many items an owner has, open and finished. */
export async function countOf(db: Reader, ownerId: string): Promise<{ open: number; completed: number }> {
  const rows = await db
    .selectFrom('work_item')
    .select(({ fn }) => ['is_open', fn.countAll<number>().as('items')])
    .where('owner_id', '=', ownerId)
    .groupBy('is_open')
    .execute()
  const of = (isOpen: number): number => rows.find((row) => row.is_open === isOpen)?.items ?? 0
  return { open: of(1), completed: of(0) }
}
