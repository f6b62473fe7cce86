/** What the company's people own besides work items, by kind; sources are in `company.ts`. */
export interface RoleData {
  name: string
  /** Everybody of this department has it by rule; null is given on request only. */
  department: string | null
  /** The source whose accounts it reaches. */
  source: string
}

export const roles: readonly RoleData[] = [
  { name: 'Employee basics', department: null, source: 'Active Directory' },
  { name: 'Ledger clerk', department: 'Finance', source: 'Ledger' },
  { name: 'Payables clerk', department: null, source: 'Ledger' },
  { name: 'Month-end controller', department: null, source: 'Ledger' },
  { name: 'Payroll preparer', department: 'People', source: 'Paydeck' },
  { name: 'Payroll approver', department: null, source: 'Paydeck' },
  { name: 'CRM seller', department: 'Sales', source: 'Kindred CRM' },
  { name: 'Quote approver', department: null, source: 'Kindred CRM' },
  { name: 'Service desk first line', department: 'Customer Care', source: 'Trackwell' },
  { name: 'Server operator', department: 'Information Technology', source: 'Active Directory' },
  { name: 'Warehouse planner', department: 'Supply Chain', source: 'Stockroom' },
  { name: 'Hazardous goods releaser', department: null, source: 'Stockroom' },
  { name: 'Lab badge, Lund', department: 'Laboratory', source: 'Gatehouse' },
  { name: 'Firmware maintainer', department: 'Engineering', source: 'Forge' },
  { name: 'Finance mart reader', department: null, source: 'Meridian' },
]

/** Everything else that has an owner; roles and sources come from their own lists. */
export const otherObjects: ReadonlyArray<{ type: string; names: readonly string[] }> = [
  {
    type: 'ACCESS_PROFILE',
    names: [
      'Ledger posting',
      'Ledger closing',
      'Payroll view',
      'CRM export',
      'VPN for travellers',
      'Stock adjustments',
      'Lab printers',
      'Project Heron folder',
    ],
  },
  { type: 'APPLICATION', names: ['Expense portal', 'Travel booking', 'Learning hub'] },
  { type: 'CAMPAIGN', names: ['Q3 manager review', 'Ledger entitlements review', 'Leeds server room review'] },
  { type: 'GOVERNANCE_GROUP', names: ['Change board', 'Data stewards', 'Payroll four-eyes'] },
]
