import type { PeopleTables } from './people-tables.ts'
import type { PreferenceTables } from './preference-tables.ts'
import type { ReceiptTables } from './receipt-tables.ts'
import type { RunTables } from './run-tables.ts'
import type { SessionTables } from './session-tables.ts'

/** Every table of the desk's own store. Work items and identities stay in the tenant. */
export type Schema = SessionTables & RunTables & PreferenceTables & ReceiptTables & PeopleTables
